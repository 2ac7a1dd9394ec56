import type { ExportFormat } from '#contract';
import {
  bundleOf,
  markingRef,
  type Outgoing,
  type Source,
  type StixObject,
  TLP_MARKINGS,
  toCap,
  toCsaf,
  toCsv,
  toMisp,
  toStix,
} from '#exchange';
import type { Original } from '#imports';

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

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A publication in a format: the document that it was taken from, where it came in the same format, is marked as the
 * publication is and says the same; else one that is written anew.
 * @returns null where the format has no place for it
 */
export async function render(
  format: ExportFormat,
  publication: Outgoing,
  source: Source,
  original: Original | undefined,
): Promise<Exported | null> {
  const { mediaType, ending } = FORMS[format];
  const file = { publicationId: publication.id, fileName: `${publication.id}.${ending}`, mediaType };
  const parts = original?.format === format ? await original.parts() : [];
  if (format === 'STIX') {
    const kept = parts.map((part) => JSON.parse(part) as StixObject);
    return {
      ...file,
      text: bundleText(publication, source, parts, kept, original?.marked ?? false),
      original: kept.length > 0,
    };
  }
  const [whole] = parts;
  if (whole !== undefined && original?.marked) return { ...file, text: whole, original: true };
  switch (format) {
    case 'CAP':
      return publication.kind === 'ALERT'
        ? { ...file, text: toCap(publication, source), original: false }
        : null;
    case 'CSAF':
      return { ...file, text: json(toCsaf(publication, source)), original: false };
    case 'MISP':
      return { ...file, text: json(toMisp(publication, source)), original: false };
    case 'CSV':
      return { ...file, text: toCsv(publication), original: false };
  }
}

/**
 * A bundle with the objects as they came, byte for byte. Where they do not say themselves how they are marked, the hub's own
 * report comes with them, is marked, and refers to each.
 */
function bundleText(
  publication: Outgoing,
  source: Source,
  parts: readonly string[],
  kept: readonly StixObject[],
  marked: boolean,
): string {
  if (kept.length === 0) return json(bundleOf(toStix(publication, source)));
  const refs = [...new Set(kept.filter(({ type }) => type !== 'marking-definition').map(({ id }) => id))];
  const own = marked ? [TLP_MARKINGS[publication.tlp]] : toStix(publication, source, refs);
  const present = new Set(kept.map(({ id }) => id));
  const added = own.filter(({ id }) => !present.has(id) || id !== markingRef(publication.tlp));
  const bundle = bundleOf([...added, ...kept]);
  const texts = [...added.map((object) => JSON.stringify(object)), ...parts];
  return `{"type":"bundle","id":"${bundle.id}","objects":[\n${texts.join(',\n')}\n]}\n`;
}
