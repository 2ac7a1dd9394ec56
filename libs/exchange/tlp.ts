import type { Tlp } from '#access';

/** From the loosest to the strictest; FIRST gives the labels, and this order follows from what each allows. */
export const TLP_ORDER: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];

export const TLP_LABELS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'TLP:CLEAR',
  GREEN: 'TLP:GREEN',
  AMBER: 'TLP:AMBER',
  AMBER_STRICT: 'TLP:AMBER+STRICT',
  RED: 'TLP:RED',
};

const WORDS: ReadonlyMap<string, Tlp> = new Map<string, Tlp>([
  ['CLEAR', 'CLEAR'],
  ['WHITE', 'CLEAR'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['AMBER+STRICT', 'AMBER_STRICT'],
  ['AMBER-STRICT', 'AMBER_STRICT'],
  ['AMBER_STRICT', 'AMBER_STRICT'],
  ['AMBER STRICT', 'AMBER_STRICT'],
  ['RED', 'RED'],
]);

/**
 * The TLP of a label as the field writes it: `TLP:AMBER+STRICT`, `tlp:white`, `AMBER`. TLP 1.0's WHITE is 2.0's CLEAR.
 * @returns null for what is no label of FIRST's
 */
export const tlpOfLabel = (label: string): Tlp | null =>
  WORDS.get(
    label
      .trim()
      .toUpperCase()
      .replace(/^TLP[:-]\s*/, ''),
  ) ?? null;

/** Whether a text claims to be a TLP label, known or not. */
export const claimsTlp = (label: string): boolean => /^\s*tlp\s*[:=-]/i.test(label);

export const strictest = (...tlps: readonly Tlp[]): Tlp =>
  TLP_ORDER[Math.max(0, ...tlps.map((tlp) => TLP_ORDER.indexOf(tlp)))] ?? 'RED';

export const isStricter = (a: Tlp, b: Tlp): boolean => TLP_ORDER.indexOf(a) > TLP_ORDER.indexOf(b);

/** What unmarked input gets: its source's default, never looser than AMBER. */
export const unmarked = (sourceDefault: Tlp | null): Tlp => strictest('AMBER', sourceDefault ?? 'AMBER');
