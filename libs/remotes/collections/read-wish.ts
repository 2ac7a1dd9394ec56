import type { RemoteCredentialsInput } from '#contract';
import { badInput, cleanLine } from '#platform';
import type { Credentials } from '../polling/taxii-client.js';

const LONGEST_NAME = 100;
const LONGEST = { user: 200, password: 500, token: 2_000 } as const;
const MOST_MINUTES = 1_440;
const COLLECTION = /\/collections\/[^/]+\/$/;

/** @throws Refusal BAD_INPUT */
export const readName = (name: string): string =>
  cleanLine(name, { field: ['input', 'name'], min: 1, max: LONGEST_NAME });

/** The address of a collection, with the slash in which every path of TAXII ends. @throws Refusal BAD_INPUT */
export function collectionUrl(href: string): string {
  const url = new URL(href);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  if (url.search || !COLLECTION.test(url.pathname))
    throw badInput(['input', 'url'], 'Give the address of a collection: it ends in /collections/<id>/.');
  return url.href;
}

/** @throws Refusal BAD_INPUT naming the field */
export function readCredentials(input: RemoteCredentialsInput | null | undefined): Credentials {
  const part = (name: 'user' | 'password' | 'token'): string | null => {
    const field = ['input', 'credentials', name];
    const text = input?.[name];
    return text == null ? null : cleanLine(text, { field, min: 1, max: LONGEST[name] });
  };
  const [user, password, token] = [part('user'), part('password'), part('token')];
  if (token !== null) {
    if (user !== null || password !== null)
      throw badInput(
        ['input', 'credentials', 'token'],
        'Give a user name with a password, or a token, and not both.',
      );
    if (!/^[\x21-\x7e]+$/.test(token))
      throw badInput(
        ['input', 'credentials', 'token'],
        'A token has no spaces and no other letters than ASCII.',
      );
    return { by: 'TOKEN', token };
  }
  if (user === null && password === null) return { by: 'NOTHING' };
  if (user === null || password === null)
    throw badInput(
      ['input', 'credentials', user === null ? 'user' : 'password'],
      'A user name and a password go together.',
    );
  if (user.includes(':')) throw badInput(['input', 'credentials', 'user'], 'A user name holds no colon.');
  return { by: 'PASSWORD', user, password };
}

/** @throws Refusal BAD_INPUT */
export function readMinutes(minutes: number): number {
  if (minutes < 1 || minutes > MOST_MINUTES)
    throw badInput(['input', 'everyMinutes'], `This is from 1 to ${MOST_MINUTES} minutes.`);
  return minutes;
}
