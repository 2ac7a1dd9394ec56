import type { CsafDocument, CsafNote, CsafVulnerability } from './document.js';

const HEADINGS: Readonly<Record<string, string>> = {
  description: 'Description',
  details: 'Details',
  faq: 'Questions',
  general: 'General',
  legal_disclaimer: 'Legal disclaimer',
  other: 'Other',
  summary: 'Summary',
};

const noteText = ({ category, title, text }: CsafNote): string =>
  `### ${title ?? HEADINGS[category] ?? category}\n\n${text}`;

function vulnerabilityText(vulnerability: CsafVulnerability): string {
  const { cve, cwe, title, notes = [], scores = [], threats = [] } = vulnerability;
  const scored = scores.flatMap(({ cvss_v3: v3, cvss_v2: v2 }) => (v3 ? [v3] : v2 ? [v2] : []));
  const facts = [
    ...(cwe ? [`${cwe.id}: ${cwe.name}`] : []),
    ...new Map(
      scored.map((score) => [score.vectorString, `CVSS ${score.baseScore} (${score.vectorString})`]),
    ).values(),
    ...threats.map(({ category, details }) => `${category.replaceAll('_', ' ')}: ${details}`),
  ];
  return [
    `## ${[cve, title].filter(Boolean).join(' ') || 'Vulnerability'}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...notes.map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What a document says, as Markdown: its notes, each vulnerability, and how it came to be as it is. */
export function bodyOf({ document, vulnerabilities = [] }: CsafDocument): string {
  const history = document.tracking.revision_history.map(
    ({ number, date, summary }) => `- ${number} (${date.slice(0, 10)}): ${summary}`,
  );
  return [
    ...(document.notes ?? [])
      .filter(({ category }) => category !== 'summary' && category !== 'legal_disclaimer')
      .map(noteText),
    ...vulnerabilities.map(vulnerabilityText),
    `## Revisions\n\n${history.join('\n')}`,
  ].join('\n\n');
}

/** What to do about it: every remediation once, with what it is for. */
export function remediesOf({ vulnerabilities = [] }: CsafDocument): string {
  const remedies = vulnerabilities.flatMap(({ cve, remediations = [] }) =>
    remediations.map(({ category, details, url }) => ({
      cve,
      text: `${category.replaceAll('_', ' ')}: ${details}${url ? ` <${url}>` : ''}`,
    })),
  );
  const cvesByText = new Map<string, string[]>();
  for (const { cve, text } of remedies)
    cvesByText.set(text, [...(cvesByText.get(text) ?? []), ...(cve ? [cve] : [])]);
  return [...cvesByText]
    .map(([text, cves]) => `- ${text}${cves.length > 0 ? ` (${cves.join(', ')})` : ''}`)
    .join('\n');
}
