import { randomUUID } from 'node:crypto';
import { Option } from 'commander';
import { type Define, examples } from '../cli.js';
import { type ContentFields, merged } from '../content/fields.js';
import {
  type AudienceOptions,
  audienceFields,
  type ContentOptions,
  contentFields,
  withAudience,
  withContent,
} from '../content/options.js';
import { confirmRelease, previewOf } from '../content/release.js';
import { contentInput } from '../content/to-input.js';
import type { Context } from '../context.js';
import { absent, usage } from '../failure.js';
import {
  CreateDraft,
  type PublicationContentInput,
  Publish,
  SubmitDraft,
} from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { textsOption } from '../options/values.js';
import { interactive } from '../terminal/io.js';
import { outcomeView } from '../views/outcome.js';
import { previewView } from '../views/preview.js';
import { draftList } from './drafts/view.js';

interface Options extends ContentOptions, AudienceOptions, RepeatOptions {
  readonly supersedes?: readonly string[];
  readonly edit?: boolean;
  readonly dryRun?: boolean;
  readonly submit?: boolean;
  readonly draft?: boolean;
  readonly yes?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Post an alert, advisory or bulletin: from options, from a Markdown file with front matter, or in your editor, which opens when nothing is given. At a terminal you see first who will see it, and are asked. What needs a second person goes to review instead.',
    )
    .argument('[file]', 'a Markdown file with front matter, or - for standard input; options override it');
  withAudience(withContent(command))
    .addOption(textsOption('--supersedes <id>', 'withdraw this publication in the same moment; repeatable'))
    .option('-e, --edit', 'open it in your editor first')
    .option('--dry-run', 'only show who would see it and how many would be notified')
    .addOption(new Option('--submit', 'hand it in for review instead of releasing it').conflicts('dryRun'))
    .addOption(new Option('--draft', 'keep it as a draft of your member').conflicts(['dryRun', 'submit']))
    .option('-y, --yes', 'do not ask');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire post', 'write it in your editor'],
    ['watchfire post alert.md --dry-run', 'who would see what the file says'],
    [
      "watchfire post -k alert -t 'Phishing against clerks' --tlp amber -r 'dane wi' --severity medium --urgency expected --certainty observed --body 'Mails claim to …' --expires 48h",
      'an alert to Dane County',
    ],
    ['watchfire post bulletin.md --yes --json', 'from a script'],
  ]);
  command.addHelpText('after', FILE_HELP);
};

const FILE_HELP = `
A file:
  ---
  kind: alert
  title: Phishing against county clerks
  tlp: amber
  regions: [dane wi]
  severity: medium
  urgency: expected
  certainty: observed
  systems: [office-it]
  expires: 48h
  ---
  The body, in Markdown.`;

const HEADING = [
  'Lines that begin with # say nothing; take the # away from what you want to say.',
  'The body, in Markdown, goes below the second ---. Close without a change to post nothing.',
];

const NEW: ContentFields = { kind: 'alert', title: '', tlp: 'amber', status: 'actual' };

async function run(context: Context, file: string | undefined, options: Options): Promise<void> {
  const { fieldsInFile, withEdited } = await import('../content/source.js');
  const given = merged(contentFields(options), audienceFields(options));
  const start = file === undefined ? given : merged(await fieldsInFile(context, file), given);
  const nothing = Object.keys(start).length === 0;
  if (nothing && !interactive(context.io)) throw usage('Give a file, or at least --kind and --title.');
  if (!options.edit && !nothing) return post(context, start, options);
  await withEdited(context, merged(NEW, start), HEADING, (fields) => post(context, fields, options));
}

async function post(context: Context, fields: ContentFields, options: Options): Promise<void> {
  const hub = await context.hub();
  const content = await contentInput(hub, fields);
  if (options.dryRun) {
    context.show({ preview: await previewOf(hub, content) }, ({ preview }, canvas) =>
      previewView(preview, canvas),
    );
    return;
  }
  if (options.draft || options.submit) return draft(context, hub, content, options);
  if (!options.yes) await confirmRelease(context, hub, content);
  const input = { content, ...(options.supersedes && { supersedesIds: options.supersedes }) };
  const { publish } = await hub.perform(Publish, input, { idempotencyKey: options.idempotencyKey });
  context.show(publish, outcomeView);
}

/** Two steps, each under a key made from the command's, so that the command repeated with it goes on where it broke. */
async function draft(
  context: Context,
  hub: Hub,
  content: PublicationContentInput,
  options: Options,
): Promise<void> {
  const commandKey = options.idempotencyKey ?? randomUUID();
  const { createDraft } = await hub.perform(CreateDraft, { content }, { idempotencyKey: commandKey });
  const id = createDraft.draft?.id;
  if (id === undefined) throw absent('The draft is no longer yours to see.');
  const keys = { idempotencyKey: `${commandKey}:submit`, commandKey };
  const shown = options.submit
    ? (await hub.perform(SubmitDraft, { id }, { ...keys, session: true })).submitDraft
    : createDraft;
  context.show(shown, ({ draft: kept }, canvas) => draftList(kept ? [kept] : [], canvas));
}
