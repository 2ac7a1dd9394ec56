import type { Command } from 'commander';
import type { Context, GlobalOptions } from './context.js';
import type { Io } from './terminal/io.js';

/** What a command's module exports: it gives the command its arguments, options, examples and action. */
export type Define = (command: Command, act: Act) => void;

/** Makes an action for commander out of one that is given a context, then the command's arguments and its options. */
export type Act = <A extends unknown[]>(
  work: (context: Context, ...given: A) => Promise<void>,
) => (...given: unknown[]) => Promise<void>;

export function actWith(io: Io): Act {
  return <A extends unknown[]>(work: (context: Context, ...given: A) => Promise<void>) =>
    async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const { Context } = await import('./context.js');
      await work(new Context(io, command.optsWithGlobals<GlobalOptions>()), ...(given.slice(0, -1) as A));
    };
}

/** Adds examples below a command's help; each is a line to type and what it does. */
export function examples(command: Command, rows: readonly (readonly [string, string])[]): Command {
  const lines = rows.map(([line, does]) => `  # ${does}\n  $ ${line}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
