import type { Command } from 'commander';
import type { Context, View } from '../context.js';
import type { Document } from '../hub/document.js';
import type { Hub } from '../hub/hub.js';
import { numberOption } from '../options/values.js';
import { follow } from './follow.js';
import { onLine } from './line.js';

export interface WatchOptions {
  readonly watch?: boolean;
  readonly count?: number;
}

type Show = <T>(data: T, view: View<T>) => void;

const CLEAR = '\u001b[H\u001b[2J';

export const watchable = (command: Command): Command =>
  command
    .option('-w, --watch', 'show it anew whenever it has changed, until you stop it')
    .addOption(numberOption('--count <times>', 'with --watch: stop after so many', 1, 1_000_000));

/** Shows something once, or with --watch whenever the hub says that it has changed: each time under the other, on a screen in its place. */
export async function shownAsItIs<D>(
  context: Context,
  hub: Hub,
  { watch = false, count }: WatchOptions,
  {
    query,
    publicationId,
  }: { readonly query: Document<D, { publicationId: string }>; readonly publicationId: string },
  read: (show: Show) => Promise<void>,
): Promise<void> {
  if (!watch) return read((data, view) => context.show(data, view));
  const screen = context.io.stdout.isTTY === true && !context.json;
  await onLine(context, hub, 'auto', async (line) => {
    let shown = 0;
    for await (const _ of follow({ ...line, query, variables: () => ({ publicationId }) })) {
      if (screen) context.io.stdout.write(CLEAR);
      await read((data, view) => context.showOne(data, view));
      shown += 1;
      if (shown === count) break;
    }
  });
}
