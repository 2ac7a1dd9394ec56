import { checkObject, isHead, refsOf, type StixObject, Unreadable, upstreamOf, versionAtOf } from '#exchange';

/** What of some objects is to be taken in. */
export interface Sifted {
  readonly objects: readonly StixObject[];
  /** Known indicators that are taken back by themselves. */
  readonly revoked: readonly StixObject[];
  /** How many were left, since they are known or our own. */
  readonly left: number;
  /** How many do not hold to the standard. */
  readonly refused: number;
}

/** The latest version that is known here of an object; undefined of what is not. */
export type KnownVersions = ReadonlyMap<string, string>;

/** What only says of others who they are and how they are marked. */
const ABOUT_OTHERS = new Set(['marking-definition', 'extension-definition', 'identity', 'language-content']);

/** What objects as they came are worth: those that hold to the standard. One that does not spoils no other. */
export function checked(objects: readonly unknown[]): { good: StixObject[]; refused: number } {
  const good: StixObject[] = [];
  for (const object of objects) {
    try {
      good.push(checkObject(object, ''));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return { good, refused: objects.length - good.length };
}

/** The ids by which it may be known: its own, and of a report those from which it was taken. */
export const namesOf = (object: StixObject): string[] => [
  object.id,
  ...(isHead(object) ? upstreamOf(object) : []),
];

/**
 * Leaves out what is known: a hub that reads what another has read from it would else tell everything again, for ever. What a new
 * report names goes with it, known or not, since it is part of what the report says; what one that is left names, or is said of it,
 * is left with it.
 * @param known of the names in question
 */
export function sift(objects: readonly StixObject[], known: KnownVersions): Omit<Sifted, 'refused'> {
  const isNew = (object: StixObject): boolean => {
    const version = known.get(object.id);
    return version === undefined || (object.modified !== undefined && versionAtOf(object) > version);
  };
  const isWanted = (head: StixObject): boolean =>
    isNew(head) &&
    !upstreamOf(head).some((id) => known.has(id)) &&
    // What was taken back before it came has nothing to be taken back here.
    (head.revoked !== true || known.has(head.id));
  const heads = objects.filter(isHead);
  const wanted = new Set(heads.filter(isWanted));
  const named = new Set([...wanted].flatMap((head) => [head.id, ...refsOf(head)]));
  const leftWith = new Set(
    heads.filter((head) => !wanted.has(head)).flatMap((head) => [head.id, ...refsOf(head)]),
  );
  const isLoose = (object: StixObject): boolean =>
    !isHead(object) &&
    isNew(object) &&
    object.revoked !== true &&
    !leftWith.has(object.id) &&
    !(object.type === 'note' && refsOf(object).some((id) => leftWith.has(id) || known.has(id)));
  const kept = objects.filter(
    (object) => named.has(object.id) || ABOUT_OTHERS.has(object.type) || isLoose(object),
  );
  const worth = kept.some((object) => !ABOUT_OTHERS.has(object.type));
  const taken = worth ? kept : [];
  const revoked = objects.filter(
    (object) =>
      object.type === 'indicator' &&
      object.revoked === true &&
      !named.has(object.id) &&
      known.has(object.id) &&
      isNew(object),
  );
  return { objects: taken, revoked, left: objects.length - taken.length - revoked.length };
}
