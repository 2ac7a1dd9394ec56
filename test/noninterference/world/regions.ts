import type { MemberKind, RegionLine } from '#access';

/** The part of the tree that the world uses, each region with all above it, nearest first. */
export const LINES: Readonly<Record<string, RegionLine>> = {
  US: ['US'],
  R05: ['R05', 'US'],
  R04: ['R04', 'US'],
  '55': ['55', 'R05', 'US'],
  '17': ['17', 'R05', 'US'],
  '55025': ['55025', '55', 'R05', 'US'],
  '55079': ['55079', '55', 'R05', 'US'],
  '55027': ['55027', '55', 'R05', 'US'],
  '17031': ['17031', '17', 'R05', 'US'],
  '5502548000': ['5502548000', '55025', '55', 'R05', 'US'],
};

export const lineOf = (code: string): RegionLine => {
  const line = LINES[code];
  if (!line) throw new Error(`The world has no region ${code}.`);
  return line;
};

const within = (code: string): string[] => Object.keys(LINES).filter((one) => LINES[one]?.includes(code));

/** Regions that a member may address by itself, for the most part; what goes beyond waits for review. */
export function addressableBy(
  kind: MemberKind,
  jurisdiction: RegionLine,
  agreed: readonly string[],
): string[] {
  if (kind === 'LOCAL') return within(jurisdiction.find((code) => code.length === 2) ?? 'US');
  if (kind === 'PARTNER') return agreed.flatMap(within);
  return Object.keys(LINES);
}
