/** What the hub's text refuses: controls but for line ends and tabs, format characters but for two joiners, and what is no character. */
const UNFIT = /(?!\u200c|\u200d|\n|\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text of another format as the hub takes it: what is not shown is taken out, and what is too long is cut at its end. The
 * original keeps the whole.
 */
export function fitText(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return null;
  const clean = value
    .slice(0, most * 8)
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(UNFIT, '')
    .trim();
  const points = [...clean];
  return points.length === 0
    ? null
    : points.length > most
      ? `${points
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`
      : clean;
}

/** `fitText` for a single line. */
export const fitLine = (value: unknown, most: number): string | null =>
  typeof value === 'string' ? fitText(value.slice(0, most * 8).replace(/\s+/g, ' '), most) : null;

/** Lines, each once, as many as are taken. */
export const fitLines = (values: readonly unknown[], most: number, entries: number): string[] =>
  [...new Set(values.map((value) => fitLine(value, most)))]
    .filter((value) => value !== null)
    .slice(0, entries);

const CVE = /\bCVE-\d{4}-\d{4,19}\b/gi;

/** The CVE ids that a text names, in capitals. */
export const cvesIn = (text: string): string[] =>
  [...new Set((text.match(CVE) ?? []).map((cve) => cve.toUpperCase()))].slice(0, 100);

const WEB = /^https?:\/\/[^\s\\<>"]+$/i;

/** An address that the hub takes as a reference; null for any other. */
export function fitUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2_000 || !WEB.test(value) || !URL.canParse(value))
    return null;
  const { username, password } = new URL(value);
  return username || password ? null : value;
}

/** References that the hub takes, each address once. */
export function fitReferences(
  values: readonly { title: unknown; url: unknown }[],
): { title: string; url: string }[] {
  const fit = values.flatMap(({ title, url }) => {
    const address = fitUrl(url);
    return address ? [{ title: fitLine(title, 200) ?? new URL(address).host, url: address }] : [];
  });
  return [...new Map(fit.map((reference) => [reference.url, reference])).values()].slice(0, 50);
}
