import type { Severity } from '#contract';
import type { Incoming } from '../incoming.js';
import { fitLine, fitLines, fitReferences, fitText } from '../reading/fit.js';
import { momentAt } from '../reading/moment.js';
import { Unreadable } from '../reading/unreadable.js';
import { tlpOfLabel } from '../tlp.js';
import type { CsafDocument } from './document.js';
import { affectedOf } from './products.js';
import { bodyOf, remediesOf } from './text.js';

/** The qualitative ratings of CVSS 3.1, section 5, from their least score, as the hub's levels of nearest meaning. */
const RATINGS: readonly (readonly [number, Severity])[] = [
  [9, 'SEVERE'],
  [7, 'HIGH'],
  [4, 'MEDIUM'],
  [0.1, 'LOW'],
  [0, 'BASELINE'],
];

/** A CSAF document, found valid, as an advisory. */
export function fromCsaf(csaf: CsafDocument): Incoming {
  const { document, vulnerabilities = [] } = csaf;
  const { tracking, publisher, notes = [] } = document;
  if (fitLine(tracking.id, 1_000) !== tracking.id)
    throw new Unreadable('/document/tracking/id', 'This is too long, or holds what does not show.');
  const label = document.distribution?.tlp?.label;
  const cves = [...new Set(vulnerabilities.map(({ cve }) => cve).filter((cve) => cve !== undefined))];
  const products = affectedOf(csaf);
  const body = bodyOf(csaf);
  const remedies = remediesOf(csaf);
  const references = [
    ...(document.references ?? []),
    ...vulnerabilities.flatMap(({ references: more = [] }) => more),
  ];
  return {
    format: 'CSAF',
    sourceId: `${publisher.namespace} ${tracking.id}`,
    follows: [],
    version: tracking.version,
    versionAt: momentAt(tracking.current_release_date, '/document/tracking/current_release_date'),
    withdrawn: document.category === 'csaf_withdrawn',
    tlp: label === undefined ? null : (tlpOfLabel(label) ?? 'RED'),
    said: {
      kind: 'ADVISORY',
      title: fitLine(document.title, 200) ?? tracking.id,
      summary: fitText(notes.find(({ category }) => category === 'summary')?.text, 500),
      body: fitText(body, 50_000),
      instructions: fitText(remedies, 10_000),
      severity: severityOf(csaf),
      affectedProducts: fitLines(products, 200, 100),
      cves: cves.slice(0, 100),
      references: fitReferences(references.map(({ summary: title, url }) => ({ title, url }))),
    },
    regions: [],
    remarks: [
      ...(body.length > 50_000 ? ['The text is cut.'] : []),
      ...(remedies.length > 10_000 ? ['What to do is cut.'] : []),
      ...(products.length > 100 ? [`It names ${products.length} products; 100 are told.`] : []),
      ...(cves.length > 100 ? [`It names ${cves.length} CVEs; 100 are told.`] : []),
      ...(tracking.status === 'final' ? [] : [`Its status is ${tracking.status}.`]),
    ],
  };
}

function severityOf({ vulnerabilities = [] }: CsafDocument): Severity | null {
  const scores = vulnerabilities.flatMap(({ scores: given = [] }) =>
    given
      .map(({ cvss_v3: v3, cvss_v2: v2 }) => v3?.baseScore ?? v2?.baseScore)
      .filter((score) => score !== undefined),
  );
  const highest = Math.max(...scores);
  return RATINGS.find(([least]) => highest >= least)?.[1] ?? null;
}
