import fc from 'fast-check';
import { Unreadable } from '../reading/unreadable.js';
import { OBJECT_BOUNDS, SplitBundle } from './split-bundle.js';

function split(text: string, sizes: readonly number[] = [text.length]) {
  const splitter = new SplitBundle();
  const bytes = Buffer.from(text);
  const parts: unknown[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    for (const { value } of splitter.push(bytes.subarray(at, at + size))) parts.push(value);
    at += size;
  }
  return { outside: splitter.end(), parts };
}

describe('taking a bundle apart while it arrives', () => {
  it('gives what the parser gives, however it is cut', () => {
    const objects = fc
      .array(fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue()), { maxLength: 5 })
      .map((list) => JSON.stringify(list))
      // As a name it is refused, however deep it lies.
      .filter((text) => !text.includes('"__proto__"'));
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(objects, sizes, fc.boolean(), (text, cuts, spaced) => {
        const bundle = {
          type: 'bundle',
          id: 'bundle--ü]"',
          objects: JSON.parse(text),
          'x"[{': [1, { objects: [2] }],
        };
        const { outside, parts } = split(JSON.stringify(bundle, null, spaced ? 2 : 0), cuts);
        expect(parts).toEqual(bundle.objects);
        expect(outside).toEqual({ ...bundle, objects: [] });
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, string, string]>([
    ['a list of numbers', '{"objects":[1]}', '/objects/0'],
    ['a missing comma', '{"objects":[{} {}]}', '/objects/1'],
    ['a comma too many', '{"objects":[{},]}', '/objects/1'],
    ['an end too early', '{"objects":[{},{"a":"', '/objects/1'],
    ['a text that never ends', '{"objects":[{"a":"]}', '/objects/0'],
    ['a prototype', '{"objects":[{},{"a":{"__proto__":{"b":1}}}]}', '/objects/1/a/__proto__'],
    ['no JSON in an object', '{"objects":[{"a":tru}]}', '/objects/0'],
    ['depth', `{"objects":[{"a":${'['.repeat(100_000)}`, '/objects/0'],
  ])('refuses %s, naming where', (_, text, where) => {
    expect(() => split(text, [7])).toThrow(expect.objectContaining({ where }));
  });

  it.each<[string, string, string, string]>([
    [
      'an object',
      `{"objects":[{},{"a":"${'x'.repeat(OBJECT_BOUNDS.size)}"`,
      '/objects/1',
      `larger than ${OBJECT_BOUNDS.size}`,
    ],
    ['what lies before the objects', `{"x":"${'x'.repeat(70_000)}"`, '', 'at most 65536 bytes'],
    ['what lies after them', `{"objects":[],"x":"${'x'.repeat(70_000)}"`, '', 'at most 65536 bytes'],
    ['what lies between them', `{"objects":[{}${' '.repeat(70_000)}`, '/objects/1', 'is expected here'],
    [
      'the values of an object',
      `{"objects":[{"a":[${'{},'.repeat(OBJECT_BOUNDS.values)}{}]}]}`,
      '/objects/0',
      `more than ${OBJECT_BOUNDS.values} values`,
    ],
  ])('bounds %s, before it ends', (_, text, where, reason) => {
    expect(() => split(text, [60_000])).toThrow(
      expect.objectContaining({ where, reason: expect.stringContaining(reason) }),
    );
  });

  it('refuses bytes that are no text, and reads over a byte order mark', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"objects":[{"a":"'),
      Buffer.from([0xff]),
      Buffer.from('"}]}'),
    ]);
    expect(() => [...new SplitBundle().push(bytes)]).toThrow(
      expect.objectContaining({ where: '/objects/0' }),
    );
    expect(split('\ufeff{"objects":[{}]}').parts).toEqual([{}]);
  });

  it.each(['', '[]', '{', '{"objects":[]', '{"objects":[]}]', 'x'])('refuses %j', (text) => {
    expect(() => split(text)).toThrow(Unreadable);
  });
});
