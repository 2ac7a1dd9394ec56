import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { corpusFiles, corpusJson, corpusText, describeWithCorpus } from '../corpus.fixture.js';
import { anyOutgoing, ORIGIN, outgoing, SOURCE } from '../publication.fixture.js';
import { Unreadable } from '../reading/unreadable.js';
import { isStricter, TLP_LABELS } from '../tlp.js';
import { checkCsaf } from './check-csaf.js';
import { fromCsaf } from './from-csaf.js';
import { linksOfIndex, linksOfProvider, linksOfRolie } from './indexes.js';
import { changesCsv, hashText, indexText, pathOf, providerMetadata, rolieFeed } from './provider.js';
import { fileNameOf, toCsaf } from './to-csaf.js';

/** Loading the validator takes seconds. */
beforeAll(() => checkCsaf(toCsaf(outgoing(), SOURCE)), 60_000);

describe('a publication as CSAF', () => {
  it('passes the schema and every mandatory test', async () => {
    await fc.assert(
      fc.asyncProperty(anyOutgoing, async (publication) => {
        await checkCsaf(toCsaf(publication, SOURCE, 'https://hub.example/x.json'));
      }),
      { numRuns: 40 },
    );
  });

  it('that says nothing but how to handle it tells its title, as its profile asks', async () => {
    const nothing = { summary: null, body: null, instructions: null, cves: [], affectedProducts: [] };
    const csaf = await checkCsaf(toCsaf(outgoing({ ...nothing, handling: ['By telephone only.'] }), SOURCE));
    expect(csaf.document.notes?.map(({ category }) => category)).toEqual(['summary', 'other']);
  });

  it('comes back with the same products, CVEs and references, and never looser', async () => {
    const said = { tlp: 'CLEAR', severity: null } as const;
    const back = fromCsaf(await checkCsaf(toCsaf(outgoing(said), SOURCE)));
    expect(back).toMatchObject({
      tlp: 'CLEAR',
      version: '2',
      said: { kind: 'ADVISORY', title: outgoing().title },
    });
    expect(back.said.cves).toEqual(outgoing().cves);
    expect(back.said.affectedProducts).toEqual(outgoing().affectedProducts);
    expect(back.said.references).toContainEqual(outgoing().references[0]);
    const strict = fromCsaf(await checkCsaf(toCsaf(outgoing({ tlp: 'AMBER_STRICT' }), SOURCE)));
    expect(strict.tlp).toBe('RED');
  });

  it('is labelled never looser than it is, and dated by its latest revision', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const csaf = toCsaf(publication, SOURCE);
        expect(isStricter(publication.tlp, fromCsaf(csaf).tlp ?? 'CLEAR')).toBe(false);
        expect(csaf.document.distribution?.text).toBe(TLP_LABELS[publication.tlp]);
        const { initial_release_date: first, current_release_date: current } = csaf.document.tracking;
        expect([first, current]).toEqual([publication.publishedAt, publication.updatedAt]);
      }),
    );
  });

  it('with a label that nobody knows is red, and with none is unmarked', () => {
    const csaf = toCsaf(outgoing({ tlp: 'GREEN' }), SOURCE);
    const labelled = (distribution?: object) =>
      fromCsaf({ ...csaf, document: { ...csaf.document, distribution } } as typeof csaf).tlp;
    expect(labelled({ tlp: { label: 'CLEARISH' } })).toBe('RED');
    expect(labelled({ tlp: { label: 'GREEN' } })).toBe('GREEN');
    expect(labelled()).toBeNull();
  });

  it('of an anonymous origin names the hub, and a tombstone says that it was withdrawn', async () => {
    expect(JSON.stringify(toCsaf(outgoing({ origin: null }), SOURCE))).not.toContain(ORIGIN.name);
    const withdrawal = { at: '2026-11-05T00:00:00.000Z', reason: 'Wrong.' };
    const gone = outgoing({
      state: 'WITHDRAWN',
      body: null,
      summary: null,
      withdrawal,
      cves: [],
    });
    const csaf = await checkCsaf(toCsaf(gone, SOURCE));
    expect(csaf.document.tracking).toMatchObject({ version: '2' });
    expect(csaf.document.notes?.[0]?.text).toContain('Wrong.');
  });

  it('has a file name as the standard says', () => {
    expect(fileNameOf('2022_#01-A')).toBe('2022_01-a.json');
    expect(pathOf(toCsaf(outgoing(), SOURCE))).toBe(`white/2026/wf-${outgoing().id}.json`);
    expect(hashText('sha256', '', 'a.json')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.json\n',
    );
    expect(hashText('sha512', '', 'a.json')).toMatch(/^cf83e1357eefb8bd[0-9a-f]{112} {2}a\.json\n$/);
  });
});

