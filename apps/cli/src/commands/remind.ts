import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { RemindSilent } from '../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { counted } from '../terminal/words.js';
import { headline } from '../views/publication-line.js';

export const define: Define = (command, act) => {
  command
    .description(
      'Remind by e-mail, once for each release, the people of members that have not answered what you posted.',
    )
    .argument('<id>', 'the publication');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire reach 3f0c… --silent', 'who has not answered'],
    ['watchfire remind 3f0c…', 'ask them once more'],
  ]);
};

async function run(context: Context, publicationId: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { remindSilent } = await hub.perform(
    RemindSilent,
    { publicationId },
    { idempotencyKey: options.idempotencyKey },
  );
  context.show(remindSilent, ({ memberCount, personCount, publication }, canvas) => {
    const whom = `${counted(memberCount, 'member')}, ${counted(personCount, 'person', 'people')}`;
    const said = personCount === 0 ? 'Nobody is left to remind' : `Reminded: ${whom}`;
    return `${said}, of ${headline(publication, canvas)}`;
  });
}
