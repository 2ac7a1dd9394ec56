import { badInput, type FieldPath } from '#platform';
import { isGuessable } from './guessable.js';

/** Code points. NIST SP 800-63B-4, section 3.1.1.2: at least 15 where a password is the only factor, at least 64 must be allowed. */
const LEAST = 15;
const MOST = 256;

/** Controls are not typed but pasted by mistake; half a surrogate pair would be hashed like any other half. */
const REFUSED = /[\p{Cc}\p{Cs}]/u;

/** The form in which a password is hashed, so that it is the same from every keyboard. */
export const canonicalPassword = (password: string): string => password.normalize('NFC');

/** @throws Refusal BAD_INPUT for nothing, and for more than any password has */
export function assertPasswordLength(password: string, field: FieldPath): void {
  if (password === '') throw badInput(field, 'Give a password.');
  if (password.length > MOST * 4 || [...canonicalPassword(password)].length > MOST) {
    throw badInput(field, `A password has at most ${MOST} characters.`);
  }
}

/**
 * A new password, as it will be hashed. There are no rules on kinds of characters, and nothing is cut off or trimmed.
 * @param own words of its owner's surroundings, of which it must not consist
 * @throws Refusal BAD_INPUT
 */
export function readNewPassword(password: string, own: readonly string[], field: FieldPath): string {
  assertPasswordLength(password, field);
  const canonical = canonicalPassword(password);
  if ([...canonical].length < LEAST)
    throw badInput(field, `Use at least ${LEAST} characters; several words are fine.`);
  if (REFUSED.test(canonical)) throw badInput(field, 'This holds a control character.');
  if (isGuessable(canonical, own)) {
    throw badInput(
      field,
      'This is too easily guessed: add words that have nothing to do with you, your office or each other.',
    );
  }
  return canonical;
}
