import type { ExchangeOffice, Line } from '../office.js';
import { bundle, cap, csaf, event, indicator, info, kev, kevEntry, TLP_1, UUID } from './documents.js';

const json = (document: unknown): string => JSON.stringify(document);
const windows = (document: unknown): string => JSON.stringify(document, null, 2).replaceAll('\n', '\r\n');
const marked = (ref: string) => bundle([indicator({ object_marking_refs: [ref] })]);
const tagged = (name: string, more: object = {}) => ({ Event: event({ Tag: [{ name }], ...more }) });
const labelled = (label: string) => csaf({ distribution: { tlp: { label } } });

/** STIX 2.0: no `spec_version` on objects, no `pattern_type`, no `is_family`. */
const of20 = [
  {
    type: 'malware',
    id: `malware--${UUID}`,
    created: '2018-10-17T00:14:20.652Z',
    modified: '2018-10-17T00:14:20.652Z',
    name: 'A worm',
    labels: ['worm'],
  },
  indicator({ spec_version: undefined, pattern_type: undefined, labels: ['malicious-activity'] }),
  {
    type: 'observed-data',
    id: `observed-data--${UUID}`,
    created: '2018-10-17T00:14:20.652Z',
    modified: '2018-10-17T00:14:20.652Z',
    first_observed: '2018-10-17T00:14:20Z',
    last_observed: '2018-10-17T00:14:20Z',
    number_observed: 1,
    objects: { '0': { type: 'ipv4-addr', value: '45.9.148.1' } },
  },
];

const SIGNATURE = `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><Reference URI=""/></SignedInfo>
  <SignatureValue>AAAA</SignatureValue></Signature>`;
const CSV = 'cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate';
const ROW =
  'CVE-2026-1000,A vendor,"A product, and another",A flaw,2026-11-03,"It says ""no"".",Update.,2026-11-24';

