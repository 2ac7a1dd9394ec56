import fc from 'fast-check';
import { corpusJson, describeWithCorpus } from '../corpus.fixture.js';
import { harmless } from './harmless.js';
import { readObservable } from './observable.js';
import { refang } from './refang.js';

const read = (text: string) => {
  const found = readObservable(text);
  return found && `${found.type} ${found.value}`;
};

describe('a value', () => {
  it.each([
    ['198.51.100.7', 'IPV4 198.51.100.7'],
    ['198[.]51[.]100[.]7', 'IPV4 198.51.100.7'],
    ['198.51.100.7/24', 'IPV4 198.51.100.0/24'],
    ['198.51.100.7/32', 'IPV4 198.51.100.7'],
    ['2001:DB8:0:0:1:0:0:1', 'IPV6 2001:db8::1:0:0:1'],
    ['2001[:]db8[:][:]1', 'IPV6 2001:db8::1'],
    ['::ffff:198.51.100.7', 'IPV4 198.51.100.7'],
    ['2001:db8::1/32', 'IPV6 2001:db8::/32'],
    ['hxxps://Evil[.]Example:443/Path?q=1#top', 'URL https://evil.example/Path?q=1'],
    ['hxxp[://]evil(dot)example', 'URL http://evil.example/'],
    ['<meow://evil.example/a>', 'URL http://evil.example/a'],
    ['Evil[.]Example.', 'DOMAIN evil.example'],
    ['bücher.example', 'DOMAIN xn--bcher-kva.example'],
    ['Someone[at]Evil[.]Example', 'EMAIL someone@evil.example'],
    ['D41D8CD98F00B204E9800998ECF8427E', 'MD5 d41d8cd98f00b204e9800998ecf8427e'],
    ['a'.repeat(64), `SHA256 ${'a'.repeat(64)}`],
  ])('%s is %s', (text, found) => expect(read(text)).toBe(found));

  it.each([
    '',
    ' ',
    'word',
    '198.51.100',
    '1.2.3.4.5',
    '198.51.100.7/33',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '../../etc/passwd',
    'a b.example',
    '-a.example',
    `${'a'.repeat(64)}.example`,
    'invoice\u202efdp.example',
    'x@',
    '@x.example',
    'g'.repeat(32),
    `https://evil.example/${'x'.repeat(2_000)}`,
    'x'.repeat(60_000),
  ])('that is none is none: %s', (text) => expect(readObservable(text)).toBeNull());

  it('in its canonical form is read as itself', () => {
    const texts = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.domain(),
      fc.webUrl(),
      fc.emailAddress(),
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 32, maxLength: 32 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = readObservable(text);
        if (once) expect(readObservable(once.value)).toEqual(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('defanged is what it was', () => {
    const defang = (text: string) => text.replace(/^http/, 'hxxp').replaceAll('.', '[.]');
    /** An address may hold by itself what stands for a dot: whether it was defanged cannot be told. */
    const isPlain = (text: string) => refang(text) === text;
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.domain(), fc.webUrl()).filter(isPlain), (text) => {
        expect(readObservable(defang(text))).toEqual(readObservable(text));
      }),
    );
  });
});

describe('a harmless value', () => {
  it.each([
    ['10.1.2.3', 'PRIVATE_ADDRESS'],
    ['192.168.0.0/24', 'PRIVATE_ADDRESS'],
    ['fe80::1', 'PRIVATE_ADDRESS'],
    ['http://127.0.0.1/x', 'PRIVATE_ADDRESS'],
    ['8.8.8.8', 'PUBLIC_RESOLVER'],
    ['8.8.0.0/16', 'PUBLIC_RESOLVER'],
    ['elections.wi.gov', 'ELECTION_SITE'],
    ['https://myvote.wi.gov/en-us/', 'ELECTION_SITE'],
    ['clerk@co.dane.wi.us', 'ELECTION_SITE'],
    ['www.google.com', 'POPULAR_SITE'],
    ['https://github.com/', 'POPULAR_SITE'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'EMPTY_FILE'],
    ['bad.example', 'RESERVED_NAME'],
  ])('%s is warned of: %s', (text, kind) => expect(harmless(readObservable(text) as never)).toBe(kind));

  it.each([
    '185.220.101.1',
    'elections-gov.com',
    'wi.gov.evil.com',
    'https://github.com/evil/payload',
    'evil.google.com',
    'a'.repeat(64),
  ])('%s is not', (text) => expect(harmless(readObservable(text) as never)).toBeNull());
});

describeWithCorpus('the warning lists of the corpus', () => {
  it('hold no special network that is not warned of', () => {
    for (const name of ['rfc1918', 'rfc5735', 'rfc6598']) {
      const { list } = corpusJson<{ list: string[] }>(`misp-warninglists/${name}.json`);
      const missed = list.filter((text) => {
        const found = readObservable(text);
        return found?.type === 'IPV4' && found.value !== '192.88.99.0/24' && harmless(found) === null;
      });
      expect([name, missed]).toEqual([name, []]);
    }
  });

  it('hold no digest of nothing that is not warned of', () => {
    const { list } = corpusJson<{ list: string[] }>('misp-warninglists/empty-hashes.json');
    const known = list
      .map((text) => readObservable(text))
      .filter((one) => one !== null && !one.type.startsWith('IP'));
    expect(known.filter((one) => one && harmless(one) !== 'EMPTY_FILE')).toEqual([]);
  });
});
