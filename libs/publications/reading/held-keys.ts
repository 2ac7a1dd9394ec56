import { draftKeys, type Key } from '#access';

/** What can open a draft, by the rule itself: whole keys, and beginnings of keys that end in a member's id. */
const OF_DRAFTS = [...draftKeys({ originId: '', submitted: true })];

const opensDrafts = (key: Key): boolean =>
  OF_DRAFTS.some((lock) => (lock.endsWith(':') ? key.startsWith(lock) : key === lock));

/** Of what a principal holds, the keys that can open what has been released. */
export const releaseKeys = (held: ReadonlySet<Key>): Key[] => [...held].filter((key) => !opensDrafts(key));

/** Of what a principal holds, the keys that can open drafts. */
export const draftingKeys = (held: ReadonlySet<Key>): Key[] => [...held].filter(opensDrafts);
