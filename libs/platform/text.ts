import { badInput, type FieldPath } from './errors.js';

export interface TextRule {
  readonly field: string | FieldPath;
  /** Least and greatest number of code points after cleaning. */
  readonly min?: number;
  readonly max: number;
  /** Takes line feeds and tabs; other line ends become line feeds. */
  readonly multiline?: boolean;
}

/** Normalisation to NFC never makes text shorter than a quarter; so this much may be refused unread. */
const SHRINK = 4;

/** Soft hyphen, zero width space, word joiner, byte order mark: left by editors and browsers, and nothing to a reader. */
const DEBRIS = /[\u00ad\u200b\u2060\ufeff]/gu;

/**
 * Controls, format characters (which hold the bidirectional overrides and isolates, and the invisible tags) but for the
 * two joiners that scripts and emoji need, surrogates, private use, line and paragraph separators, noncharacters.
 * Categories: Unicode Standard Annex 44, table 12; why bidirectional controls deceive: Unicode Technical Report 36.
 */
const REFUSED = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;
const REFUSED_IN_LINES =
  /(?!\u200c|\u200d|\n|\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Text from outside, made fit to be stored: NFC, trimmed, counted in code points.
 * @throws Refusal BAD_INPUT naming the field, for anything but a string, for a length out of bounds, and for characters
 * that do not show or that change how others show.
 */
export function cleanText(value: unknown, rule: TextRule): string {
  const { field, min = 0, max, multiline = false } = rule;
  if (typeof value !== 'string') throw badInput(field, 'This must be text.');
  const tooLong = () => badInput(field, `This must have at most ${max} characters.`);
  if (value.length > (max + 1) * SHRINK * 2) throw tooLong();

  const lines = multiline ? value.replace(/\r\n?/g, '\n') : value;
  const text = lines.replace(DEBRIS, '').normalize('NFC').trim();
  const refused = (multiline ? REFUSED_IN_LINES : REFUSED).exec(text);
  if (refused)
    throw badInput(field, `This holds a character that is not allowed: ${codePointName(refused[0])}.`);

  const length = [...text].length;
  if (length > max) throw tooLong();
  if (length < min) {
    throw badInput(
      field,
      min === 1 ? 'This must not be empty.' : `This must have at least ${min} characters.`,
    );
  }
  return text;
}

/** `cleanText` for a single line. */
export const cleanLine = (value: unknown, rule: Omit<TextRule, 'multiline'>): string =>
  cleanText(value, { ...rule, multiline: false });
