import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync } from 'node:fs';
import sql from 'sql-template-tag';
import { openTestDatabase, type TestDatabase, testDialect } from '../support/database.js';
import { ledgerSchema, Mark } from './ledger.js';

const COMMITS = 50;

/** What this process asks of the system: fsync and fdatasync, and access, by which it marks a moment. */
class Trace {
  private text = '';

  private constructor(private readonly strace: ChildProcess) {
    strace.stderr?.on('data', (chunk) => (this.text += chunk));
  }

  /** Null where strace is not installed or may not watch this process. */
  static async start(): Promise<Trace | null> {
    const calls = 'trace=fsync,fdatasync,access,faccessat,faccessat2';
    const strace = spawn('strace', ['-f', '-e', calls, '-p', String(process.pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const trace = new Trace(strace);
    const attached = new Promise<boolean>((resolve) => {
      strace.stderr.on('data', () => trace.text.includes('attached') && resolve(true));
      strace.once('error', () => resolve(false));
      strace.once('exit', () => resolve(false));
    });
    return (await attached) ? trace : null;
  }

  mark(name: string): void {
    try {
      accessSync(`/marked/${name}`);
    } catch {
      // There is no such file; that it was asked for is the mark.
    }
  }

  async stop(): Promise<void> {
    this.strace.kill('SIGINT');
    await once(this.strace, 'close');
  }

  /** How many times data was forced to disk before each mark, since the one before. */
  syncsBeforeMarks(): Map<string, number> {
    const marks = new Map<string, number>();
    let syncs = 0;
    for (const line of this.text.split('\n')) {
      if (/\bf(data)?sync\(/.test(line)) syncs += 1;
      const mark = /"\/marked\/([^"]+)"/.exec(line)?.[1];
      if (mark === undefined) continue;
      marks.set(mark, syncs);
      syncs = 0;
    }
    return marks;
  }
}

const trace = testDialect() === 'sqlite' ? await Trace.start() : null;
const why = testDialect() === 'sqlite' ? 'strace cannot be had here' : "PostgreSQL's server sees to it";

(trace ? describe : describe.skip)(
  `on disk before it is acknowledged${trace ? '' : ` (not tried: ${why})`}`,
  () => {
    let opened: TestDatabase;
    beforeAll(async () => {
      opened = await openTestDatabase(ledgerSchema);
    });
    afterAll(() => opened.close());

    it('is every commit, by at least one fsync of its own', async () => {
      const { database } = opened;
      const traced = trace as Trace;
      traced.mark('begin');
      for (let index = 0; index < COMMITS; index += 1) {
        await database.write(async (tx) => {
          await tx.manager.save(Mark, { id: `saved ${index}`, writer: 'x' });
          await tx.execute(sql`INSERT INTO mark (id, writer) VALUES (${`inserted ${index}`}, 'x')`);
        });
        traced.mark(`commit ${index}`);
      }
      for (let index = 0; index < COMMITS; index += 1) {
        await database.read((tx) => tx.manager.find(Mark, { take: 5 }));
      }
      traced.mark('reads');
      await traced.stop();

      const syncs = traced.syncsBeforeMarks();
      const without = [...syncs].filter(([mark, many]) => mark.startsWith('commit') && many < 1);
      expect(without).toEqual([]);
      expect(syncs.size).toBe(COMMITS + 2);
      expect(syncs.get('reads')).toBe(0);
    });
  },
);
