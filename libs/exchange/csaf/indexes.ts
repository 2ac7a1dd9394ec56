import { isRecord } from '../stix/check/kinds.js';

const many = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

/** Where a provider's documents are to be found: its ROLIE feeds and, without one, its folders' lists. */
export function linksOfProvider(metadata: Readonly<Record<string, unknown>>): string[] {
  const distributions = many(metadata.distributions);
  const feeds = distributions.flatMap(({ rolie }) =>
    isRecord(rolie) ? many(rolie.feeds).flatMap(({ url }) => text(url)) : [],
  );
  const folders = distributions.flatMap(({ directory_url: url }) =>
    text(url).map((folder) => `${folder.replace(/\/*$/, '/')}index.txt`),
  );
  return feeds.length > 0 ? feeds : folders;
}

/** The documents that a ROLIE feed lists. RFC 8322, section 6. */
export function linksOfRolie({ feed }: Readonly<Record<string, unknown>>): string[] {
  const entries = isRecord(feed) ? many(feed.entry) : [];
  return entries.flatMap(({ content, link }) => {
    const source = isRecord(content) ? text(content.src) : [];
    const self = many(link)
      .filter(({ rel }) => rel === 'self')
      .flatMap(({ href }) => text(href));
    return (source.length > 0 ? source : self).slice(0, 1);
  });
}

const PATH = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\s"<>\\]{1,500}\.json$/;

/** The documents that an `index.txt` lists, below its own folder; null for any other text. */
export function linksOfIndex(lines: string): string[] | null {
  const paths = lines.split(/\r?\n/).filter((line) => line.trim() !== '');
  return paths.length > 0 && paths.every((path) => PATH.test(path)) ? paths : null;
}
