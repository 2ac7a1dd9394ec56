import { headlineOf, type Outgoing } from '../publication.js';
import { TLP_LABELS } from '../tlp.js';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A field as RFC 4180 writes it; what a spreadsheet would run is kept from running by an apostrophe. */
const field = (value: string): string =>
  `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

export const csvLine = (values: readonly string[]): string => `${values.map(field).join(',')}\r\n`;

const COLUMNS: readonly (readonly [string, (publication: Outgoing) => string])[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['status', ({ status }) => status],
  ['state', ({ state }) => state],
  ['tlp', ({ tlp }) => TLP_LABELS[tlp] ?? tlp],
  ['title', headlineOf],
  ['summary', ({ summary }) => summary ?? ''],
  ['body', ({ body }) => body ?? ''],
  ['instructions', ({ instructions }) => instructions ?? ''],
  ['origin', ({ origin }) => origin?.name ?? ''],
  ['on_behalf_of', ({ onBehalfOf }) => onBehalfOf?.name ?? ''],
  ['severity', ({ severity }) => severity ?? ''],
  ['urgency', ({ urgency }) => urgency ?? ''],
  ['certainty', ({ certainty }) => certainty ?? ''],
  ['affected_systems', ({ affectedSystems }) => affectedSystems.join(' ')],
  ['affected_products', ({ affectedProducts }) => affectedProducts.join('; ')],
  ['cves', ({ cves }) => cves.join(' ')],
  ['references', ({ references }) => references.map(({ url }) => url).join(' ')],
  ['regions', ({ regions }) => regions.map(({ code }) => code).join(' ')],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['expires_at', ({ expiresAt }) => expiresAt ?? ''],
  ['withdrawn_at', ({ withdrawal }) => withdrawal?.at ?? ''],
  ['withdrawal_reason', ({ withdrawal }) => withdrawal?.reason ?? ''],
];

export const CSV_HEADER = csvLine(COLUMNS.map(([name]) => name));

export const toCsv = (publication: Outgoing): string => csvLine(COLUMNS.map(([, of]) => of(publication)));
