import { badInput, cleanLine, type FieldPath } from '#platform';

/** A name without case and accents: what lists are ordered and searched by, alike on both engines. */
export const sortName = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const MOST_EMAIL = 254;

/** One `@` between a local part and a domain with a dot (RFC 5321, section 4.1.2, without quoted strings and address literals). */
const EMAIL =
  /^[^\s@"(),:;<>[\\\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;

/** The one form of an address under which an account is kept and looked for: NFC, lower case, no blanks around it. */
export const canonicalEmail = (email: string): string =>
  email.normalize('NFC').trim().toLowerCase().normalize('NFC');

/** @throws Refusal BAD_INPUT for what cannot be an e-mail address */
export function readEmail(value: unknown, field: FieldPath): string {
  const email = canonicalEmail(cleanLine(value, { field, min: 1, max: MOST_EMAIL }));
  if (!EMAIL.test(email)) throw badInput(field, 'This is not an e-mail address.');
  return email;
}
