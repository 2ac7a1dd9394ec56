import type { ExportFormat } from '#contract';
import { type Outgoing, type Source, toCap, toCsaf, toCsv } from '#exchange';
import type { Original } from '#imports';
import type { Parts } from '#indicators';
import { bundleText } from './rendering/bundle-text.js';
import { json } from './rendering/json.js';
import { mispText } from './rendering/misp-text.js';

/** A publication as a document of another format. */
export interface Exported {
  readonly publicationId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  readonly original: boolean;
}

const FORMS: Readonly<Record<ExportFormat, { readonly mediaType: string; readonly ending: string }>> = {
  STIX: { mediaType: 'application/stix+json;version=2.1', ending: 'stix.json' },
  MISP: { mediaType: 'application/json', ending: 'misp.json' },
  CSAF: { mediaType: 'application/csaf+json', ending: 'csaf.json' },
  CAP: { mediaType: 'application/cap+xml', ending: 'cap.xml' },
  CSV: { mediaType: 'text/csv', ending: 'csv' },
};

/** What a document is made of besides the publication. */
export interface Making {
  /** The document that it was taken from. */
  readonly original: Original | undefined;
  /** Its indicators, as its reader may see them. */
  readonly parts: Parts;
}

/**
 * A publication in a format: the document that it was taken from, where it came in the same format, is marked as the
 * publication is and says the same; else one that is written anew.
 * @returns null where the format has no place for it
 */
export async function render(
  format: ExportFormat,
  told: Outgoing,
  source: Source,
  { original, parts }: Making,
): Promise<Exported | null> {
  const { mediaType, ending } = FORMS[format];
  const publication = { ...told, updatedAt: later(told.updatedAt, parts.changedAt) };
  const file = { publicationId: publication.id, fileName: `${publication.id}.${ending}`, mediaType };
  const kept = original?.format === format ? await original.parts() : [];
  const whole = original?.marked ? kept[0] : undefined;
  switch (format) {
    case 'STIX': {
      const marked = original?.marked ?? false;
      return {
        ...file,
        text: bundleText(publication, source, { kept, marked, parts }),
        original: kept.length > 0,
      };
    }
    case 'MISP':
      return { ...file, ...mispText(publication, source, { whole, parts }) };
    case 'CAP':
      if (publication.kind !== 'ALERT' && whole === undefined) return null;
      return { ...file, text: whole ?? toCap(publication, source), original: whole !== undefined };
    case 'CSAF':
      return { ...file, text: whole ?? json(toCsaf(publication, source)), original: whole !== undefined };
    case 'CSV':
      return { ...file, text: toCsv(publication), original: false };
  }
}

/** What refers to an indicator that was added since says something new. */
export const later = (updatedAt: string, changedAt: string | null): string =>
  changedAt !== null && changedAt > updatedAt ? changedAt : updatedAt;
