import { randomUUID } from 'node:crypto';
import { emptyDatabase, type Place } from '../support/database.js';
import { type Answer, ask } from '../support/graphql.js';
import { type HubProcess, startHubProcess } from '../support/hub-process.js';
import { furnish, type Office } from './office.js';

/** `npm run kill` sets 100 and more; every run of the tests does a few. */
const KILLS = Number(process.env.WATCHFIRE_KILLS ?? 3);
const WRITERS = 6;
const ENV = { WATCHFIRE_TOKEN_MINUTES: '1440', WATCHFIRE_SECRET: 'a secret for killing hubs in tests only' };

const PUBLISH = `mutation ($content: PublicationContentInput!, $key: String!) {
  publish(input: { content: $content, idempotencyKey: $key }) { publication { id } } }`;
const REVISE = `mutation ($id: ID!, $revisionId: ID!, $content: PublicationContentInput!, $key: String!) {
  revisePublication(input: { id: $id, revisionId: $revisionId, content: $content, note: "again", idempotencyKey: $key }) {
    publication { id revision { id number } } } }`;
const LOG = `query ($after: Cursor) { releases(first: 100, after: $after) {
  edges { node { what publicationId revision { id title } publication { id title revision { number } revisions { number } } } }
  pageInfo { hasNextPage endCursor } } }`;

interface Published {
  readonly publish: { readonly publication: { readonly id: string } };
}
interface Log {
  readonly releases: {
    readonly edges: readonly { readonly node: Entry }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
interface Entry {
  readonly what: string;
  readonly publicationId: string;
  readonly revision: { readonly id: string; readonly title: string };
  readonly publication: {
    readonly title: string;
    readonly revisions: readonly { readonly number: number }[];
  };
}

const content = (title: string) => ({
  kind: 'ALERT',
  title,
  body: 'x'.repeat(2_000),
  tlp: 'AMBER',
  audience: { regions: ['55'] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
});

describe(`kill -9, ${KILLS} times in the middle of writes`, () => {
  let place: Place;
  let office: Office;
  let hub: HubProcess;
  /** Title by idempotency key: what was asked, and of that what was acknowledged. */
  const asked = new Map<string, string>();
  const acknowledged = new Map<string, string>();

  beforeAll(async () => {
    place = await emptyDatabase();
    office = await furnish(place, ENV);
  }, 180_000);
  afterAll(() => place.remove());

  const publish = async (key: string, title: string) => {
    asked.set(key, title);
    const { data } = (await ask(hub.url, office.token, PUBLISH, {
      content: content(title),
      key,
    })) as Answer<Published>;
    const id = data?.publish.publication.id;
    if (!id) return;
    const before = acknowledged.get(key);
    if (before !== undefined) expect(id).toBe(before);
    acknowledged.set(key, id);
    await revise(id);
  };
  const revise = async (id: string) => {
    const read = await ask<{ publication: { revision: { id: string } } }>(
      hub.url,
      office.token,
      'query ($id: ID!) { publication(id: $id) { revision { id } } }',
      { id },
    );
    const revisionId = read.data?.publication.revision.id;
    await ask(hub.url, office.token, REVISE, {
      id,
      revisionId,
      content: content('revised'),
      key: randomUUID(),
    });
  };

  const writeUntilKilled = async (until: Promise<unknown>) => {
    let over = false;
    void until.then(() => {
      over = true;
    });
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        while (!over) await publish(randomUUID(), `title ${asked.size}`).catch(() => {});
      }),
    );
  };

  const wholeLog = async () => {
    const entries: Entry[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Answer<Log> = await ask<Log>(hub.url, office.token, LOG, { after });
      expect(page.errors).toBeUndefined();
      const { edges = [], pageInfo } = page.data?.releases ?? {};
      entries.push(...edges.map(({ node }) => node));
      after = pageInfo?.endCursor ?? null;
      more = pageInfo?.hasNextPage ?? false;
    }
    return entries;
  };

  it(
    'loses nothing that was acknowledged, doubles nothing that is asked again, and leaves no half',
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        hub = await startHubProcess(place, ENV);
        const unanswered = [...asked].filter(([key]) => !acknowledged.has(key));
        for (const [key, title] of unanswered) await publish(key, title);
        const moment = 50 + Math.random() * 350;
        const killed = new Promise((resolve) => setTimeout(resolve, moment)).then(() => hub.end('SIGKILL'));
        await writeUntilKilled(killed);
      }
      hub = await startHubProcess(place, ENV);
      try {
        const entries = await wholeLog();
        const firsts = entries
          .filter(({ what }) => what === 'PUBLISHED')
          .map(({ publicationId }) => publicationId);
        expect(new Set(firsts).size).toBe(firsts.length);
        for (const id of acknowledged.values()) expect(firsts).toContain(id);
        for (const { publication, revision } of entries) {
          expect(revision.title).toBeTruthy();
          expect(publication.revisions.map(({ number }) => number)).toEqual(
            publication.revisions.map((_, n) => n + 1),
          );
        }
        const audit = await ask<{ auditVerification: { intact: boolean; entries: number } }>(
          hub.url,
          office.auditor,
          '{ auditVerification { intact entries } }',
        );
        expect(audit.data?.auditVerification).toEqual({ intact: true, entries: entries.length });
        expect(acknowledged.size).toBeGreaterThan(KILLS);
      } finally {
        await hub.end('SIGTERM');
      }
    },
    60_000 + KILLS * 30_000,
  );
});
