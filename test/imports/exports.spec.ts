import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { checkCsaf, recognize } from '#exchange';
import { ExchangeOffice } from './office.js';

const PUBLISH = 'mutation ($input: PublishInput!) { publish(input: $input) { publication { id } } }';
const EXPORT = `query ($id: ID!, $format: ExportFormat!) {
  exportPublication(id: $id, format: $format) { fileName text original }
}`;
const PAGE = `query ($format: ExportFormat!, $filter: PublicationFilter, $after: Cursor) {
  exportPublications(format: $format, filter: $filter, first: 2, after: $after) {
    header edges { node { publicationId text } } pageInfo { hasNextPage endCursor }
  }
}`;
const SECRET = 'Pollbooks of Rock County';

let office: ExchangeOffice;
const ids: Record<string, string> = {};

beforeAll(async () => {
  office = await ExchangeOffice.open();
  const publish = async (name: string, desk: 'clerk' | 'official', content: object) => {
    const alert = {
      kind: 'ALERT',
      title: name,
      severity: 'HIGH',
      urgency: 'IMMEDIATE',
      certainty: 'OBSERVED',
    };
    const { publish: done } = await office.ask<{ publish: { publication: { id: string } } }>(desk, PUBLISH, {
      input: { content: { ...alert, audience: { regions: ['55'] }, ...content } },
    });
    ids[name] = done.publication.id;
  };
  await publish('open', 'official', {
    tlp: 'CLEAR',
    title: 'For everyone',
    cves: ['CVE-2026-12345'],
    affectedProducts: ['Pollbook 4'],
  });
  await publish('anonymous', 'clerk', { tlp: 'CLEAR', title: 'Unsaid by whom', attribution: 'ANONYMOUS' });
  await publish('exercise', 'official', { tlp: 'CLEAR', title: 'Played', status: 'EXERCISE' });
  await publish('amber', 'official', { tlp: 'AMBER', title: SECRET, audience: { regions: ['55105'] } });
  await publish('strict', 'official', {
    tlp: 'AMBER_STRICT',
    title: 'Strictly yours',
    audience: { regions: ['55105'] },
  });
  await publish('red', 'official', {
    tlp: 'RED',
    title: 'For one',
    audience: { personIds: [office.desks.official.personId] },
  });
});
afterAll(() => office.close());

const one = (desk: Parameters<ExchangeOffice['ask']>[0], name: string, format: string) =>
  office
    .ask<{ exportPublication: { fileName: string; text: string; original: boolean } | null }>(desk, EXPORT, {
      id: ids[name],
      format,
    })
    .then(({ exportPublication }) => exportPublication);

