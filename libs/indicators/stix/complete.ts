import { loosens, type Tlp } from '#access';
import type { Attribution, PublicationState } from '#contract';
import { markingRef } from '#exchange';
import type { Completion } from '../entities/shared-object.entity.js';

/** An entry of the log of objects, with what its publication says of it now. */
export interface Logged {
  readonly type: string;
  readonly content: string;
  readonly completion: Completion;
  readonly originId: string | null;
  readonly attribution: Attribution;
  readonly tlp: Tlp;
  readonly markings: string | null;
  readonly presentTlp: Tlp | null;
  readonly presentAttribution: Attribution | null;
  readonly presentState: PublicationState | null;
  readonly presentStatus: string | null;
}

/** What a kept object may say of who is behind it. */
const TELLING = ['created_by_ref', 'where_sighted_refs', 'observed_data_refs'] as const;

/**
 * An object as it leaves, in JSON: with what is decided now, who made it, how it is marked, whether it is real.
 * @param hub the hub's identity, which speaks for whoever is anonymous
 */
export function completed(entry: Logged, hub: string): string {
  const { content, completion, originId, markings, presentStatus } = entry;
  if (completion === 'WHOLE') return content;
  const named = isNamed(entry);
  const more: Record<string, unknown> = {};
  if (completion === 'SIGNED') more.created_by_ref = named ? `identity--${originId}` : hub;
  more.object_marking_refs = [
    markingRef(strictestOf(entry)),
    ...(markings === null ? [] : (JSON.parse(markings) as string[])),
  ];
  const unreal = presentStatus !== null && presentStatus !== 'ACTUAL';
  if (completion === 'SIGNED') {
    if (unreal) more.labels = [presentStatus.toLowerCase()];
    return `${content.slice(0, -1)},${JSON.stringify(more).slice(1)}`;
  }
  const hides = entry.presentAttribution !== null && !named;
  if (!unreal && !hides) return `${content.slice(0, -1)},${JSON.stringify(more).slice(1)}`;
  return rewritten(content, more, { hides, label: unreal ? presentStatus.toLowerCase() : null });
}

/** A kept object that may not come out as it came. */
function rewritten(
  content: string,
  more: Readonly<Record<string, unknown>>,
  { hides, label }: { readonly hides: boolean; readonly label: string | null },
): string {
  const object = JSON.parse(content) as Record<string, unknown>;
  if (hides) for (const name of TELLING) delete object[name];
  const labels = Array.isArray(object.labels) ? object.labels : [];
  return JSON.stringify({ ...object, ...more, ...(label && { labels: [...new Set([...labels, label])] }) });
}

/** A file travels on: so an anonymous origin is told to nobody, its own people included. */
function isNamed({
  type,
  completion,
  attribution,
  presentAttribution,
  presentState,
}: Pick<Logged, 'type' | 'completion' | 'attribution' | 'presentAttribution' | 'presentState'>): boolean {
  const byItself = presentAttribution === null || (type === 'sighting' && completion === 'SIGNED');
  if (byItself) return attribution === 'NAMED';
  return presentAttribution === 'NAMED' && presentState === 'RELEASED';
}

/** The stricter of its own TLP and that of its publication now. */
export const strictestOf = ({ tlp, presentTlp }: Pick<Logged, 'tlp' | 'presentTlp'>): Tlp =>
  presentTlp !== null && loosens(presentTlp, tlp) ? presentTlp : tlp;
