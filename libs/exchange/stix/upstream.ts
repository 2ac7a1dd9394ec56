import { isRecord } from './check/kinds.js';
import type { StixObject } from './object.js';

const SOURCE_NAME = 'watchfire-source';
/** More are not passed on: hubs in a circle are few. */
const MOST = 20;

/** External references by which a report tells from which it was taken: so hubs that read each other know their own again. */
export const upstreamReferences = (ids: readonly string[]) =>
  ids.slice(0, MOST).map((id) => ({ source_name: SOURCE_NAME, external_id: id }));

/** The ids that a report says it was taken from. */
export function upstreamOf({ external_references: references }: StixObject): string[] {
  if (!Array.isArray(references)) return [];
  return references
    .filter((one) => isRecord(one) && one.source_name === SOURCE_NAME && typeof one.external_id === 'string')
    .map(({ external_id: id }) => id as string)
    .slice(0, MOST);
}
