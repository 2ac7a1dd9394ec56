import { type Define, examples } from '../../cli.js';
import type { ContentFields } from '../../content/fields.js';
import { templateOf } from '../../content/template.js';
import type { Context } from '../../context.js';
import { Templates, type TemplatesQuery } from '../../generated/operations.generated.js';
import { choose } from '../../names/choose.js';

type Template = TemplatesQuery['templates'][number];

const HEADING = ['What stands in square brackets is yours to fill in. Add whom it is addressed to.'];

export const define: Define = (command, act) => {
  command
    .description('A template as a file that `post` takes.')
    .argument('<template>', 'its id or name')
    .action(act(run));
  examples(command, [
    ['watchfire templates show phishing.en > alert.md', 'begin from it'],
    ['watchfire templates show ransomware.es', 'read it'],
  ]);
};

async function run(context: Context, text: string): Promise<void> {
  const hub = await context.hub();
  const { templates } = await hub.read(Templates, { language: null, kind: null });
  const template = templates.find(({ id }) => id === text) ?? choose(templates, text, 'template');
  context.show({ template }, (data) => templateOf(fieldsOf(data.template), HEADING));
}

function fieldsOf({ content }: Template): ContentFields {
  const { acknowledgeWithinMinutes: minutes, affectedSystems, ...said } = content;
  const fields: { [K in keyof ContentFields]: ContentFields[K] | null | undefined } = {
    kind: said.kind.toLowerCase(),
    title: said.title,
    summary: said.summary,
    body: said.body,
    instructions: said.instructions,
    tlp: said.tlp.toLowerCase(),
    severity: said.severity?.toLowerCase(),
    urgency: said.urgency?.toLowerCase(),
    certainty: said.certainty?.toLowerCase(),
    systems: affectedSystems.map((system) => system.toLowerCase().replaceAll('_', '-')),
    answerWithin: minutes === null ? null : `${minutes}m`,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value != null && value.length > 0),
  ) as ContentFields;
}
