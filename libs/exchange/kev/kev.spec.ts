import { corpusText, describeWithCorpus } from '../corpus.fixture.js';
import { readKev, readKevText } from './kev.js';

const entry = {
  cveID: 'CVE-2026-12345',
  vendorProject: 'V',
  product: 'P',
  vulnerabilityName: 'N',
  dateAdded: '2026-01-02',
  shortDescription: 'S',
  requiredAction: 'R',
  dueDate: '2026-01-23',
  knownRansomwareCampaignUse: 'Known',
};
const catalogue = (...entries: object[]) => ({ catalogVersion: '2026.01.02', vulnerabilities: entries });

describe('the catalogue of known exploited vulnerabilities', () => {
  it('tells when each was added, when it is due, and whether ransomware uses it', () => {
    expect(readKev(catalogue(entry)).entries).toEqual([
      expect.objectContaining({ cve: 'CVE-2026-12345', dueOn: '2026-01-23', knownRansomware: true }),
    ]);
  });

  it.each<[string, object, string]>([
    ['a day that is none', catalogue({ ...entry, dueDate: '2026-02-30' }), '/vulnerabilities/0/dueDate'],
    ['no CVE', catalogue({ ...entry, cveID: 'x' }), '/vulnerabilities/0/cveID'],
    ['an entry twice', catalogue(entry, entry), '/vulnerabilities/1/cveID'],
    ['another count', { ...catalogue(entry), count: 2 }, '/count'],
    [
      'another flag',
      catalogue({ ...entry, knownRansomwareCampaignUse: 'Maybe' }),
      '/vulnerabilities/0/knownRansomwareCampaignUse',
    ],
  ])('with %s is refused there', (_, document, where) => {
    expect(() => readKev(document)).toThrow(expect.objectContaining({ where }));
  });
});

describeWithCorpus('the corpus of KEV', () => {
  it('is taken whole', () => {
    const { version, entries } = readKevText(corpusText('kev/kev-2025-01-29.json'));
    expect(version).toBe('2025.01.29');
    expect(entries).toHaveLength(1253);
  });
});