describe('an export', () => {
  it.each(['STIX', 'MISP', 'CSAF', 'CAP'])('in %s is what it says it is', async (format) => {
    const document = await one(null, 'open', format);
    expect(recognize(Buffer.from(document?.text ?? '')).format).toBe(format);
    expect(document?.fileName).toContain(ids.open);
  });

  it.each(['STIX', 'MISP', 'CSAF', 'CAP', 'CSV'])(
    'in %s tells nobody of what they may not see, nor of red to those who may',
    async (format) => {
      expect(await one(null, 'amber', format)).toBeNull();
      expect(await one('clerk', 'amber', format)).toBeNull();
      expect((await one('neighbor', 'amber', format))?.text).toContain(SECRET);
      expect(await one('official', 'red', format)).toBeNull();
      const anonymous = await one('clerk', 'anonymous', format);
      expect(anonymous?.text).not.toContain('Dane County Election Office');
      expect(anonymous?.text).not.toContain(office.desks.clerk.memberId);
    },
  );

  it('of many comes in pages, without red, and with a header for CSV', async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const {
        exportPublications: page,
      }: {
        exportPublications: {
          header: string;
          edges: { node: { publicationId: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await office.ask('official', PAGE, { format: 'CSV', after });
      expect(page.header).toMatch(/^"id","kind"/);
      found.push(...page.edges.map(({ node }) => node.publicationId));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(found)).toEqual(
      new Set(['open', 'anonymous', 'exercise', 'amber', 'strict'].map((name) => ids[name])),
    );
    expect(await office.ask('official', PAGE, { format: 'CSV', filter: { tlps: ['RED'] } })).toMatchObject({
      exportPublications: { edges: [] },
    });
  });
});

describe('a feed', () => {
  const textOf = async (path: string, desk: Parameters<ExchangeOffice['get']>[1] = null) =>
    (await office.get(path, desk)).text();

  it('is open for what is open, and holds nothing else', async () => {
    const atom = parseAtomFeed(await textOf('/feeds/alerts.atom'));
    expect(atom.entries?.map(({ id }) => id).sort()).toEqual(
      ['open', 'anonymous', 'exercise'].map((name) => `urn:uuid:${ids[name]}`).sort(),
    );
    expect(parseJsonFeed(await textOf('/feeds/55025/all.json')).items).toHaveLength(3);
    expect(parseJsonFeed(await textOf('/feeds/12086/all.json')).items ?? []).toHaveLength(0);
    expect(await textOf('/feeds/all.json')).not.toContain(SECRET);
  });

  it('is answered by "not modified" until something in it changes, whatever else is released', async () => {
    const first = await office.get('/feeds/all.json', null);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await office.get('/feeds/all.json', null, { headers: { 'if-none-match': `W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(
      (await office.get('/feeds/all.json', 'neighbor', { headers: { 'if-none-match': etag } })).status,
    ).toBe(200);
  });

  it('opens by a key of its own, shows what its person sees, and closes when the key is revoked', async () => {
    const { createApiKey } = await office.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      'neighbor',
      'mutation { createApiKey(input: {name: "reader", scopes: [FEED]}) { secret apiKey { id } } }',
    );
    const path = `/feeds/all.json?token=${createApiKey.secret}`;
    const text = await textOf(path);
    expect(text).toContain(SECRET);
    expect(text).toContain('sign in to read');
    expect(text).not.toContain('Strictly yours');
    expect(text).not.toContain(createApiKey.secret);
    expect((await office.get(path, null)).headers.get('cache-control')).toBe('private, no-cache');
    // It is good for nothing else.
    const graphql = await fetch(`${office.hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${createApiKey.secret}` },
      body: JSON.stringify({ query: '{ publications { edges { node { id } } } }' }),
    });
    expect(await graphql.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    await office.ask('neighbor', 'mutation ($id: ID!) { revokeApiKey(input: {id: $id}) { id } }', {
      id: createApiKey.apiKey.id,
    });
    expect((await office.get(path, null)).status).toBe(401);
  });

  it('takes no key in its address that is good for more', async () => {
    expect((await office.get(`/feeds/all.json?token=${office.desks.neighbor.token}`, null)).status).toBe(401);
    expect((await office.get('/feeds/all.json?token=wfk_none', null)).status).toBe(401);
  });

  it.each([
    '/feeds/secrets.atom',
    '/feeds/all.rss',
    '/feeds/99999/all.atom',
    '/feeds/__proto__.json',
    '/cap/messages/none.xml',
    '/misp/../x.json',
  ])('%s is not there', async (path) => {
    expect((await office.get(path, null)).status).toBe(404);
  });

  it('name a member anew at once, and tell by nothing that something else was released', async () => {
    const rename = (name: string) =>
      office.ask(
        'operator',
        'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { member { id } } }',
        {
          input: { id: office.desks.official.memberId, name },
        },
      );
    const before = await textOf('/misp/manifest.json');
    expect(before).toContain('Wisconsin Elections Commission');
    await rename('Wisconsin Board');
    const renamed = await textOf('/misp/manifest.json');
    expect(renamed).toBe(before.replaceAll('Wisconsin Elections Commission', 'Wisconsin Board'));
    const hidden = {
      kind: 'ALERT',
      title: SECRET,
      severity: 'HIGH',
      urgency: 'IMMEDIATE',
      certainty: 'OBSERVED',
    };
    await office.ask('official', PUBLISH, {
      input: { content: { ...hidden, audience: { regions: ['55'] } } },
    });
    expect(await textOf('/misp/manifest.json')).toBe(renamed);
    await rename('Wisconsin Elections Commission');
    expect(await textOf('/misp/manifest.json')).toBe(before);
  });

  it('is what each reader may see, whoever has read it before', async () => {
    for (const desk of [null, 'neighbor', 'clerk', null, 'neighbor'] as const) {
      const manifest = JSON.parse(await textOf('/misp/manifest.json', desk)) as Record<string, object>;
      expect([desk, Object.hasOwn(manifest, ids.amber ?? '')]).toEqual([desk, desk === 'neighbor']);
    }
  });

  it('of CAP leads to messages, and of MISP to events', async () => {
    const index = parseAtomFeed(await textOf('/cap/55/index.atom'));
    const hrefs =
      index.entries?.flatMap(
        ({ links }) =>
          links?.filter(({ type }) => type === 'application/cap+xml').map(({ href }) => href) ?? [],
      ) ?? [];
    expect(hrefs).toHaveLength(3);
    const message = await office.get(new URL(hrefs[0] ?? '').pathname, null);
    expect(message.headers.get('content-type')).toContain('application/cap+xml');
    expect(recognize(new Uint8Array(await message.arrayBuffer())).format).toBe('CAP');
    expect((await office.get(`/cap/messages/${ids.amber}.xml`, null)).status).toBe(404);
    const manifest = JSON.parse(await textOf('/misp/manifest.json')) as Record<string, object>;
    expect(Object.keys(manifest).sort()).toEqual([ids.open, ids.anonymous, ids.exercise].sort());
    expect(JSON.parse(await textOf(`/misp/${ids.open}.json`))).toMatchObject({ Event: { uuid: ids.open } });
  });
});

describe('the tree of a CSAF provider', () => {
  const tree = '/.well-known/csaf';
  const text = async (path: string) => (await office.get(`${tree}/${path}`, 'official')).text();

  it('holds what is clear and real, with lists and hashes, and every document is valid', async () => {
    const metadata = JSON.parse(await text('provider-metadata.json')) as { distributions: object[] };
    expect(metadata.distributions).toHaveLength(2);
    const index = (await text('white/index.txt')).trim().split('\n');
    expect(index).toHaveLength(2);
    expect(await text('white/changes.csv')).toContain(`"${index[0]}"`);
    for (const path of index) {
      const document = await text(`white/${path}`);
      await checkCsaf(JSON.parse(document));
      const { createHash } = await import('node:crypto');
      expect(await text(`white/${path}.sha512`)).toContain(
        createHash('sha512').update(document).digest('hex'),
      );
      expect(document).not.toContain('Dane County Election Office');
    }
    const year = index[0]?.slice(0, 4);
    for (const gone of [
      `white/1999/wf-${ids.open}.json`,
      `white/${year}/wf-${ids.amber}.json`,
      `white/${year}/wf-${ids.exercise}.json`,
    ])
      expect((await office.get(`${tree}/${gone}`, 'official')).status).toBe(404);
  });
});

describe('what was withdrawn', () => {
  beforeAll(() =>
    office.ask(
      'official',
      'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { publication { id } } }',
      { input: { id: ids.amber, reason: 'Wrong.' } },
    ),
  );

  it.each(['STIX', 'MISP', 'CAP', 'CSV'])(
    'leaves in %s without the name of whoever it was from, also for their own people',
    async (format) => {
      const gone = await one('official', 'amber', format);
      expect(gone?.text).toContain('Wrong.');
      expect(gone?.text).not.toContain(office.desks.official.memberId);
      expect(gone?.text).not.toContain('Wisconsin Elections Commission');
    },
  );
});
