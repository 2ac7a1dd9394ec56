import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { DeleteTemplate, Templates } from '../../generated/operations.generated.js';
import { choose, idIn } from '../../names/choose.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

export const define: Define = (command, act) => {
  command.description('Delete a template of your member.').argument('<template>', 'its id or name');
  repeatable(command).action(act(run));
  examples(command, [["watchfire templates delete 'Our phishing alert'", 'delete it']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const id = idIn(text) ?? (await ownNamed(context, text));
  const { deleteTemplate } = await hub.perform(
    DeleteTemplate,
    { id },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(deleteTemplate, () => 'Deleted.');
}

async function ownNamed(context: Context, text: string): Promise<string> {
  const { templates } = await (await context.hub()).read(Templates, { language: null, kind: null });
  return choose(
    templates.filter(({ builtIn }) => !builtIn),
    text,
    'template',
  ).id;
}
