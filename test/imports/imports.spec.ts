import { toCap, toCsaf, toMisp, toStix } from '#exchange';
import { Sessions } from '#identity';
import { Database } from '#platform';
import {
  corpusBytes,
  corpusFiles,
  corpusJson,
  describeWithCorpus,
} from '../../libs/exchange/corpus.fixture.js';
import { ORIGIN, outgoing, SOURCE } from '../../libs/exchange/publication.fixture.js';
import { hostile } from './files/hostile.js';
import { variants } from './files/variants.js';
import { ExchangeOffice } from './office.js';

let office: ExchangeOffice;
beforeAll(async () => {
  office = await ExchangeOffice.open();
});
afterAll(() => office.close());

const bundle = (more = {}) => ({
  type: 'bundle',
  id: 'bundle--2b0a2f9c-5a62-4d3c-9d0a-0b1c5f6c9e11',
  objects: toStix(outgoing(more), SOURCE),
});
const DRAFT =
  'query ($id: ID!) { draft(id: $id) { id version content { title tlp cves audience { regions { code } } } } }';
const SHOWN =
  'query ($id: ID!) { publication(id: $id) { title state tlp revisions { number note } revision { id } } }';

describe('a document that is taken in', () => {
  it('becomes a draft, and the same again changes nothing', async () => {
    const [first] = await office.taken('official', bundle());
    expect(first).toMatchObject({
      what: 'DRAFTED',
      tlp: 'AMBER',
      kind: 'ALERT',
      sourceId: `report--${outgoing().id}`,
    });
    const { draft } = await office.ask<{ draft: object }>('official', DRAFT, { id: first?.draftId });
    expect(draft).toMatchObject({
      content: { title: outgoing().title, cves: outgoing().cves, audience: { regions: [{ code: '55025' }] } },
    });
    expect(await office.taken('official', bundle())).toMatchObject([
      { what: 'UNCHANGED', draftId: first?.draftId },
    ]);
    expect(await office.ask('official', DRAFT, { id: first?.draftId })).toMatchObject({
      draft: { version: 1 },
    });
  });

  it('changes its draft by a newer version, and takes no older one for newer', async () => {
    const newer = { updatedAt: '2026-11-03T14:00:00.000Z', title: 'Wider' };
    const [second] = await office.taken('official', bundle(newer));
    expect(await office.ask('official', DRAFT, { id: second?.draftId })).toMatchObject({
      draft: { version: 2, content: { title: 'Wider' } },
    });
    expect(await office.taken('official', bundle())).toMatchObject([{ what: 'UNCHANGED' }]);
    expect(await office.taken('official', bundle({ ...newer, title: 'Another' }))).toMatchObject([
      { what: 'REFUSED' },
    ]);
  });

  it('is told in a dry run, which changes nothing', async () => {
    const misp = toMisp(outgoing(), SOURCE);
    expect(await office.taken('official', misp, 'dryRun=true&release=true')).toMatchObject([
      { what: 'DRAFTED', publicationId: null, remarks: expect.arrayContaining(['It has expired.']) },
    ]);
    expect(await office.taken('official', misp)).toMatchObject([
      { what: 'DRAFTED', draftId: expect.any(String) },
    ]);
  });

  const csaf = (more = {}) =>
    toCsaf(outgoing({ kind: 'ADVISORY', tlp: 'CLEAR', origin: ORIGIN, ...more }), SOURCE);
  let publicationId = '';

  it('is released by whoever may release, and revised in place', async () => {
    const [first] = await office.taken('federal', csaf(), 'release=true');
    expect(first).toMatchObject({ what: 'RELEASED', tlp: 'CLEAR' });
    publicationId = first?.publicationId ?? '';
    const later = {
      id: '4f0c2a7e-0d0c-4b59-9b8f-6d3b7a1e0003',
      at: '2026-11-05T00:00:00.000Z',
      note: 'More.',
    };
    const revised = csaf({
      title: 'Newer',
      updatedAt: later.at,
      revisions: [...outgoing().revisions, later],
    });
    expect(await office.taken('federal', revised, 'release=true')).toMatchObject([
      { what: 'REVISED', publicationId },
    ]);
    expect(await office.ask(null, SHOWN, { id: publicationId })).toMatchObject({
      publication: { title: 'Newer', state: 'RELEASED', revisions: [{ number: 1 }, { number: 2 }] },
    });
    expect(await office.taken('federal', revised, 'release=true')).toMatchObject([{ what: 'UNCHANGED' }]);
  });

  it('is not loosened by what its source says later', async () => {
    const stix = {
      updatedAt: '2026-11-03T14:00:00.000Z',
      expiresAt: null,
      id: '11111111-2222-4333-8444-555555555555',
      kind: 'BULLETIN' as const,
    };
    const [first] = await office.taken('federal', bundle(stix), 'release=true');
    expect(first).toMatchObject({ what: 'RELEASED', tlp: 'AMBER' });
    const looser = bundle({ ...stix, tlp: 'CLEAR', updatedAt: '2026-11-03T15:00:00.000Z' });
    expect(await office.taken('federal', looser, 'release=true')).toMatchObject([{ what: 'REVISED' }]);
    expect(await office.ask('federal', SHOWN, { id: first?.publicationId })).toMatchObject({
      publication: { tlp: 'AMBER' },
    });
    const gone = bundle({
      ...stix,
      state: 'WITHDRAWN',
      withdrawal: { at: '', reason: 'x' },
      updatedAt: '2026-11-03T16:00:00.000Z',
    });
    expect(await office.taken('federal', gone, 'release=true')).toMatchObject([{ what: 'WITHDRAWN' }]);
    expect(await office.ask('federal', SHOWN, { id: first?.publicationId })).toMatchObject({
      publication: { state: 'WITHDRAWN' },
    });
  });

  it('without a marking is AMBER at the loosest, whatever its importer wishes', async () => {
    const cap = toCap(outgoing(), SOURCE).replace(/<code>.*<\/code>\n/, '');
    expect(await office.taken('official', cap, 'tlp=CLEAR')).toMatchObject([{ tlp: 'AMBER' }]);
    const strict = cap.replace(/watchfire-[0-9a-f-]+/g, 'another');
    expect(await office.taken('official', strict, 'tlp=AMBER_STRICT')).toMatchObject([
      { tlp: 'AMBER_STRICT' },
    ]);
  });

  it('is of its importer alone, and of nobody who may not draft', async () => {
    const [other] = await office.taken('distant', bundle());
    expect(other).toMatchObject({ what: 'DRAFTED' });
    expect(await office.send('operator', bundle())).toMatchObject([{ error: { code: 'FORBIDDEN' } }]);
    expect(
      (await office.get('/imports', null, { method: 'POST', body: '{}', type: 'application/octet-stream' }))
        .status,
    ).toBe(401);
    expect(
      (
        await office.get('/imports?dryRun=maybe', 'official', {
          method: 'POST',
          body: '{}',
          type: 'application/octet-stream',
        })
      ).status,
    ).toBe(400);
    expect(
      (
        await office.get('/graphql', 'official', {
          method: 'POST',
          body: '{}',
          type: 'application/octet-stream',
        })
      ).status,
    ).toBe(415);
  });

  it.each<[string, string, string | null]>([
    ['no format', '{"a":1}', null],
    [
      'a prototype',
      '{"type":"bundle","id":"bundle--x","objects":[{"__proto__":{}}]}',
      '/objects/0/__proto__',
    ],
    ['depth', '['.repeat(500_000), 'line 1, column 61'],
    ['an XML bomb', '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', 'line 1, column 30'],
  ])('is refused for %s, naming where, and leaves nothing', async (_, document, where) => {
    const lines = await office.send('official', document);
    expect(lines.at(-1)?.error).toMatchObject({ code: 'BAD_INPUT', where: where ?? null });
    expect(lines.some(({ taken }) => taken)).toBe(false);
  });
});

