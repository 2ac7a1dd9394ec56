import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

export interface Line {
  readonly objects?: number;
  readonly catalogue?: {
    readonly added: number;
    readonly publicationId: string | null;
    readonly draftId: string | null;
  };
  readonly links?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly where: string | null };
  readonly attached?: {
    readonly publicationId: string;
    readonly indicators: number;
    readonly sightings: number;
    readonly left: number;
    readonly harmless: readonly { readonly value: string; readonly kind: string }[];
  };
  readonly taken?: {
    readonly what: string;
    readonly sourceId: string;
    readonly title: string;
    readonly kind: string;
    readonly tlp: string;
    readonly publicationId: string | null;
    readonly draftId: string | null;
    readonly indicators: number;
    readonly remarks: readonly string[];
  };
}

/** A hub with an office at each desk, and its ways in and out for documents. */
export class ExchangeOffice {
  private constructor(
    readonly hub: TestHub,
    readonly desks: Record<Desk, Someone>,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<ExchangeOffice> {
    const hub = await startHub({
      env: { WATCHFIRE_REVIEW_NATIONAL: 'false', WATCHFIRE_PUBLIC_URL: 'https://hub.example', ...env },
    });
    return new ExchangeOffice(hub, await openOffices(hub));
  }

  /** Sends a document, and reads what is told of it. */
  async send(desk: Desk, document: string | Uint8Array | object, query = ''): Promise<Line[]> {
    const body =
      typeof document === 'string' || document instanceof Uint8Array ? document : JSON.stringify(document);
    const answer = await this.get(`/imports?${query}`, desk, {
      method: 'POST',
      body,
      type: 'application/octet-stream',
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  }

  /** What came of each publication in a document. */
  async taken(
    desk: Desk,
    document: string | Uint8Array | object,
    query = '',
  ): Promise<NonNullable<Line['taken']>[]> {
    const lines = await this.send(desk, document, query);
    const error = lines.find((line) => line.error)?.error;
    if (error) throw new Error(JSON.stringify(error));
    return lines.flatMap(({ taken }) => (taken ? [taken] : []));
  }

  get(
    path: string,
    desk: Desk | null,
    {
      method = 'GET',
      body,
      type,
      headers = {},
    }: { method?: string; body?: string | Uint8Array; type?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return fetch(`${this.hub.url}${path}`, {
      method,
      headers: {
        ...headers,
        ...(type ? { 'content-type': type } : {}),
        ...(desk ? { authorization: `Bearer ${this.desks[desk].token}` } : {}),
      },
      ...(body === undefined ? {} : { body: body as never }),
    });
  }

  async ask<T = Record<string, unknown>>(
    desk: Desk | null,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<T> {
    const { data, errors } = await ask<T>(this.hub.url, desk && this.desks[desk].token, query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Waits for what the hub does by itself. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  close(): Promise<void> {
    return this.hub.close();
  }
}
