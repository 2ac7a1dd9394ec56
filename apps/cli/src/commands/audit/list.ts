import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { type AuditFilter, ListAudit, type ListAuditQuery } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { memberId } from '../../names/member.js';
import { type PageOptions, paged } from '../../options/common.js';
import { momentOf } from '../../options/times.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { page, table } from '../../views/list.js';

type Entry = ListAuditQuery['audit']['edges'][number]['node'];

interface Options extends PageOptions {
  readonly person?: string;
  readonly member?: string;
  readonly object?: string;
  readonly action?: string;
  readonly since?: string;
  readonly until?: string;
}

export const define: Define = (command, act) => {
  command
    .description('Entries of the audit log, newest first. They name things by id and carry no content.')
    .option('--person <id>', 'only by this person')
    .option('--member <member>', 'only for this member, by name or id')
    .option('--object <id>', 'only on this object')
    .option('--action <name>', 'only this action, such as publication.release')
    .option('--since <time>', 'not before: 2026-11-03, or 48h ago as 48h')
    .option('--until <time>', 'before');
  paged(command, 50).action(act(run));
  examples(command, [
    ['watchfire audit list --action publication.opened --since 7d', 'who opened something red this week'],
    ['watchfire audit list --object 3f0c… --json', 'all that was done to one thing'],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const hub = await context.hub();
  const filter: AuditFilter = {
    ...(options.person && { personId: options.person }),
    ...(options.member && { memberId: await memberId(hub, options.member) }),
    ...(options.object && { objectId: options.object }),
    ...(options.action && { action: options.action }),
    ...(options.since && { from: momentOf(options.since, '--since', -1) }),
    ...(options.until && { until: momentOf(options.until, '--until', -1) }),
  };
  const { nodes, next } = await collect(
    options,
    async (part) => (await hub.read(ListAudit, { filter, ...part })).audit,
  );
  context.show({ entries: nodes, next }, page<Entry>(entryTable));
}

const entryTable = table<Entry>(
  ['No.', 'When', 'Action', 'Person', 'Object', 'Detail'],
  ({ sequence, at, action, personId, objectType, objectId, detail }) => [
    `${sequence}`,
    shortTime(at),
    safeLine(action),
    personId ?? 'the hub',
    objectType ? safeLine(`${objectType} ${objectId ?? ''}`) : '-',
    safeLine(detail),
  ],
  'No entry fits.',
);
