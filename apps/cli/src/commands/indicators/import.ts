import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { Failure, usage } from '../../failure.js';
import type { Hub } from '../../hub/hub.js';
import { postLines } from '../../hub/lists.js';
import { persistently } from '../../hub/retry.js';
import { type SharedOptions, shared, type Wish, wishOf } from '../../options/shared.js';
import { safeLine } from '../../terminal/sanitize.js';
import { counted } from '../../terminal/words.js';

/** Lines sent at once: each part is done before the next is sent, so a break costs one part, and repeating it nothing. */
const PART = 10_000;

interface Options extends SharedOptions {
  readonly ndjson?: boolean;
}

interface Tally {
  added: number;
  updated: number;
  known: number;
  refused: number;
}

/** What the hub tells of a part, a line each. */
type Report = Partial<Tally & { readonly done: true; readonly stopped: string; readonly code: string }> & {
  readonly line?: number;
  readonly refused?: string | number;
  readonly field?: string;
  readonly warning?: string;
  readonly value?: string;
};

export const define: Define = (command, act) => {
  command
    .description(
      'Share a list of indicators of any length, one a line. What is bad is told with its line and left out; the same list again changes nothing.',
    )
    .argument('<file>', 'the list; - is standard input')
    .option('--ndjson', 'each line is JSON: {"value": …, "confidence": …, "validUntil": …}');
  shared(command).action(act(run));
  examples(command, [
    ['watchfire indicators import bad-addresses.txt -r us --tlp green', 'a list for the nation'],
    ['zcat list.gz | watchfire indicators import - --publication 3f0c…', 'part of a bulletin'],
  ]);
};

async function run(context: Context, file: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const path = `/indicators?${paramsOf(await wishOf(hub, options))}`;
  const type = options.ndjson ? 'application/x-ndjson' : 'text/plain';
  const tally: Tally = { added: 0, updated: 0, known: 0, refused: 0 };
  let before = 0;
  for await (const lines of parts(context, file)) {
    await send(context, hub, { path, type, lines, before }, tally);
    before += lines.length;
    if (!context.json) context.tell(before, (count) => `${counted(count, 'line')} …`);
  }
  context.show(tally, ({ added, updated, known, refused }) =>
    [
      `${added} added, ${updated} updated, ${known} known before`,
      ...(refused > 0 ? [`${refused} refused`] : []),
    ].join(', '),
  );
}

interface Part {
  readonly path: string;
  readonly type: string;
  readonly lines: readonly string[];
  /** Lines of the parts before. */
  readonly before: number;
}

async function send(context: Context, hub: Hub, part: Part, tally: Tally): Promise<void> {
  const text = await persistently(() => postLines(hub, part.path, part.type, part.lines));
  let done = false;
  for (const line of text.split('\n').filter(Boolean)) {
    const report = JSON.parse(line) as Report;
    if (report.stopped) throw new Failure(report.code ?? 'INTERNAL', report.stopped);
    if (report.done) {
      done = true;
      for (const name of ['added', 'updated', 'known', 'refused'] as const)
        tally[name] += Number(report[name] ?? 0);
    } else if (report.line !== undefined) {
      const why = report.warning
        ? `${report.value} is well known to be harmless (${report.warning})`
        : [report.field, report.refused].filter(Boolean).join(': ');
      context.tell(why, (said) => `line ${part.before + (report.line ?? 0)}: ${safeLine(said)}`);
    }
  }
  if (!done)
    throw new Failure(
      'UNREACHABLE',
      'The hub broke off. Run the same command again: what is shared already is not shared twice.',
    );
}

function paramsOf({ publicationId, audience, tlp, attribution }: Wish): URLSearchParams {
  const params = new URLSearchParams();
  if (publicationId) params.append('publication', publicationId);
  for (const region of audience?.regions ?? []) params.append('region', region);
  for (const kind of audience?.memberKinds ?? []) params.append('memberKind', kind);
  for (const group of audience?.groupIds ?? []) params.append('group', group);
  if (tlp) params.append('tlp', tlp);
  if (attribution) params.append('attribution', attribution);
  return params;
}

async function* parts({ io }: Context, file: string): AsyncGenerator<string[]> {
  const input = file === '-' ? io.stdin : createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let part: string[] = [];
  try {
    for await (const line of lines) {
      part.push(line);
      if (part.length < PART) continue;
      yield part;
      part = [];
    }
  } catch {
    throw usage(`${file} cannot be read.`);
  }
  if (part.length > 0) yield part;
}