variants(() => office);
hostile(() => office);

describeWithCorpus('the corpus', () => {
  it.each([
    ...corpusFiles('csaf/cisa', '.json')
      .filter((name) => /ics/.test(name))
      .slice(0, 4),
    ...corpusFiles('cap', '.cap').filter((name) => !/invalid/.test(name)),
    ...corpusFiles('misp', '.json').filter((name) => !/obj_attr|sharing/.test(name)),
    ...corpusFiles('stix21', '.json').filter((name) => !/dev|tlp-/.test(name)),
  ])('%s goes in, and again changes nothing', async (name) => {
    const first = await office.taken('federal', corpusBytes(name));
    expect(first.length).toBeGreaterThan(0);
    for (const { what } of first) expect(['DRAFTED', 'UNCHANGED']).toContain(what);
    const again = await office.taken('federal', corpusBytes(name));
    expect(again.map(({ what }) => what)).toEqual(first.map(() => 'UNCHANGED'));
  });

  it('of KEV is taken in by the hub alone, and tells of the CVEs that publications name', async () => {
    const kev = corpusJson('kev/kev-2025-01-29.json');
    expect(await office.send('official', kev)).toMatchObject([{ error: { code: 'FORBIDDEN' } }]);
    const [first, ...rest] = kev.vulnerabilities;
    const less = {
      ...kev,
      count: rest.length,
      vulnerabilities: [{ ...rest[0], knownRansomwareCampaignUse: 'Unknown' }, ...rest.slice(1)],
    };
    expect(await office.send('operator', less, 'dryRun=true')).toMatchObject([
      { catalogue: { added: 1252 } },
    ]);
    expect(await office.send('operator', less)).toMatchObject([{ catalogue: { added: 1252, unchanged: 0 } }]);
    const full = {
      ...kev,
      vulnerabilities: [first, { ...rest[0], knownRansomwareCampaignUse: 'Known' }, ...rest.slice(1)],
    };
    expect(await office.send('operator', full)).toMatchObject([
      { catalogue: { added: 1, changed: 1, ransomware: 1, unchanged: 1251 } },
    ]);
    expect(await office.send('operator', full)).toMatchObject([
      { catalogue: { added: 0, changed: 0, unchanged: 1253 } },
    ]);
    const { knownExploited } = await office.ask<{ knownExploited: { edges: { node: { cve: string } }[] } }>(
      null,
      '{ knownExploited(first: 2) { edges { node { cve dueOn ransomware } } } }',
    );
    expect(new Set(knownExploited.edges.map(({ node }) => node.cve))).toEqual(
      new Set([first.cveID, rest[0].cveID]),
    );
    const content = {
      kind: 'ADVISORY',
      title: 'Patch',
      cves: [first.cveID, 'CVE-2026-99999'],
      tlp: 'CLEAR',
      audience: { regions: ['55'] },
    };
    const shown =
      'mutation ($input: PublishInput!) { publish(input: $input) { publication { knownExploited { cve dueOn } } } }';
    expect(await office.ask('official', shown, { input: { content } })).toMatchObject({
      publish: { publication: { knownExploited: [{ cve: first.cveID, dueOn: first.dueDate }] } },
    });
  });

  it('of ATT&CK goes in as it arrives, object by object', async () => {
    const lines = await office.send('federal', corpusBytes('stix21/attack/ics-attack-17.1.json.gz'));
    expect(lines.filter(({ objects }) => objects).map(({ objects }) => objects)).toEqual([1000, 1651]);
    expect(lines.at(-1)?.taken).toMatchObject({ what: 'DRAFTED' });
    expect(
      (await office.send('federal', corpusBytes('csaf/cisa/cisa-csaf-it-feed-tlp-white.json')))[0]?.links,
    ).toHaveLength(4);
  });
});

describe('a page that sends a document', () => {
  it('acts for whoever is signed in at the browser if it is the hub’s own, and for nobody otherwise', async () => {
    const { app, url } = office.hub;
    const { secret } = await app
      .get(Database)
      .write((tx) =>
        app
          .get(Sessions)
          .open(tx, 'COOKIE', { personId: office.desks.official.personId, era: 0, userAgent: null }),
      );
    const send = async (headers: Record<string, string>) => {
      const answer = await fetch(`${url}/imports?dryRun=true`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', ...headers },
        body: JSON.stringify(bundle()),
      });
      return answer.status;
    };
    const cookie = `__Host-watchfire=${secret}`;
    expect(await send({ cookie, origin: 'https://hub.example' })).toBe(200);
    for (const origin of ['https://evil.example', 'http://hub.example', 'https://hub.example.evil', 'null'])
      expect(await send({ cookie, origin })).toBe(401);
    expect(await send({ cookie })).toBe(401);
    expect(await send({ origin: 'https://hub.example' })).toBe(401);
  });
});
