import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
type Terminal<S> = S & { readonly isTTY?: boolean };

/** What the command reads and writes: the process's own, or a test's. */
export interface Io {
  readonly stdin: Terminal<Readable>;
  readonly stdout: Terminal<Writable> & { readonly columns?: number };
  readonly stderr: Terminal<Writable>;
  readonly env: NodeJS.ProcessEnv;
}

/** Whether somebody sits there who can be asked. */
export const interactive = (io: Io): boolean => io.stdin.isTTY === true && io.stderr.isTTY === true;

/** Columns to fill; without limit where the output goes into a file or another program. */
export const widthOf = (io: Io): number =>
  io.stdout.isTTY ? Math.max(40, io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