/** What comes of it: `KIND TLP`, how many entries of KEV are new, or where it is refused. */
const VARIANTS: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['STIX with a byte order mark', `\ufeff${json(bundle())}`, 'BULLETIN AMBER'],
  ['STIX with lines of Windows', windows(bundle()), 'BULLETIN AMBER'],
  ['STIX in UTF-16', Buffer.from(`\ufeff${json(bundle())}`, 'utf16le'), 'refused: This is UTF-16'],
  ['STIX in UTF-16 without a mark', Buffer.from(json(bundle()), 'utf16le'), 'refused: This is UTF-16'],
  [
    'STIX in Latin-1',
    Buffer.from(json(bundle([indicator({ name: 'é' })])), 'latin1'),
    'refused line 1, column 1: This is not text of its encoding',
  ],
  ['STIX 2.0', json(bundle(of20, { spec_version: '2.0' })), 'BULLETIN AMBER'],
  [
    'objects before the type of the bundle',
    json({ objects: [indicator()], id: `bundle--${UUID}`, type: 'bundle' }),
    'BULLETIN AMBER',
  ],
  ['a bundle without objects', json({ type: 'bundle', id: `bundle--${UUID}` }), '0 objects'],
  ['a bundle with an empty list', json(bundle([])), '0 objects'],
  ['a bundle without an id', json({ type: 'bundle', objects: [indicator()] }), 'BULLETIN AMBER'],
  ['objects without spec_version', json(bundle([indicator({ spec_version: undefined })])), 'BULLETIN AMBER'],
  ['an envelope of TAXII', json({ more: false, objects: [indicator()] }), 'BULLETIN AMBER'],
  ['one object', json(indicator()), 'BULLETIN AMBER'],
  ['a bare list of objects', json([indicator()]), 'BULLETIN AMBER'],
  [
    'an unknown type and custom properties',
    json(bundle([indicator({ x_own: { a: [1] } }), { ...indicator(), type: 'x-own', id: `x-own--${UUID}` }])),
    'BULLETIN AMBER',
  ],
  ['STIX of TLP 1 white', json(marked(TLP_1.white)), 'BULLETIN CLEAR'],
  ['STIX of TLP 1 green', json(marked(TLP_1.green)), 'BULLETIN GREEN'],
  ['STIX of TLP 1 amber', json(marked(TLP_1.amber)), 'BULLETIN AMBER'],
  ['STIX of TLP 1 red', json(marked(TLP_1.red)), 'BULLETIN RED'],
  ['STIX of a marking that is not at hand', json(marked(`marking-definition--${UUID}`)), 'BULLETIN RED'],

  ['an event under its name', json({ Event: event() }), 'BULLETIN AMBER'],
  ['an event by itself', json(event()), 'BULLETIN AMBER'],
  ['a list of events', json([{ Event: event() }]), 'BULLETIN AMBER'],
  ['an answer of MISP’s search', json({ response: [{ Event: event() }] }), 'BULLETIN AMBER'],
  ['an answer with one event', json({ response: { Event: event() } }), 'BULLETIN AMBER'],
  ['an event with a mark and lines of Windows', `\ufeff${windows({ Event: event() })}`, 'BULLETIN AMBER'],
  [
    'an event with ids as text',
    json({ Event: event({ id: '12', org_id: '1', orgc_id: '1' }) }),
    'BULLETIN AMBER',
  ],
  [
    'an event with numbers',
    json({ Event: event({ timestamp: 1793707200, distribution: 3, threat_level_id: 1 }) }),
    'BULLETIN AMBER',
  ],
  [
    'flags as digits',
    json({
      Event: event({
        published: '1',
        Attribute: [
          { type: 'ip-dst', category: 'Network activity', value: '45.9.148.1', to_ids: '1', deleted: 0 },
        ],
      }),
    }),
    'BULLETIN AMBER',
  ],
  ['no organisation', json({ Event: event({ Orgc: null }) }), 'BULLETIN AMBER'],
  [
    'a value that is a number',
    json({ Event: event({ Attribute: [{ type: 'port', category: 'Network activity', value: 443 }] }) }),
    'BULLETIN AMBER',
  ],
  ['tlp:white', json(tagged('tlp:white')), 'BULLETIN CLEAR'],
  ['TLP:AMBER+STRICT', json(tagged('TLP:AMBER+STRICT')), 'BULLETIN AMBER_STRICT'],
  ['Tlp: Green ', json(tagged('Tlp: Green ')), 'BULLETIN GREEN'],
  ['tlp:unclear', json(tagged('tlp:unclear')), 'BULLETIN RED'],
  [
    'tlp:white within an organisation',
    json(tagged('tlp:white', { distribution: '0' })),
    'BULLETIN AMBER_STRICT',
  ],

  ['CSAF of TLP:WHITE', json(labelled('WHITE')), 'ADVISORY CLEAR'],
  ['CSAF of TLP:AMBER', json(labelled('AMBER')), 'ADVISORY AMBER'],
  ['CSAF without TLP', json(csaf()), 'ADVISORY AMBER'],
  ['CSAF with a mark and lines of Windows', `\ufeff${windows(csaf())}`, 'ADVISORY AMBER'],
  ['CSAF 2.1', json(csaf({ csaf_version: '2.1' })), 'refused /document/csaf_version'],
  ['CSAF in UTF-16', Buffer.from(`\ufeff${json(csaf())}`, 'utf16le').swap16(), 'refused: This is UTF-16'],

  ['CAP 1.1', cap({ namespace: 'urn:oasis:names:tc:emergency:cap:1.1' }), 'ALERT AMBER'],
  ['CAP 1.0', cap({ namespace: 'http://www.incident.com/cap/1.0' }), 'refused line 2: There is no CAP alert'],
  ['CAP that is signed', cap({ after: SIGNATURE }), 'ALERT AMBER'],
  [
    'CAP in two languages',
    cap({ infos: info('es-US', 'Cuidado') + info('en-US', 'Mind the mail') }),
    'ALERT AMBER',
  ],
  ['CAP without info', cap({ infos: '' }), 'ALERT AMBER'],
  ['CAP of TLP:AMBER+STRICT', cap({ code: 'TLP:AMBER+STRICT' }), 'ALERT AMBER_STRICT'],
  ['CAP of tlp:white', cap({ code: 'tlp:white' }), 'ALERT CLEAR'],
  [
    'CAP with a prefix',
    cap()
      .replace('<alert xmlns=', '<alert xmlns:cap=')
      .replace(/<(\/?)(?=[a-z])/gi, '<$1cap:'),
    'ALERT AMBER',
  ],
  ['CAP with a mark and lines of Windows', `\ufeff${cap().replaceAll('\n', '\r\n')}`, 'ALERT AMBER'],
  [
    'CAP in UTF-16',
    Buffer.from(`\ufeff${cap({ declaration: '<?xml version="1.0" encoding="UTF-16"?>' })}`, 'utf16le'),
    'ALERT AMBER',
  ],
  [
    'CAP in Latin-1',
    Buffer.from(
      cap({ declaration: '<?xml version="1.0" encoding="ISO-8859-1"?>', infos: info('fr-CA', 'Élections') }),
      'latin1',
    ),
    'ALERT AMBER',
  ],

  ['KEV', json(kev()), '1 of KEV'],
  ['KEV with a mark and lines of Windows', `\ufeff${windows(kev())}`, '1 of KEV'],
  ['KEV without ransomware', json(kev([kevEntry({ knownRansomwareCampaignUse: undefined })])), '1 of KEV'],
  ['KEV as CSV', `${CSV}\n${ROW}\n`, '1 of KEV'],
  [
    'KEV as CSV with more columns, a mark and lines of Windows',
    `\ufeff"${CSV.replaceAll(',', '","')}",knownRansomwareCampaignUse,notes,cwes\r\n${ROW},Known,,CWE-79\r\n`,
    '1 of KEV',
  ],
];

function outcome(lines: readonly Line[]): string {
  const last = lines.at(-1);
  if (last?.error) return `refused${last.error.where ? ` ${last.error.where}` : ''}: ${last.error.message}`;
  const { taken, catalogue, objects } =
    lines.find((line) => line.taken ?? line.catalogue) ?? last ?? ({} as Line);
  if (taken) return `${taken.kind} ${taken.tlp}`;
  return catalogue ? `${catalogue.added} of KEV` : `${objects} objects`;
}

/** Files of the field as others write them. Who posts such things sends it: KEV is the hub's. */
export function variants(office: () => ExchangeOffice): void {
  describe('a file of the field', () => {
    it.each(VARIANTS)('%s', async (name, document, expected) => {
      const desk = /KEV/.test(name) ? 'operator' : /CAP/.test(name) ? 'official' : 'federal';
      const lines = await office().send(desk, document, 'dryRun=true');
      const told = outcome(lines);
      expect(expected.startsWith('refused') ? told.slice(0, expected.length) : told).toBe(expected);
    });
  });
}
