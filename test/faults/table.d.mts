/** Something wrong that can be put into the code, and the tests that must notice. */
export interface Fault {
  /** The library, and what is wrong. */
  readonly name: string;
  readonly file: string;
  /** Source text that occurs once in the file, however it is broken into lines. */
  readonly find: string;
  readonly replace: string;
  /** Suites, the cheapest first: a project of Jest and a path, such as `unit libs/access/keys`. */
  readonly caughtBy: readonly string[];
}

export const FAULTS: readonly Fault[];
