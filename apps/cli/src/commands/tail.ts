import { Option } from 'commander';
import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { ReleasePosition } from '../generated/operations.generated.js';
import { onLine, type Wanted } from '../live/line.js';
import { followReleases } from '../live/releases.js';
import { type FilterOptions, filtered, filterOf } from '../options/filter.js';
import { numberOption } from '../options/values.js';
import { releaseView } from '../views/release.js';

interface Options extends FilterOptions {
  readonly after?: string;
  readonly transport: Wanted;
  readonly limit?: number;
}

export const define: Define = (command, act) => {
  command.description(
    'What is released, as it happens, until you stop it. When the connection breaks it goes on where it was, without gap or repeat. With --json, one object a line; each carries the cursor to resume after.',
  );
  filtered(command)
    .option('--after <cursor>', 'first what was released after this cursor')
    .addOption(
      new Option('--transport <name>', 'how to be served: auto tries WebSocket, then server-sent events')
        .choices(['auto', 'websocket', 'sse'])
        .default('auto'),
    )
    .addOption(numberOption('-n, --limit <count>', 'stop after so many', 1, 1_000_000))
    .action(act(run));
  examples(command, [
    ['watchfire tail', 'watch what is released'],
    ["watchfire tail --region 'dane wi' --severity medium", 'only what concerns Dane County and matters'],
    [
      'watchfire tail --json --after "$(cat cursor)" | while read -r line; do jq -r .cursor <<<"$line" > cursor; done',
      'go on where an earlier run stopped',
    ],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const hub = await context.hub();
  const filter = await filterOf(hub, options);
  const after = options.after ?? (await hub.read(ReleasePosition, {})).releasePosition;
  await onLine(context, hub, options.transport, async (line) => {
    let shown = 0;
    for await (const release of followReleases({ ...line, after, filter })) {
      context.showOne(release, releaseView);
      shown += 1;
      if (shown === options.limit) break;
    }
  });
}
