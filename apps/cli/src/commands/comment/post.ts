import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { PostComment } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type EnumValue, enumOption } from '../../options/values.js';
import { readAll } from '../../terminal/ask.js';
import { commentView } from '../../views/comment.js';

interface Options extends RepeatOptions {
  readonly tlp?: EnumValue<'Tlp'>;
  readonly anonymous?: boolean;
}

/** More than the hub takes, so that it is the hub that refuses. */
const MOST_READ = 100_000;

export const define: Define = (command, act) => {
  command
    .description('Say something about a publication, for your member.')
    .argument('<id>', 'the publication')
    .argument('<text>', 'in Markdown; `-` reads standard input')
    .addOption(enumOption('--tlp <tlp>', 'no looser than the publication', 'Tlp'))
    .option('--anonymous', 'do not name your member');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire comment post 3f0c… 'Seen here too, since 9 a.m.'", 'tell the others'],
    ["watchfire comment post 3f0c… 'Not for the state' --tlp amber-strict", 'to fewer of them'],
  ]);
};

async function run(context: Context, id: string, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = {
    publicationId: id,
    text: text === '-' ? await readAll(context.io, MOST_READ) : text,
    ...(options.tlp && { tlp: options.tlp }),
    ...(options.anonymous && { attribution: 'ANONYMOUS' as const }),
  };
  const { postComment } = await hub.perform(PostComment, input, { idempotencyKey: options.idempotencyKey });
  context.show(postComment, ({ comment }, canvas) => `Posted.\n${commentView(comment, canvas)}`);
}
