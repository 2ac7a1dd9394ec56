import type { Clock } from '#platform';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

export const INDICATOR = `id type value pattern description confidence validFrom validUntil tlp tlpLabel attribution state harmless
  origin { name } publication { id } sightingCount firstSeen lastSeen sightings { count member { name } }
  killChainPhases { killChain phase }`;

// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer is checked by the test
export type Told = any;

/** A hub with its offices, and words to share indicators in it. */
export class Office {
  private constructor(
    readonly hub: TestHub,
    readonly offices: Record<Desk, Someone>,
  ) {}

  static async open(env: Record<string, string> = {}, clock?: Clock): Promise<Office> {
    const hub = await startHub({ env: { WATCHFIRE_TOKEN_MINUTES: '600', ...env }, ...(clock && { clock }) });
    return new Office(hub, await openOffices(hub));
  }

  close(): Promise<void> {
    return this.hub.close();
  }

  tokenOf(desk: Desk | null): string | null {
    return desk && this.offices[desk].token;
  }

  async ask(desk: Desk | null, query: string, variables: Record<string, unknown> = {}): Promise<Told> {
    const { data, errors } = await ask<Told>(this.hub.url, this.tokenOf(desk), query, variables);
    if (errors) throw Object.assign(new Error(JSON.stringify(errors)), { code: errors[0]?.extensions?.code });
    return data;
  }

  /** The code with which something is refused, and its field. */
  async refusal(desk: Desk | null, query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { errors } = await ask(this.hub.url, this.tokenOf(desk), query, variables);
    const { code, field } = errors?.[0]?.extensions ?? {};
    return [code ?? 'NONE', ...(field ?? [])].join(' ');
  }

  static readonly ADD = `mutation ($input: AddIndicatorsInput!) { addIndicators(input: $input) {
    results { outcome indicator { ${INDICATOR} } } } }`;

  async add(desk: Desk, input: object): Promise<Told[]> {
    return (await this.ask(desk, Office.ADD, { input })).addIndicators.results;
  }

  async publish(desk: Desk, content: object = {}): Promise<{ id: string; revision: { id: string } }> {
    const whole = {
      kind: 'ALERT',
      title: 'Invoices with a link',
      audience: { regions: ['55025'] },
      severity: 'HIGH',
      urgency: 'IMMEDIATE',
      certainty: 'OBSERVED',
      ...content,
    };
    const { publish } = await this.ask(
      desk,
      'mutation ($input: PublishInput!) { publish(input: $input) { publication { id revision { id } } } }',
      { input: { content: whole } },
    );
    return publish.publication;
  }

  /** What somebody finds of a value. */
  async lookUp(desk: Desk, ...values: string[]): Promise<Told[]> {
    const query =
      'query ($values: [String!]!) { lookUp(values: $values) { value type canonical known sightingCount harmless indicators { id } } }';
    return (await this.ask(desk, query, { values })).lookUp;
  }

  /** Posts a body to a plain route. */
  async post(
    desk: Desk | null,
    path: string,
    type: string,
    body: string,
  ): Promise<{ status: number; text: string }> {
    const token = this.tokenOf(desk);
    const answer = await fetch(`${this.hub.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  }
}

export const linesOf = (text: string): Told[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
