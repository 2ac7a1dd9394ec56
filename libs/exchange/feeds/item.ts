import type { Outgoing, Source } from '../publication.js';

/** A feed: what is said of it as a whole. */
export interface FeedHead {
  readonly title: string;
  /** Where it is served, without a token. */
  readonly url: string;
  /** The page for people. */
  readonly home: string;
  /** The latest change of an entry, or a moment that never changes for an empty feed. */
  readonly updated: string;
}

/** What is read of a strict one: that it is there. TLP 2.0 forbids to pass it on, and who reads a feed is not known. */
export const WITHHELD = 'A publication for you: sign in to read it.';

/** Whether a feed carries an entry's text. */
export const carriesText = ({ tlp }: Pick<Outgoing, 'tlp'>): boolean =>
  tlp !== 'AMBER_STRICT' && tlp !== 'RED';

export const pageOf = ({ id }: Pick<Outgoing, 'id'>, { url }: Source): string => `${url}/publications/${id}`;

/** What never changes for an entry. RFC 4151 would do as well; a UUID needs no domain. */
export const entryIdOf = ({ id }: Pick<Outgoing, 'id'>): string => `urn:uuid:${id}`;

/** The text of an entry, plain. */
export const textOf = ({ summary, body, instructions, withdrawal }: Outgoing): string =>
  withdrawal
    ? `Withdrawn. ${withdrawal.reason}`.trim()
    : [summary, body, instructions && `What to do:\n${instructions}`].filter(Boolean).join('\n\n');
