import { type Define, examples } from '../cli.js';
import type { Canvas, Context } from '../context.js';
import { usage } from '../failure.js';
import { LookUp, type LookUpQuery } from '../generated/operations.generated.js';
import { readAll } from '../terminal/ask.js';
import { columns } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { pointsAt, seen, warningOf } from '../views/indicators.js';

type Found = LookUpQuery['lookUp'][number];

/** Values of one question; characters of a list. */
const AT_ONCE = 500;
const MOST_TEXT = 20_000_000;

export const define: Define = (command, act) => {
  command
    .description('What is known of values. Nobody learns what was looked up.')
    .argument('<values...>', 'what to look up, as it is or defanged; - reads standard input, one a line')
    .option('--known', 'only what is known')
    .action(act(run));
  examples(command, [
    ["watchfire look-up 198.51.100.7 'evil[.]site'", 'two values'],
    ['cut -f3 access.log | sort -u | watchfire look-up - --known --json', 'what of a log is known'],
  ]);
};

async function run(context: Context, values: readonly string[], options: { known?: boolean }): Promise<void> {
  const hub = await context.hub();
  const asked = await given(context, values);
  const found: Found[] = [];
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const { lookUp } = await hub.read(LookUp, { values: asked.slice(start, start + AT_ONCE) });
    found.push(...lookUp);
  }
  context.show({ results: found.filter(({ known }) => known || !options.known) }, ({ results }, canvas) =>
    results.length === 0 ? 'None of them is known.' : results.map((one) => view(one, canvas)).join('\n'),
  );
}

async function given({ io }: Context, values: readonly string[]): Promise<string[]> {
  if (!values.includes('-')) return [...values];
  if (values.length > 1) throw usage('Give values, or - for standard input.');
  const lines = (await readAll(io, MOST_TEXT)).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

function view(found: Found, { style, width }: Canvas): string {
  const warning = warningOf(found.harmless);
  const verdict = found.known ? style.bold('known') : found.type === null ? 'no value' : 'not known';
  const head = `${safeLine(found.value)}: ${verdict}${found.known ? `, ${seen(found)}` : ''}${warning ? `. ${warning}` : ''}`;
  const rows = found.indicators.map((indicator) => [
    `  ${indicator.tlpLabel}`,
    safeLine(indicator.publication?.title ?? indicator.origin?.name ?? ''),
    `${indicator.value === null ? `${pointsAt(indicator)}  ` : ''}${indicator.id}`,
  ]);
  return [head, ...(rows.length > 0 ? [columns(rows, width)] : [])].join('\n');
}
