/** What comes from outside and cannot be taken in, with where in it the fault lies. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    /** A JSON pointer (RFC 6901) or `line 3, column 7`; empty where the whole is meant. */
    readonly where: string,
    readonly reason: string,
  ) {
    super(where ? `${where}: ${reason}` : reason);
  }
}

/** A JSON pointer to a member below another. RFC 6901, section 3. */
export const below = (pointer: string, name: string | number): string =>
  typeof name === 'number' || isPlain(name)
    ? `${pointer}/${name}`
    : `${pointer}/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Nearly all are, and a pointer is made for each property of each object, in case that it is wrong. */
const isPlain = (name: string): boolean => name.length <= 100 && !name.includes('~') && !name.includes('/');
