import { type Define, examples } from '../cli.js';
import type { Canvas, Context } from '../context.js';
import { Inbox, type InboxQuery, MarkInbox } from '../generated/operations.generated.js';
import { collect } from '../hub/pages.js';
import { type PageOptions, paged } from '../options/common.js';
import { type EnumValue, enumsOption } from '../options/values.js';
import { columns } from '../terminal/layout.js';
import { counted } from '../terminal/words.js';
import { page } from '../views/list.js';
import { publicationRows } from '../views/publication-line.js';

type Item = InboxQuery['inbox']['edges'][number]['node'];

interface Options extends PageOptions {
  readonly state?: readonly EnumValue<'InboxState'>[];
  readonly unread?: boolean;
  readonly markRead?: boolean;
}

interface Data {
  readonly counts: InboxQuery['inboxCounts'];
  readonly items: readonly Item[];
  readonly next: string | null;
}

export const define: Define = (command, act) => {
  command
    .description(
      'What reached you, latest first: what your subscriptions ask for, and what notifies without one. A star marks what is unread.',
    )
    .addOption(enumsOption('--state <states>', 'only these', 'InboxState'))
    .option('--unread', 'only what is unread')
    .option('--mark-read', 'mark what is shown as read');
  paged(command).action(act(run));
  examples(command, [
    ['watchfire inbox', 'the latest twenty'],
    ['watchfire inbox --unread --mark-read', 'what is new, once'],
    ['watchfire inbox --json', 'the same for a program'],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const hub = await context.hub();
  const states = options.unread ? (['UNREAD'] as const) : (options.state ?? null);
  let first: InboxQuery | undefined;
  const { nodes, next } = await collect(options, async (part) => {
    const answer = await hub.read(Inbox, { states, ...part });
    first ??= answer;
    return answer.inbox;
  });
  context.show<Data>({ counts: (first as InboxQuery).inboxCounts, items: nodes, next }, view);
  const unread = nodes.filter(({ state }) => state === 'UNREAD').map(({ publication }) => publication.id);
  if (options.markRead) {
    for (let at = 0; at < unread.length; at += MOST_TO_MARK) {
      await hub.perform(MarkInbox, { publicationIds: unread.slice(at, at + MOST_TO_MARK), state: 'READ' });
    }
  }
}

/** As the contract says of MarkInboxInput. */
const MOST_TO_MARK = 100;

function view({ counts, items, next }: Data, canvas: Canvas): string {
  const asking =
    counts.unanswered === 1
      ? '1 asks for an answer'
      : `${counts.unanswered.toLocaleString('en-US')} ask for an answer`;
  const head = canvas.style.bold(`${counted(counts.unread, 'unread', 'unread')}; ${asking}.`);
  if (items.length === 0) return `${head}\n\nNothing here.`;
  const list = page<Item>((entries) =>
    columns(
      entries.flatMap(({ publication, state }) =>
        publicationRows({ ...publication, inbox: { state } }, canvas),
      ),
      canvas.width,
    ),
  );
  return `${head}\n\n${list({ entries: items, next }, canvas)}`;
}
