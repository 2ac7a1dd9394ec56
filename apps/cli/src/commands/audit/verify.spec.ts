import { connection } from '../../testing/data.fixture.js';
import { startTestHub, type TestHub } from '../../testing/hub.fixture.js';
import { cli } from '../../testing/run.fixture.js';

const hash = (sequence: number) => sequence.toString(16).padStart(64, '0');
const entry = (sequence: number) => ({
  sequence,
  at: '2026-11-03T11:00:00.000Z',
  personId: null,
  memberId: null,
  action: 'publication.release',
  objectType: null,
  objectId: null,
  detail: '{}',
  hash: hash(sequence),
});
const LAST = 250;

let hub: TestHub;
let verdict: unknown;
beforeEach(async () => {
  verdict = { intact: true, entries: LAST, head: `${LAST}:${hash(LAST)}`, fault: null };
  hub = await startTestHub({
    auditVerification: () => verdict,
    audit: ({ first, after }: { first: number; after: string | null }) => {
      const newest = after === null ? LAST : Number(after) - 1;
      const rows = Array.from({ length: Math.min(first, newest) }, (_, at) => entry(newest - at));
      return connection(rows, { hasNextPage: newest > first, endCursor: `${newest - rows.length + 1}` });
    },
  });
});
afterEach(() => hub.close());

const verify = (...words: string[]) => cli(['audit', 'verify', '--hub', hub.url, ...words]);

describe('audit verify', () => {
  it('says that the log is intact, and its head', async () => {
    expect(await verify()).toEqual({
      exit: 0,
      stderr: '',
      stdout: `Intact: 250 entries.\nHead: ${LAST}:${hash(LAST)}\n`,
    });
  });

  it('ends with 8 where it is broken, and says where and how', async () => {
    verdict = {
      intact: false,
      entries: 41,
      head: null,
      fault: { sequence: 42, reason: 'An entry is missing.' },
    };
    expect(await verify()).toEqual({
      exit: 8,
      stdout: 'BROKEN at entry 42: An entry is missing.\n',
      stderr: 'watchfire: The audit log is broken at entry 42. [AUDIT_BROKEN]\n',
    });
    const { exit, stdout } = await verify('--json');
    expect(exit).toBe(8);
    expect(JSON.parse(stdout)).toEqual({ verification: verdict, expected: null });
  });

  it.each([LAST, LAST - 1, 149, 150, 151, 50, 1])(
    'finds that the log goes through head %i',
    async (sequence) => {
      expect(await verify('--expect', `${sequence}:${hash(sequence)}`)).toMatchObject({
        exit: 0,
        stdout: expect.stringContaining('going through the expected head'),
      });
    },
  );

  it.each([
    ['another hash', `17:${hash(18)}`],
    ['a number that is not there yet', `${LAST + 1}:${hash(LAST + 1)}`],
    ['another head', `${LAST}:${hash(1)}`],
    ['number nought', `0:${hash(0)}`],
  ])('ends with 8 at %s: rewritten, or cut short', async (_what, head) => {
    const { exit, stderr } = await verify('--expect', head);
    expect(exit).toBe(8);
    expect(stderr).toContain('not the one whose head was kept');
  });
});
