import { InvalidArgumentError, Option } from 'commander';
import { usage } from '../failure.js';
import { ENUMS } from '../generated/operations.generated.js';
import { words } from '../terminal/words.js';

export type EnumName = keyof typeof ENUMS;
export type EnumValue<E extends EnumName> = (typeof ENUMS)[E][number];

const folded = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/^TLP:/, '')
    .replace(/[\s+-]+/g, '_');

/** A value of one of the contract's enums, however people write it: `high`, `TLP:AMBER+STRICT`, `voter-registration`. */
export function enumValue<E extends EnumName>(name: E, text: string, field: string): EnumValue<E> {
  const values: readonly string[] = ENUMS[name];
  const found = values.find((value) => value === folded(text));
  if (found === undefined) throw usage(`${field} must be one of: ${values.map(words).join(', ')}.`);
  return found as EnumValue<E>;
}

/** An option that takes one value of an enum. */
export const enumOption = <E extends EnumName>(flags: string, description: string, name: E): Option =>
  new Option(flags, `${description} (${choices(name)})`).argParser((text: string) => checked(name, text));

/** An option that takes values of an enum, separated by commas or repeated. */
export const enumsOption = <E extends EnumName>(flags: string, description: string, name: E): Option =>
  listOption(flags, `${description} (${choices(name)})`, (text) => checked(name, text));

const choices = (name: EnumName): string =>
  ENUMS[name].map((value) => words(value).replaceAll(' ', '-')).join(', ');

function checked<E extends EnumName>(name: E, text: string): EnumValue<E> {
  const values: readonly string[] = ENUMS[name];
  if (!values.includes(folded(text))) throw new InvalidArgumentError(`Allowed: ${choices(name)}.`);
  return folded(text) as EnumValue<E>;
}

/** An option that may be repeated, each time with one value or several separated by commas. */
export function listOption<T>(flags: string, description: string, read: (text: string) => T): Option {
  return new Option(flags, description).argParser((text: string, before: readonly T[] | undefined) => [
    ...(before ?? []),
    ...text.split(',').map((part) => read(part.trim())),
  ]);
}

/** An option that may be repeated; a comma is part of the text. */
export const textsOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((text: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    text,
  ]);

/** A whole number within bounds. */
export const numberOption = (flags: string, description: string, least: number, most: number): Option =>
  new Option(flags, description).argParser((text: string) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return value;
  });
