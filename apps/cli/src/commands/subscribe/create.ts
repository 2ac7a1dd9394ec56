import { type Define, examples } from '../../cli.js';
import type { Canvas, Context } from '../../context.js';
import {
  CreateSubscription,
  PreviewInterest,
  type PreviewInterestQuery,
} from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type InterestOptions, interested, interestOf } from '../../options/interest.js';
import { publicationList } from '../../views/publication-line.js';
import { subscriptionView } from './view.js';

interface Options extends RepeatOptions, InterestOptions {
  readonly member?: boolean;
  readonly dryRun?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Ask for what fits everything given, to be put into your inbox.')
    .argument('<name>', 'what you call it');
  interested(command)
    .option('--member', "for all your member's people, as coordinator")
    .option('--dry-run', 'only show what it would have brought in the last month');
  repeatable(command).action(act(run));
  examples(command, [
    [
      "watchfire subscribe create 'Around us' --region 'dane wi' --severity medium",
      'what concerns Dane County',
    ],
    ["watchfire subscribe create 'Around us' --region 'dane wi' --dry-run", 'what it would have brought'],
    [
      "watchfire subscribe create 'Pollbooks' --system electronic-pollbook --kind advisory --member",
      'for the whole office',
    ],
  ]);
};

async function run(context: Context, name: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const owner: 'MEMBER' | 'PERSON' = options.member ? 'MEMBER' : 'PERSON';
  const interest = await interestOf(hub, options);
  if (options.dryRun) {
    const { previewInterest } = await hub.read(PreviewInterest, { interest });
    context.show(previewInterest, preview);
    return;
  }
  const input = { name, owner, interest };
  const { createSubscription } = await hub.perform(CreateSubscription, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(
    createSubscription,
    ({ subscription }, canvas) => `Subscribed.\n${subscriptionView(subscription, canvas)}`,
  );
}

function preview(
  { matchCount, partial, publications }: PreviewInterestQuery['previewInterest'],
  canvas: Canvas,
): string {
  const count = `In the last 31 days it would have brought ${matchCount}${partial ? ' or more' : ''}.`;
  return matchCount === 0 ? count : `${count} The latest:\n\n${publicationList(publications, canvas)}`;
}
