import { Readable } from 'node:stream';
import fc from 'fast-check';
import { Refusal } from '#platform';
import { linesOf } from './lines.js';
import { PlainList } from './plain-list.js';

/** What is read of each line that holds something. */
const read = (text: string): string[] => {
  const list = new PlainList();
  return text.split('\n').flatMap((line) => {
    const input = list.read(line);
    return input ? [input.value ?? `pattern ${input.pattern}`] : [];
  });
};

describe('a list as others write it', () => {
  it.each<[string, string, string[]]>([
    ['a value a line', '45.9.148.1\nevil.example', ['45.9.148.1', 'evil.example']],
    ['lines of Windows and empty ones', '45.9.148.1\r\n\r\nevil.example\r\n', ['45.9.148.1', 'evil.example']],
    ['comments', '# one\n; two\n// three\n45.9.148.1', ['45.9.148.1']],
    ['comments behind values', '45.9.148.1 # a\nevil.example\t// b', ['45.9.148.1', 'evil.example']],
    ['patterns', "[domain-name:value = 'a.example']", ["pattern [domain-name:value = 'a.example']"]],
    ['a header', 'indicator\n45.9.148.1', ['45.9.148.1']],
    ['commas', '45.9.148.1,botnet,2026-11-03', ['45.9.148.1']],
    ['semicolons', '45.9.148.1;botnet', ['45.9.148.1']],
    ['tabs', '45.9.148.1\tbotnet, and more', ['45.9.148.1']],
    ['quotes', '"45.9.148.1","a, b"\n"evil.example"', ['45.9.148.1', '"evil.example"']],
    ['a type before the value', 'ip,45.9.148.1\ndomain,evil.example', ['45.9.148.1', 'evil.example']],
    [
      'a header that says where',
      'date,type,value,note\n2026-11-03,url,"https://evil.example/a,b","x.example, y"\n,ip,45.9.148.1,',
      ['https://evil.example/a,b', '45.9.148.1'],
    ],
    ['a header of one’s own case', 'First_Seen;IOC_Value\n2026-11-03;evil.example', ['evil.example']],
    ['an address with a comma', 'https://evil.example/a,b', ['https://evil.example/a,b']],
    ['defanged values in columns', 'evil[.]example;x', ['evil[.]example']],
    ['what is no value, as it is', 'no value,none', ['no value,none']],
    ['a header in the middle, as it is', '45.9.148.1\nindicator', ['45.9.148.1', 'indicator']],
    ['quotes that never end', '"evil.example,x', ['"evil.example,x']],
  ])('with %s', (_, text, values) => expect(read(text)).toEqual(values));

  it('never fails, and is read in one pass however long a line', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
    for (const sign of [',', '"', '",', '[', '; #']) expect(read(sign.repeat(30_000)).length).toBeLessThan(2);
  });
});

describe('what is no text of lines', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-16', Buffer.from('\ufeff45.9.148.1\n', 'utf16le'), 'UTF-16'],
    ['UTF-16 without a mark', Buffer.from('45.9.148.1\n', 'utf16le'), 'UTF-16'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'gzip'],
    ['ZIP', Buffer.from('504b0304', 'hex'), 'ZIP'],
  ])('is refused for %s as a whole, before its first line', async (_, bytes, named) => {
    const reading = linesOf(Readable.from([bytes]), 10).next();
    await expect(reading).rejects.toThrow(
      expect.objectContaining({ message: expect.stringContaining(named) }),
    );
    await expect(reading).rejects.toBeInstanceOf(Refusal);
  });
});
