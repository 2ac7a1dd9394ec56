import { type Define, examples } from '../../cli.js';
import type { Canvas, Context } from '../../context.js';
import { Failure, usage } from '../../failure.js';
import {
  ListAudit,
  type ListAuditQuery,
  VerifyAudit,
  type VerifyAuditQuery,
} from '../../generated/operations.generated.js';
import type { Hub } from '../../hub/hub.js';
import { counted } from '../../terminal/words.js';

type Verdict = VerifyAuditQuery['auditVerification'];

interface Options {
  readonly expect?: string;
}

interface Data {
  readonly verification: Verdict;
  /** Whether the log still goes through the head kept earlier; null when none was given. */
  readonly expected: boolean | null;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Check the whole audit log: any entry that was changed, removed or reordered is found. Ends with 8 when one is. Keep the head that it prints somewhere else: a later check with --expect also finds a log that was rewritten from its beginning or cut short.',
    )
    .option('--expect <head>', 'a head that an earlier check printed (number:hash)')
    .action(act(run));
  examples(command, [
    ['watchfire audit verify', 'check it'],
    ['watchfire audit verify --json | jq -r .verification.head > audit-head', 'keep its head'],
    ['watchfire audit verify --expect "$(cat audit-head)"', 'check it against the head kept earlier'],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const head = options.expect === undefined ? null : parsedHead(options.expect);
  const hub = await context.hub();
  const { auditVerification: verification } = await hub.read(VerifyAudit, {});
  const expected = head === null || !verification.intact ? null : await goesThrough(hub, verification, head);
  context.show<Data>({ verification, expected }, view);
  const { fault } = verification;
  if (!verification.intact)
    throw new Failure(
      'AUDIT_BROKEN',
      `The audit log is broken${fault ? ` at entry ${fault.sequence}` : ''}.`,
    );
  if (expected === false)
    throw new Failure(
      'AUDIT_BROKEN',
      'The audit log is not the one whose head was kept: it was rewritten or cut short.',
    );
}

function view({ verification, expected }: Data, { style }: Canvas): string {
  const { intact, entries, head, fault } = verification;
  if (!intact) return `${style.bad('BROKEN')}${fault ? ` at entry ${fault.sequence}: ${fault.reason}` : ''}`;
  const sound = expected === false ? style.bad('NOT AS EXPECTED') : style.good('Intact');
  return `${sound}: ${counted(entries, 'entry', 'entries')}${expected ? ', going through the expected head' : ''}.\nHead: ${head ?? 'none'}`;
}

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

function parsedHead(text: string): Head {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (sequence === undefined || hash === undefined)
    throw usage('--expect takes a head as `audit verify` prints it: number:hash.');
  return { sequence: Number(sequence), hash: hash.toLowerCase() };
}

const PER_PAGE = 100;

/** Whether the entry of that number bears that hash: in an intact chain, it then vouches for all before it. */
async function goesThrough(hub: Hub, { head }: Verdict, expected: Head): Promise<boolean> {
  if (head === `${expected.sequence}:${expected.hash}`) return true;
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await olderEntries(hub, after);
    const entry = edges.find(({ node }) => node.sequence === expected.sequence);
    if (entry) return entry.node.hash === expected.hash;
    const oldest = edges.at(-1)?.node.sequence ?? 0;
    if (oldest <= expected.sequence || !pageInfo.hasNextPage) return false;
    after = pageInfo.endCursor;
  }
}

async function olderEntries(hub: Hub, after: string | null): Promise<ListAuditQuery['audit']> {
  return (await hub.read(ListAudit, { filter: null, first: PER_PAGE, after })).audit;
}
