import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { Templates, type TemplatesQuery } from '../../generated/operations.generated.js';
import { type EnumValue, enumOption } from '../../options/values.js';
import { safeLine } from '../../terminal/sanitize.js';
import { words } from '../../terminal/words.js';
import { table } from '../../views/list.js';

interface Options {
  readonly language?: EnumValue<'Language'>;
  readonly kind?: EnumValue<'PublicationKind'>;
}

export const define: Define = (command, act) => {
  command
    .description("The hub's templates, and those of your member.")
    .addOption(enumOption('--language <language>', 'only in this language', 'Language'))
    .addOption(enumOption('-k, --kind <kind>', 'only of this kind', 'PublicationKind'))
    .action(act(run));
  examples(command, [['watchfire templates list --language es', 'those in Spanish']]);
};

async function run(context: Context, { language, kind }: Options): Promise<void> {
  const hub = await context.hub();
  const { templates } = await hub.read(Templates, { language: language ?? null, kind: kind ?? null });
  context.show({ templates }, (data, canvas) => rows(data.templates, canvas));
}

const rows = table<TemplatesQuery['templates'][number]>(
  ['Name', 'Topic', 'Language', 'Whose', 'Id'],
  ({ name, topic, language, builtIn, id }) => [
    safeLine(name),
    words(topic),
    words(language),
    builtIn ? "the hub's" : 'ours',
    id,
  ],
  'There are none.',
);
