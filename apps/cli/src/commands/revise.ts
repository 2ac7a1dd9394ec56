import { type Define, examples } from '../cli.js';
import { type ContentFields, merged } from '../content/fields.js';
import { fieldsOfPublication } from '../content/of-publication.js';
import {
  type AudienceOptions,
  audienceFields,
  type ContentOptions,
  contentFields,
  withAudience,
  withContent,
} from '../content/options.js';
import { confirmRelease } from '../content/release.js';
import { audienceInput, contentInput } from '../content/to-input.js';
import type { Context } from '../context.js';
import { absent, Failure, usage } from '../failure.js';
import { ChangeAudience, ReadForRevision, RevisePublication } from '../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { enumValue } from '../options/values.js';
import { interactive } from '../terminal/io.js';
import { outcomeView } from '../views/outcome.js';

interface Options extends ContentOptions, AudienceOptions, RepeatOptions {
  readonly note?: string;
  readonly originsWord?: string;
  readonly edit?: boolean;
  readonly yes?: boolean;
}

/** What was read, and goes back with the change so that nobody else's is overwritten. */
interface Read {
  readonly id: string;
  readonly revisionId: string;
  readonly present: ContentFields;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Release a new revision of a publication: what is not given stays as it is. With nothing but --tlp or options of the audience, its text stays and it is addressed to others; a list given replaces the list. Without options it opens in your editor.',
    )
    .argument('<id>', 'the publication')
    .argument('[file]', 'a Markdown file with front matter, or - for standard input; options override it');
  withAudience(withContent(command))
    .option('--note <text>', 'what was changed, for its readers')
    .option(
      '--origins-word <text>',
      "for a hub analyst who loosens the TLP: where the origin's written word is to be found",
    )
    .option('-e, --edit', 'open it in your editor first')
    .option('-y, --yes', 'do not ask');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire revise 3f0c… --severity high --note 'Two more offices report it'", 'change one thing'],
    ['watchfire revise 3f0c… --region wi', 'address it to all of Wisconsin, its text unchanged'],
    ['watchfire revise 3f0c…', 'change it in your editor'],
  ]);
};

const HEADING = [
  'Change what has changed. The body, in Markdown, goes below the second ---. Close without a change to do nothing.',
];

async function run(context: Context, id: string, file: string | undefined, options: Options): Promise<void> {
  const { fieldsInFile, withEdited } = await import('../content/source.js');
  const audience = audienceFields(options);
  const content = merged(file === undefined ? {} : await fieldsInFile(context, file), contentFields(options));
  const read = await readPresent(context, id);
  const nothing = Object.keys(content).length === 0 && Object.keys(audience).length === 0;
  if (options.edit || nothing) {
    if (!interactive(context.io)) throw usage('Say what to change.');
    const start = merged(merged(read.present, content), audience);
    await withEdited(context, start, HEADING, (fields) => revise(context, read, fields, options));
  } else if (Object.keys(content).length === 0) {
    await address(context, read, merged(read.present, audience), options);
  } else {
    await revise(context, read, merged(merged(read.present, content), audience), options);
  }
}

async function readPresent(context: Context, id: string): Promise<Read> {
  const { publication } = await (await context.hub()).read(ReadForRevision, { id });
  if (publication === null) throw absent('There is nothing here by that id.');
  if (publication.revision === null)
    throw new Failure('CONFLICT', 'It has been withdrawn, and cannot be revised.');
  return { id, revisionId: publication.revision.id, present: fieldsOfPublication(publication) };
}

async function revise(
  context: Context,
  { id, revisionId }: Read,
  fields: ContentFields,
  options: Options,
): Promise<void> {
  if (!options.note) throw usage('Say with --note what was changed.');
  const hub = await context.hub();
  const content = await contentInput(hub, fields);
  if (!options.yes) await confirmRelease(context, hub, content);
  const input = { id, revisionId, content, note: options.note, ...word(options) };
  const answer = await hub.perform(RevisePublication, input, { idempotencyKey: options.idempotencyKey });
  context.show(answer.revisePublication, outcomeView);
}

async function address(
  context: Context,
  { id, revisionId }: Read,
  fields: ContentFields,
  options: Options,
): Promise<void> {
  const hub = await context.hub();
  if (!options.yes) await confirmRelease(context, hub, await contentInput(hub, fields));
  const tlp = options.tlp ? { tlp: enumValue('Tlp', options.tlp, '--tlp') } : {};
  const input = { id, revisionId, audience: await audienceInput(hub, fields), ...tlp, ...word(options) };
  const answer = await hub.perform(ChangeAudience, input, { idempotencyKey: options.idempotencyKey });
  context.show(answer.changeAudience, outcomeView);
}

const word = ({ originsWord }: Options) => (originsWord === undefined ? {} : { originsWord });
