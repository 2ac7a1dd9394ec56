import type { XmlElement } from '../reading/xml.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const CAP = 'application/cap+xml';

export const isAtom = ({ name, namespace }: XmlElement): boolean => name === 'feed' && namespace === ATOM;

/** Where the alerts lie that an index in Atom lists: each entry's link to a CAP message, or else its first. */
export function linksOfAtom(feed: XmlElement): string[] {
  return feed.children
    .filter(({ name }) => name === 'entry')
    .flatMap((entry) => {
      const links = entry.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
      const link = links.find(({ type }) => type === CAP) ?? links[0];
      return link?.href ? [link.href] : [];
    });
}
