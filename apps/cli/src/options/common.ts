import type { Command } from 'commander';
import { numberOption } from './values.js';

export interface PageOptions {
  readonly first: number;
  readonly after?: string;
}

/** How much of a list, and from where. */
export const paged = (command: Command, usual = 20): Command =>
  command
    .addOption(numberOption('-n, --first <count>', 'how many', 1, 10_000).default(usual))
    .option('--after <cursor>', 'go on after the page that ended with this cursor (`next` in JSON)');

export interface RepeatOptions {
  readonly idempotencyKey?: string;
}

/** For what is to happen once, however often the command is repeated. */
export const repeatable = (command: Command): Command =>
  command.option(
    '--idempotency-key <key>',
    'repeat an earlier command safely: under the same key it is done once',
  );