describe('a CSAF document', () => {
  it.each<[string, unknown, string]>([
    ['nothing of the kind', {}, ''],
    [
      'a name to exhaust a matcher',
      { product_tree: { cpe: `cpe:2.3:a:${'?'.repeat(2_000)}` } },
      '/product_tree/cpe',
    ],
    [
      'lists too long to compare',
      { vulnerabilities: [{ product_ids: Array(16_000).fill('x') }] },
      '/vulnerabilities/0/product_ids',
    ],
  ])('that is %s is refused', async (_, document, where) => {
    await expect(checkCsaf(document)).rejects.toMatchObject({ name: 'Unreadable', where });
  });

  it.each<[string, string[] | null]>([
    ['2024/a.json\n2024/b.json\n', ['2024/a.json', '2024/b.json']],
    ['../../a.json\n', null],
    ['/etc/a.json', null],
    ['not a list', null],
    ['', null],
  ])('index %j lists %j', (text, links) => {
    expect(linksOfIndex(text)).toEqual(links);
  });
});

describeWithCorpus('the corpus of CSAF', () => {
  it('is refused and taken as each of its tests says', async () => {
    const { tests } = corpusJson('csaf/oasis-tests/testcases.json') as {
      tests: { id: string; failures: string[]; valid?: string[] }[];
    };
    const passes = (name: string) =>
      checkCsaf(corpusJson(`csaf/oasis-tests/${name}`)).then(
        () => true,
        (error) => !(error instanceof Unreadable),
      );
    for (const { failures, valid = [] } of tests) {
      for (const name of failures) expect([name, await passes(name)]).toEqual([name, false]);
      for (const name of valid) expect([name, await passes(name)]).toEqual([name, true]);
    }
  });

  it('of CISA is taken whole, and each becomes an advisory', async () => {
    const names = corpusFiles('csaf/cisa', '.json').filter((name) => /ics(ma|a)-/.test(name));
    for (const name of names) {
      const csaf = await checkCsaf(corpusJson(name));
      const incoming = fromCsaf(csaf);
      expect(incoming).toMatchObject({
        tlp: 'CLEAR',
        sourceId: `https://www.cisa.gov/ ${csaf.document.tracking.id}`,
      });
      expect(incoming.said.cves).toEqual([...new Set(csaf.vulnerabilities?.map(({ cve }) => cve))]);
      expect(hashText('sha512', corpusText(name), name.replace(/.*\//, '')).split(' ')[0]).toBe(
        corpusText(`${name}.sha512`).trim().split(/\s/)[0],
      );
    }
    expect(names.length).toBeGreaterThan(15);
  });

  it('of the election equipment says what the advisory says', async () => {
    const { said } = fromCsaf(await checkCsaf(corpusJson('csaf/cisa/icsa-22-154-01.json')));
    expect(said.cves).toHaveLength(9);
    expect(said).toMatchObject({
      severity: 'HIGH',
      affectedProducts: expect.arrayContaining([expect.stringContaining('ImageCast X')]),
    });
    expect(said.instructions).toContain('CVE-2022-1739');
  });

  it('leads from a provider to its documents', () => {
    expect(linksOfProvider(corpusJson('csaf/oasis-examples/example-01-provider-metadata.json'))).toEqual([
      'https://www.example.com/.well-known/csaf/feed-tlp-white.json',
    ]);
    expect(linksOfRolie(corpusJson('csaf/cisa/cisa-csaf-it-feed-tlp-white.json'))).toHaveLength(4);
    expect(linksOfIndex(corpusText('csaf/cisa/index.txt'))).toHaveLength(4);
  });

  it('has the schema that our provider metadata keep', () => {
    const ajv = new Ajv2020({ strict: false, logger: false });
    addFormats.default(ajv);
    const document = corpusJson('reference/csaf-schemas/csaf_json_schema.json');
    ajv.addSchema({ ...document, properties: { document: document.properties.document } });
    const validate = ajv.compile(corpusJson('reference/csaf-schemas/provider_json_schema.json'));
    validate(providerMetadata(SOURCE, '2026-11-03T12:00:00.000Z'));
    expect(validate.errors).toBeNull();
    const published = [toCsaf(outgoing({ tlp: 'CLEAR' }), SOURCE)];
    expect(linksOfRolie(rolieFeed(published, SOURCE, '2026-11-03T12:00:00.000Z'))).toEqual([
      `${SOURCE.url}/.well-known/csaf/${published.map(pathOf)}`,
    ]);
    expect(linksOfIndex(indexText(published))).toHaveLength(1);
    expect(changesCsv(published)).toMatch(/^"2026\/wf-[0-9a-f-]+\.json","2026-11-03T13:30:00\.123Z"\n$/);
  });
});
