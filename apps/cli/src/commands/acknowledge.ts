import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { usage } from '../failure.js';
import { Acknowledge, type AcknowledgementResponse } from '../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { words } from '../terminal/words.js';
import { headline } from '../views/publication-line.js';

interface Options extends RepeatOptions {
  readonly acting?: boolean;
  readonly notAffected?: boolean;
  readonly needHelp?: boolean;
  readonly note?: string;
}

export const define: Define = (command, act) => {
  command
    .description("Give your member's answer to a publication; a later answer replaces an earlier one.")
    .argument('<id>', 'the publication')
    .option('--acting', 'we are acting on it')
    .option('--not-affected', 'we are not affected')
    .option('--need-help', 'we need help')
    .option('--note <text>', 'a note to the sender');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire acknowledge 3f0c… --acting --note 'Mail rule in place'", 'you are on it'],
    ['watchfire acknowledge 3f0c… --not-affected', 'it does not concern you'],
  ]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = {
    publicationId: id,
    response: responseOf(options),
    ...(options.note !== undefined && { note: options.note }),
  };
  const { acknowledge } = await hub.perform(Acknowledge, input, { idempotencyKey: options.idempotencyKey });
  context.show(acknowledge, ({ acknowledgement, publication }, canvas) => {
    const answer = canvas.style.good(words(acknowledgement.response));
    return `Answered: ${answer}, to ${headline(publication, canvas)}`;
  });
}

function responseOf({ acting, notAffected, needHelp }: Options): AcknowledgementResponse {
  const given: AcknowledgementResponse[] = [
    ...(acting ? (['ACTING'] as const) : []),
    ...(notAffected ? (['NOT_AFFECTED'] as const) : []),
    ...(needHelp ? (['NEED_HELP'] as const) : []),
  ];
  const [only, ...others] = given;
  if (only === undefined || others.length > 0)
    throw usage('Give one answer: --acting, --not-affected or --need-help.');
  return only;
}
