/** How often an element may stand, and what its text must be. Child elements follow the order of this table. */
export interface Rule {
  readonly name: string;
  readonly least: 0 | 1;
  readonly most: 1 | 'many';
  readonly text?: RegExp | readonly string[] | 'moment' | 'polygon' | 'circle';
  readonly children?: readonly Rule[];
}

const one = (name: string, more: Partial<Rule> = {}): Rule => ({ name, least: 1, most: 1, ...more });
const maybe = (name: string, more: Partial<Rule> = {}): Rule => ({ name, least: 0, most: 1, ...more });
const many = (name: string, more: Partial<Rule> = {}): Rule => ({ name, least: 0, most: 'many', ...more });

const pair = [one('valueName'), one('value')];
/** CAP 1.2, section 3.2.1: no spaces, commas or restricted characters. */
const NAME = /^[^\s,&<]+$/;

const AREA: readonly Rule[] = [
  one('areaDesc'),
  many('polygon', { text: 'polygon' }),
  many('circle', { text: 'circle' }),
  many('geocode', { children: pair }),
  maybe('altitude', { text: /^[+-]?\d+(\.\d+)?$/ }),
  maybe('ceiling', { text: /^[+-]?\d+(\.\d+)?$/ }),
];

const RESOURCE: readonly Rule[] = [
  one('resourceDesc'),
  one('mimeType'),
  maybe('size', { text: /^\d+$/ }),
  maybe('uri'),
  maybe('derefUri'),
  maybe('digest'),
];

const INFO: readonly Rule[] = [
  maybe('language', { text: /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/ }),
  {
    name: 'category',
    least: 1,
    most: 'many',
    text: [
      'Geo',
      'Met',
      'Safety',
      'Security',
      'Rescue',
      'Fire',
      'Health',
      'Env',
      'Transport',
      'Infra',
      'CBRNE',
      'Other',
    ],
  },
  one('event'),
  many('responseType', {
    text: ['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'],
  }),
  one('urgency', { text: ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] }),
  one('severity', { text: ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] }),
  one('certainty', { text: ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] }),
  maybe('audience'),
  many('eventCode', { children: pair }),
  maybe('effective', { text: 'moment' }),
  maybe('onset', { text: 'moment' }),
  maybe('expires', { text: 'moment' }),
  maybe('senderName'),
  maybe('headline'),
  maybe('description'),
  maybe('instruction'),
  maybe('web'),
  maybe('contact'),
  many('parameter', { children: pair }),
  many('resource', { children: RESOURCE }),
  many('area', { children: AREA }),
];

/** CAP 1.2, section 3.2, in the order of its schema; CAP 1.1 has the same elements in the same order. */
export const ALERT: readonly Rule[] = [
  one('identifier', { text: NAME }),
  one('sender', { text: NAME }),
  one('sent', { text: 'moment' }),
  one('status', { text: ['Actual', 'Exercise', 'System', 'Test', 'Draft'] }),
  one('msgType', { text: ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] }),
  maybe('source'),
  one('scope', { text: ['Public', 'Restricted', 'Private'] }),
  maybe('restriction'),
  maybe('addresses'),
  many('code'),
  maybe('note'),
  maybe('references'),
  maybe('incidents'),
  many('info', { children: INFO }),
];

export const CAP_12 = 'urn:oasis:names:tc:emergency:cap:1.2';
export const CAP_11 = 'urn:oasis:names:tc:emergency:cap:1.1';
