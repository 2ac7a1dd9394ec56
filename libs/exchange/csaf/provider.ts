import { createHash } from 'node:crypto';
import type { Source } from '../publication.js';
import type { CsafDocument } from './document.js';
import { fileNameOf } from './to-csaf.js';

/** A document of the tree with the text that is served of it. */
export interface Published {
  readonly document: CsafDocument;
  readonly text: string;
}

/** Where the parts of the tree lie below the hub's address. CSAF 2.0, section 7.1. */
export const CSAF_TREE = '/.well-known/csaf';
export const WHITE_FEED = 'csaf-feed-tlp-white.json';

/** `white/2026/wf-….json`: TLP and the year of the first release. */
export function pathOf({ document: { tracking } }: CsafDocument): string {
  return `white/${tracking.initial_release_date.slice(0, 4)}/${fileNameOf(tracking.id)}`;
}

/** CSAF 2.0, section 7.1.7 to 7.1.9. */
export function providerMetadata({ hub, url }: Source, lastUpdated: string) {
  const tree = `${url}${CSAF_TREE}`;
  return {
    canonical_url: `${tree}/provider-metadata.json`,
    distributions: [
      { directory_url: `${tree}/white` },
      {
        rolie: {
          feeds: [
            { summary: 'All TLP:CLEAR publications', tlp_label: 'WHITE', url: `${tree}/white/${WHITE_FEED}` },
          ],
        },
      },
    ],
    last_updated: lastUpdated,
    list_on_CSAF_aggregators: true,
    metadata_version: '2.0',
    mirror_on_CSAF_aggregators: true,
    publisher: { category: 'coordinator', name: hub.name, namespace: url },
    // Not `csaf_trusted_provider`: that needs OpenPGP signatures.
    role: 'csaf_provider',
  };
}

/** CSAF 2.0, section 7.1.15: the ROLIE feed of one TLP. RFC 8322. */
export function rolieFeed(published: readonly CsafDocument[], { url }: Source, updated: string) {
  const tree = `${url}${CSAF_TREE}`;
  return {
    feed: {
      id: 'watchfire-csaf-feed-tlp-white',
      title: 'TLP:CLEAR publications',
      link: [{ rel: 'self', href: `${tree}/white/${WHITE_FEED}` }],
      category: [{ scheme: 'urn:ietf:params:rolie:category:information-type', term: 'csaf' }],
      updated,
      entry: published.map((csaf) => {
        const { tracking, title } = csaf.document;
        const href = `${tree}/${pathOf(csaf)}`;
        return {
          id: tracking.id,
          title,
          link: [
            { rel: 'self', href },
            { rel: 'hash', href: `${href}.sha256` },
            { rel: 'hash', href: `${href}.sha512` },
          ],
          published: tracking.initial_release_date,
          updated: tracking.current_release_date,
          content: { type: 'application/json', src: href },
          format: {
            schema: 'https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json',
            version: '2.0',
          },
        };
      }),
    },
  };
}

/** CSAF 2.0, section 7.1.12: every document, a line each, below the folder of its TLP. */
export const indexText = (published: readonly CsafDocument[]): string =>
  published.map((csaf) => `${belowWhite(csaf)}\n`).join('');

/** CSAF 2.0, section 7.1.13: the latest change first. */
export const changesCsv = (published: readonly CsafDocument[]): string =>
  [...published]
    .sort((a, b) => (currentOf(a) < currentOf(b) ? 1 : -1))
    .map((csaf) => `"${belowWhite(csaf)}","${currentOf(csaf)}"\n`)
    .join('');

const belowWhite = (csaf: CsafDocument): string => pathOf(csaf).slice('white/'.length);
const currentOf = (csaf: CsafDocument): string => csaf.document.tracking.current_release_date;

/** CSAF 2.0, section 7.1.18: a hash beside the file, as `sha256sum` writes it. */
export const hashText = (algorithm: 'sha256' | 'sha512', text: string, file: string): string =>
  `${createHash(algorithm).update(text).digest('hex')}  ${file}\n`;
