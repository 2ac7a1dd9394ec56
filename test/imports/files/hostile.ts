import { gzipSync } from 'node:zlib';
import type { ExchangeOffice } from '../office.js';
import { bundle, cap, csaf, event, indicator, kev, kevEntry, UUID } from './documents.js';

const MEGABYTE = 1_000_000;
const text = (document: unknown): string => JSON.stringify(document);
const deep = (open: string, close: string, depth = 200_000): string =>
  open.repeat(depth) + close.repeat(depth);
/** A document with a property that no parser of JSON written as an object would keep. */
const poisoned = (document: unknown): string =>
  text(document).replace(/\{(?=[^{]*$)/, '{"__proto__":{"polluted":1},');
const inBundle = (more: object): string => text(bundle([indicator(more)]));

const LAUGHS = `<!DOCTYPE alert [<!ENTITY a "ha">${Array.from(
  { length: 30 },
  (_, n) => `<!ENTITY a${n} "&a${n - 1 < 0 ? '' : n - 1};&a${n - 1 < 0 ? '' : n - 1};">`,
).join('')}]>`;
const withType = (type: string): string =>
  cap().replace('?>', `?>${type}`).replace('What happened.', '&a29;');

/** What is sent, where it is refused, and the beginning of why. */
export const REFUSED: readonly (readonly [string, string | Uint8Array, string | null, string])[] = [
  ['a bomb in gzip', gzipSync(Buffer.alloc(20 * MEGABYTE)), null, 'This is an archive (gzip)'],
  ['a ZIP', 'PK\x03\x04\x14', null, 'This is an archive (ZIP)'],
  ['a 7z', Buffer.from('377abcaf271c', 'hex'), null, 'This is an archive (7z)'],
  ['a xz', Buffer.from('fd377a585a00', 'hex'), null, 'This is an archive (xz)'],
  ['a Zstandard', Buffer.from('28b52ffd', 'hex'), null, 'This is an archive (Zstandard)'],

  ['a billion laughs', withType(LAUGHS), 'line 1, column', 'A document type is not taken in'],
  [
    'an entity of a file',
    withType('<!DOCTYPE alert [<!ENTITY a29 SYSTEM "file:///etc/passwd">]>'),
    'line 1, column',
    'A document type',
  ],
  [
    'an entity of parameters',
    withType('<!DOCTYPE alert [<!ENTITY % a SYSTEM "http://127.0.0.1/x"> %a;]>'),
    'line 1, column',
    'A document type',
  ],
  [
    'an entity that nobody declared',
    cap().replace('What happened.', '&a;'),
    'line 6, column',
    'undefined entity',
  ],
  ['deep XML', deep('<a>', '</a>', 100_000), 'line 1, column', 'This is nested deeper'],
  ['wide XML', `<a>${'<b/>'.repeat(200_000)}</a>`, 'line 1, column', 'This holds more than'],
  [
    'an element of many attributes',
    `<a ${Array.from({ length: 400_000 }, (_, n) => `b${n}=""`).join(' ')}/>`,
    'line 1, column',
    'This has more than',
  ],
  [
    'long XML',
    cap().replace('What happened.', 'x'.repeat(2 * MEGABYTE)),
    'line 6, column',
    'This text is longer',
  ],
  ['huge XML', cap().replace('What happened.', 'x'.repeat(6 * MEGABYTE)), null, 'This is larger'],
  [
    'a CAP identifier of two words',
    cap({ identifier: '../../etc passwd' }),
    'line 2',
    'identifier: This is not as it must be',
  ],

  ['deep JSON', deep('[', ']'), 'line 1, column 61', 'This is nested deeper'],
  ['deep objects', deep('{"a":', '}'), 'line 1, column', 'This is nested deeper'],
  [
    'a deep object of STIX',
    text(bundle([indicator({ x_a: 0 })])).replace('"x_a":0', `"x_a":${deep('[', ']')}`),
    '/objects/0',
    'This is nested deeper',
  ],
  [
    'a deep event',
    text({ Event: event({ x: 0 }) }).replace('"x":0', `"x":${deep('[', ']')}`),
    'line 1, column',
    'This is nested deeper',
  ],
  [
    'a deep advisory',
    text(csaf({ x: 0 })).replace('"x":0', `"x":${deep('[', ']')}`),
    'line 1, column',
    'This is nested deeper',
  ],
  [
    'a giant text of JSON',
    text({ Event: event({ info: 'x'.repeat(6 * MEGABYTE) }) }),
    '/Event/info',
    'This text is longer',
  ],
  [
    'a giant text of STIX',
    inBundle({ name: 'x'.repeat(11 * MEGABYTE) }),
    '/objects/0',
    'This object is larger',
  ],
  [
    'a giant text before the objects',
    `{"type":"bundle","x":"${'x'.repeat(MEGABYTE)}","objects":[]}`,
    null,
    'Besides its objects',
  ],
  [
    'endless spaces between objects',
    `{"type":"bundle","objects":[${' '.repeat(MEGABYTE)}`,
    '/objects/0',
    'An object is expected',
  ],
  [
    'a million numbers',
    `{"Event":{"a":[${'1,'.repeat(1_100_000)}1]}}`,
    'line 1, column',
    'This holds more than',
  ],
  ['millions of nothings', `[${'{},'.repeat(5 * MEGABYTE)}{}]`, 'line 1, column', 'This holds more than'],
  [
    'millions of nothings in an object of STIX',
    text(bundle([indicator({ x_a: 0 })])).replace('"x_a":0', `"x_a":[${'{},'.repeat(3 * MEGABYTE)}{}]`),
    '/objects/0',
    'This holds more than',
  ],
  [
    'numbers out of range',
    text(kev()).replace('"count":1', '"count":1e999'),
    '/count',
    'This number is out of range',
  ],
  ['more than a document', Buffer.alloc(17 * MEGABYTE, '{'), null, 'This is larger'],

  ['a prototype in STIX', poisoned(bundle()), '/objects/0/__proto__', 'No property may be called so'],
  [
    'a prototype in MISP',
    poisoned({ Event: event({ Attribute: [] }) }),
    '/Event/__proto__',
    'No property may be called so',
  ],
  [
    'a prototype in CSAF',
    poisoned(csaf()),
    '/document/tracking/revision_history/0/__proto__',
    'No property may be called so',
  ],
  ['a prototype in KEV', poisoned(kev()), '/vulnerabilities/0/__proto__', 'No property may be called so'],
  [
    'a type of prototypes',
    inBundle({ type: '__proto__', id: `__proto__--${UUID}` }),
    '/objects/0/type',
    'This is no type',
  ],

  ['an id of STIX that is a path', inBundle({ id: 'indicator--../../etc/passwd' }), '/objects/0/id', ''],
  [
    'an event whose uuid is a path',
    text({ Event: event({ uuid: '../../../etc/passwd' }) }),
    '/Event/uuid',
    'This is not as it must be',
  ],
  ['a manifest of paths', text({ '../../etc/passwd': { info: 'x' } }), null, 'This is JSON, and neither'],
  ['a list of paths', '../../etc/passwd.json\n', null, 'This is neither'],
  ['a list of absolute paths', '/etc/passwd.json\n', null, 'This is neither'],
  [
    'an id of CSAF with a line in it',
    text(csaf({}, { id: '../..\n/etc/passwd' })),
    '/document/tracking/id',
    '',
  ],
  [
    'a CVE that is a path',
    text(kev([kevEntry({ cveID: 'CVE-2026-../../1' })])),
    '/vulnerabilities/0/cveID',
    'This is no CVE',
  ],
  [
    'a name for the schema’s heaviest pattern',
    text(csaf()).replace(
      '"category":"csaf_base"',
      `"category":"csaf_base","x":{"cpe":"cpe:2.3:${'a:'.repeat(50_000)}"}`,
    ),
    '/document/x/cpe',
    'This is longer than',
  ],
  [
    'KEV as CSV with an endless line',
    `cveID,vendorProject\n"${'x'.repeat(MEGABYTE)}`,
    'line ',
    'This is no CSV',
  ],
];

/** What is odd and yet valid: it is text to the hub, which neither runs it nor makes a path of it. */
const TAKEN: readonly (readonly [string, string])[] = [
  ['a CAP identifier that is a path', cap({ identifier: '../../../etc/passwd' })],
  ['an id of CSAF that is a path', text(csaf({}, { id: '../../../etc/passwd' }))],
  [
    'properties named like those of every object',
    inBundle({ x_own: { constructor: { prototype: { polluted: 1 } } } }),
  ],
  ['a pattern that exhausts who matches it', inBundle({ pattern: "[file:name MATCHES '^(a+)+$']" })],
  ['a pattern that is too deep for the grammar', inBundle({ pattern: deep('(', ')', 5_000) })],
];

const MINE = '{ drafts(first: 50) { edges { node { id version } } } }';

/** Each is refused with where and why, in the same request, and leaves nothing. */
export function hostile(office: () => ExchangeOffice): void {
  describe('a file that means harm', () => {
    const drafts = async () => JSON.stringify(await office().ask('official', MINE));

    it.each(REFUSED)('%s is refused', async (_, document, where, why) => {
      const before = await drafts();
      const lines = await office().send('official', document, 'release=true');
      const error = lines.at(-1)?.error;
      expect([
        error?.code,
        error?.where?.slice(0, where?.length) ?? null,
        error?.message.slice(0, why.length),
      ]).toEqual(['BAD_INPUT', where, why]);
      expect(lines.filter(({ taken }) => taken)).toEqual([]);
      expect(await drafts()).toBe(before);
      expect({}).not.toHaveProperty('polluted');
    });

    it.each(TAKEN)('%s is taken as text', async (_, document) => {
      const [taken] = await office().taken('official', document, 'dryRun=true');
      expect(taken?.what).toBe('DRAFTED');
      expect({}).not.toHaveProperty('polluted');
    });
  });
}
