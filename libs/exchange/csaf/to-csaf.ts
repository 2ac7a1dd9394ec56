import type { Tlp } from '#access';
import { assertMayLeave, authorOf, headlineOf, type Outgoing, type Source } from '../publication.js';
import { TLP_LABELS } from '../tlp.js';
import type { CsafDocument, CsafNote, CsafReference, CsafVulnerability } from './document.js';

/** CSAF 2.0 has the four labels of TLP 1.0. AMBER+STRICT has none of its own, so it gets the next stricter one. */
const LABELS: Record<Exclude<Tlp, 'RED'>, string> = {
  CLEAR: 'WHITE',
  GREEN: 'GREEN',
  AMBER: 'AMBER',
  AMBER_STRICT: 'RED',
};

const productId = (index: number): string => `WFPID-${String(index + 1).padStart(4, '0')}`;

export const trackingIdOf = ({ id }: Pick<Outgoing, 'id'>): string => `WF-${id}`;

/** CSAF 2.0, section 5.1: lower case, every run of other characters one underscore. */
export const fileNameOf = (trackingId: string): string =>
  `${trackingId.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_')}.json`;

/**
 * A publication as a CSAF 2.0 document that passes the schema and the mandatory tests.
 * @param self where the document itself is served, if it is
 * @throws TypeError for TLP:RED, which leaves by no way
 */
export function toCsaf(publication: Outgoing, source: Source, self: string | null = null): CsafDocument {
  assertMayLeave(publication);
  const { tlp, affectedProducts: products } = publication;
  const author = authorOf(publication, source);
  const references = referencesOf(publication, source, self);
  const notes = notesOf(publication);
  const vulnerabilities = vulnerabilitiesOf(publication);
  return {
    document: {
      category: categoryOf(publication, references),
      csaf_version: '2.0',
      lang: 'en-US',
      title: headlineOf(publication),
      distribution: {
        text: TLP_LABELS[tlp],
        tlp: { label: LABELS[tlp as Exclude<Tlp, 'RED'>], url: 'https://www.first.org/tlp/' },
      },
      publisher: {
        category: author.kind === 'PARTNER' ? 'vendor' : 'coordinator',
        name: author.name,
        namespace: source.url,
      },
      notes,
      ...(references.length > 0 ? { references } : {}),
      tracking: trackingOf(publication),
    },
    ...(products.length > 0
      ? {
          product_tree: {
            full_product_names: products.map((name, index) => ({ name, product_id: productId(index) })),
          },
        }
      : {}),
    ...(vulnerabilities.length > 0 ? { vulnerabilities } : {}),
  };
}

/** CSAF 2.0, section 4: the profile whose rules the document keeps. */
function categoryOf({ affectedProducts, cves }: Outgoing, references: readonly CsafReference[]): string {
  if (affectedProducts.length > 0 && cves.length > 0) return 'csaf_security_advisory';
  const external = references.some(({ category }) => category === 'external');
  return external && cves.length === 0 && affectedProducts.length === 0
    ? 'csaf_informational_advisory'
    : 'csaf_base';
}

/** There is always one that tells something, which most profiles ask for: CSAF 2.0, sections 4.3 and 6.1.27.1. */
function notesOf(publication: Outgoing): CsafNote[] {
  const { summary, body, instructions, withdrawal, handling } = publication;
  const notes: (CsafNote | null)[] = [
    withdrawal
      ? { category: 'summary', title: 'Withdrawn', text: `This was withdrawn. ${withdrawal.reason}`.trim() }
      : null,
    summary ? { category: 'summary', title: 'Summary', text: summary } : null,
    body ? { category: 'details', title: 'Details', text: body } : null,
    instructions ? { category: 'general', title: 'What to do', text: instructions } : null,
  ];
  const said = notes.filter((note) => note !== null);
  return [
    ...(said.length > 0 ? said : [{ category: 'summary', text: headlineOf(publication) }]),
    ...(handling.length > 0 ? [{ category: 'other', title: 'Handling', text: handling.join('\n') }] : []),
  ];
}

function referencesOf(publication: Outgoing, { url }: Source, self: string | null): CsafReference[] {
  return [
    ...(self ? [{ category: 'self', summary: 'This document', url: self }] : []),
    {
      category: 'self',
      summary: 'This publication at the hub',
      url: `${url}/publications/${publication.id}`,
    },
    ...publication.references.map(({ title: summary, url: address }) => ({
      category: 'external',
      summary,
      url: address,
    })),
  ];
}

/** Versions are whole numbers, from 1. What came before the reader could see it is not counted. */
function trackingOf(publication: Outgoing): CsafDocument['document']['tracking'] {
  const { publishedAt, updatedAt, withdrawal, revisions } = publication;
  return {
    id: trackingIdOf(publication),
    status: 'final',
    version: String(revisions.length),
    initial_release_date: publishedAt,
    current_release_date: updatedAt,
    revision_history: revisions.map(({ at, note }, index) => {
      const last = index + 1 === revisions.length;
      const usual = last && withdrawal ? 'Withdrawn.' : index === 0 ? 'Published.' : 'Revised.';
      return { date: at, number: String(index + 1), summary: note ?? usual };
    }),
    generator: { engine: { name: 'Watchfire' } },
  };
}

function vulnerabilitiesOf({
  cves,
  affectedProducts,
  summary,
  title,
  instructions,
}: Outgoing): CsafVulnerability[] {
  const ids = affectedProducts.map((_, index) => productId(index));
  return cves.map((cve) => ({
    cve,
    notes: [{ category: 'summary', text: summary ?? title ?? cve }],
    ...(ids.length > 0 ? { product_status: { known_affected: ids } } : {}),
    ...(ids.length > 0 && instructions
      ? { remediations: [{ category: 'mitigation', details: instructions, product_ids: ids }] }
      : {}),
  }));
}
