import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent, stopped } from '../../failure.js';
import { ReleaseDraft, ScheduleRelease, ShowDraft } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { momentOf } from '../../options/times.js';
import { textsOption } from '../../options/values.js';
import { confirmed } from '../../terminal/ask.js';
import { interactive } from '../../terminal/io.js';
import { outcomeView } from '../../views/outcome.js';
import { draftList, scheduledView } from './view.js';

interface Options extends RepeatOptions {
  readonly note?: string;
  readonly supersedes?: readonly string[];
  readonly at?: string;
  readonly undoable?: boolean;
  readonly yes?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Release a draft, as its second person where it takes two. If it is changed meanwhile, nothing is released.',
    )
    .argument('<id>', 'the draft')
    .option('--note <text>', 'for a revision: what was changed')
    .addOption(textsOption('--supersedes <id>', 'withdraw this publication in the same moment; repeatable'))
    .option('--at <time>', 'not now but then: a date, a time or a span such as 2h')
    .option('--undoable', 'in 10 seconds, until when `drafts unschedule` takes it back')
    .option('-y, --yes', 'do not ask');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire drafts release 51aa…', 'look at it once more, and release it'],
    ["watchfire drafts release 51aa… --at '2026-11-03 20:00' --yes", 'when the polls have closed'],
  ]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const at = options.at === undefined ? undefined : momentOf(options.at, '--at', 1);
  const hub = await context.hub();
  const { draft } = await hub.read(ShowDraft, { id });
  if (draft === null) throw absent('There is nothing here by that id.');
  if (!options.yes && interactive(context.io)) {
    context.tell([draft], draftList);
    if (!(await confirmed(context.io, at === undefined ? 'Release it now?' : 'Release it then?')))
      throw stopped();
  }
  const input = {
    id,
    version: draft.version,
    ...(options.note !== undefined && { note: options.note }),
    ...(options.supersedes && { supersedesIds: options.supersedes }),
  };
  const how = { idempotencyKey: options.idempotencyKey, session: true };
  if (at !== undefined || options.undoable) {
    const wish = { ...input, ...(at !== undefined && { at }) };
    const { scheduleRelease } = await hub.perform(ScheduleRelease, wish, how);
    context.show(scheduleRelease, scheduledView);
    return;
  }
  const { releaseDraft } = await hub.perform(ReleaseDraft, input, how);
  context.show(releaseDraft, outcomeView);
}
