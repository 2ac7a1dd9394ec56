import { Option } from 'commander';
import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { ReleasePosition } from '../generated/operations.generated.js';
import { CLIENT } from '../hub/hub.js';
import { follow, type Notice } from '../live/follow.js';
import type { Transport } from '../live/transport.js';
import { type FilterOptions, filtered, filterOf } from '../options/filter.js';
import { numberOption } from '../options/values.js';
import { releaseView } from '../views/release.js';

interface Options extends FilterOptions {
  readonly after?: string;
  readonly transport: 'auto' | Transport['name'];
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
  const end = new AbortController();
  const stop = () => end.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    let shown = 0;
    const releases = follow({
      hub: hub.url,
      client: CLIENT,
      bearer: () => hub.bearers.forReading(),
      transports: await transportsFor(options.transport),
      after,
      filter,
      signal: end.signal,
      notice: (notice) => context.io.stderr.write(`${told(notice, hub.url)}\n`),
    });
    for await (const release of releases) {
      context.showOne(release, releaseView);
      shown += 1;
      if (shown === options.limit) break;
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function transportsFor(wanted: Options['transport']): Promise<readonly Transport[]> {
  const websocket = async () => (await import('../live/websocket.js')).websocket;
  const sse = async () => (await import('../live/sse.js')).sse;
  if (wanted === 'auto') return Promise.all([websocket(), sse()]);
  return [await (wanted === 'sse' ? sse() : websocket())];
}

const NAMES: Record<Transport['name'], string> = { websocket: 'WebSocket', sse: 'server-sent events' };

function told(notice: Notice, hub: string): string {
  if (notice.what === 'connected') return `Watching ${hub} over ${NAMES[notice.by]}.`;
  if (notice.what === 'other') return `No connection; trying ${NAMES[notice.by]}.`;
  return `The connection ended; going on in ${notice.waitSeconds} s where it was.`;
}
