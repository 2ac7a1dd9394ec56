import fc from 'fast-check';
import { corpusBytes, corpusFiles, describeWithCorpus } from './corpus.fixture.js';
import { Unreadable } from './reading/unreadable.js';
import { recognize } from './recognize.js';

const said = (bytes: Uint8Array): string => {
  const found = recognize(bytes);
  return found.format === 'INDEX' ? `INDEX of ${found.of}` : found.format;
};

describe('what a document is', () => {
  it('is refused for anything else, and never fails otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `<a>${text}</a>`),
        ),
        (text) => {
          try {
            recognize(Buffer.from(text));
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[string, string]>([
    ['deep JSON', `${'['.repeat(1_000_000)}`],
    ['a prototype', '{"type":"bundle","__proto__":{"x":1}}'],
    ['a number out of range', '{"type":"bundle","x":1e999}'],
    ['an XML bomb', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an unknown encoding', '<?xml version="1.0" encoding="x-own"?><a/>'],
    ['an archive', 'PK\u0003\u0004'],
    ['nothing', ''],
  ])('is refused for %s', (_, text) => {
    expect(() => recognize(Buffer.from(text))).toThrow(Unreadable);
  });

  it.each<[string, string]>([
    ['gzip', '\x1f\x8b\x08\x00'],
    ['ZIP', 'PK\x03\x04'],
    ['bzip2', 'BZh9'],
    ['xz', '\xfd7zXZ\x00'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['Zstandard', '\x28\xb5\x2f\xfd'],
    ['RAR', 'Rar!\x1a\x07'],
  ])('is never unpacked: %s', (name, beginning) => {
    expect(() => recognize(Buffer.from(beginning, 'latin1'))).toThrow(`This is an archive (${name})`);
  });

  it('is refused for bytes that are no text of their encoding', () => {
    expect(() => recognize(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).toThrow(Unreadable);
  });
});

describeWithCorpus('the corpus', () => {
  it.each<[string, string, string, string]>([
    ['stix21', '.json', 'STIX', 'patterns-dev|validator-vectors'],
    ['stix21/attack', '.gz', 'STIX', ''],
    ['misp-stix', 'stix21.json', 'STIX', ''],
    ['csaf/cisa', 'icsa-22-154-01.json', 'CSAF', ''],
    ['csaf/cisa', 'tlp-white.json', 'INDEX of CSAF', ''],
    ['csaf/cisa', 'index.txt', 'INDEX of CSAF', ''],
    ['csaf/oasis-examples', 'provider-metadata.json', 'INDEX of CSAF', ''],
    ['cap', '.cap', 'CAP', ''],
    ['cap', '.atom', 'INDEX of CAP', ''],
    ['misp', 'event.json', 'MISP', ''],
    ['kev', '29.json', 'KEV', ''],
  ])('in %s, %s is %s', (folder, ending, format, but) => {
    const names = corpusFiles(folder, ending).filter((name) => !but || !new RegExp(but).test(name));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect([name, said(corpusBytes(name))]).toEqual([name, format]);
  });
});
