import type { KevEntry } from '#exchange';
import type { CatalogueNews } from '#publications';

/** CVEs that a publication names. */
const MOST_NAMED = 50;

/** What is told of new entries: each with what it is of and until when it is to be mended. */
export function newsOf(version: string, added: readonly KevEntry[]): CatalogueNews {
  const latest = [...added].sort((a, b) => b.addedOn.localeCompare(a.addedOn) || a.cve.localeCompare(b.cve));
  const named = latest.slice(0, MOST_NAMED);
  const [only] = added;
  const rest = added.length - named.length;
  const title =
    only && added.length === 1
      ? `Known to be exploited: ${only.cve}, ${only.vendor} ${only.product}`
      : `Known to be exploited: ${added.length} more vulnerabilities`;
  return {
    title: title.slice(0, 200),
    body: [
      `CISA has added to its catalogue of known exploited vulnerabilities (${version}):`,
      named.map(lineOf).join('\n'),
      ...(rest > 0 ? [`And ${rest} more.`] : []),
    ].join('\n\n'),
    cves: named.map(({ cve }) => cve),
    references: [
      {
        title: 'CISA: known exploited vulnerabilities',
        url: 'https://www.cisa.gov/known-exploited-vulnerabilities-catalog',
      },
    ],
  };
}

const lineOf = ({ cve, vendor, product, name, dueOn, knownRansomware }: KevEntry): string =>
  `- ${cve}: ${vendor} ${product}: ${name}. To be mended by ${dueOn}.${knownRansomware ? ' Used by ransomware.' : ''}`;
