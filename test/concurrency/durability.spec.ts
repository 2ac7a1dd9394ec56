import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { openTestDatabase, type TestDatabase, testDialect } from '../support/database.js';
import { ledgerSchema, Mark } from './ledger.js';

const COMMITS = 50;

/**
 * What this process asks of the system: fsync and fdatasync, and access, by which it marks a moment. It goes to a file: whoever
 * traces this process stops it, and it could not read what it is told meanwhile.
 */
class Trace {
  private constructor(
    private readonly strace: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Null where strace is not installed or may not watch this process. */
  static async start(): Promise<Trace | null> {
    const folder = mkdtempSync(join(tmpdir(), 'watchfire-trace-'));
    const calls = 'trace=fsync,fdatasync,access,faccessat,faccessat2';
    const args = ['-f', '-e', calls, '-o', join(folder, 'calls'), '-p', String(process.pid)];
    const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const attached = await new Promise<boolean>((resolve) => {
      strace.stderr.on('data', (chunk) => String(chunk).includes('attached') && resolve(true));
      strace.once('error', () => resolve(false));
      strace.once('exit', () => resolve(false));
    });
    if (attached) return new Trace(strace, folder);
    rmSync(folder, { recursive: true });
    return null;
  }

  mark(name: string): void {
    try {
      accessSync(`/marked/${name}`);
    } catch {
      // There is no such file; that it was asked for is the mark.
    }
  }

  /** Ends it. @returns how many times data was forced to disk before each mark, since the one before */
  async stop(): Promise<Map<string, number>> {
    this.strace.kill('SIGINT');
    await once(this.strace, 'close');
    const marks = new Map<string, number>();
    let syncs = 0;
    for (const line of readFileSync(join(this.folder, 'calls'), 'utf8').split('\n')) {
      if (/\bf(data)?sync\(/.test(line)) syncs += 1;
      const mark = /"\/marked\/([^"]+)"/.exec(line)?.[1];
      if (mark === undefined) continue;
      marks.set(mark, syncs);
      syncs = 0;
    }
    rmSync(this.folder, { recursive: true });
    return marks;
  }
}

/** Tried for a moment, since what is traced is slow. */
async function canBeTraced(): Promise<boolean> {
  const trace = await Trace.start();
  await trace?.stop();
  return trace !== null;
}

const traced = testDialect() === 'sqlite' && (await canBeTraced());
const why = testDialect() === 'sqlite' ? 'strace cannot be had here' : "PostgreSQL's server sees to it";

(traced ? describe : describe.skip)(
  `on disk before it is acknowledged${traced ? '' : ` (not tried: ${why})`}`,
  () => {
    let opened: TestDatabase;
    beforeAll(async () => {
      opened = await openTestDatabase(ledgerSchema);
    });
    afterAll(() => opened.close());

    it('is every commit, by at least one fsync of its own', async () => {
      const { database } = opened;
      const trace = (await Trace.start()) as Trace;
      trace.mark('begin');
      for (let index = 0; index < COMMITS; index += 1) {
        await database.write(async (tx) => {
          await tx.manager.save(Mark, { id: `saved ${index}`, writer: 'x' });
          await tx.execute(sql`INSERT INTO mark (id, writer) VALUES (${`inserted ${index}`}, 'x')`);
        });
        trace.mark(`commit ${index}`);
      }
      for (let index = 0; index < COMMITS; index += 1) {
        await database.read((tx) => tx.manager.find(Mark, { take: 5 }));
      }
      trace.mark('reads');
      const syncs = await trace.stop();
      const without = [...syncs].filter(([mark, many]) => mark.startsWith('commit') && many < 1);
      expect(without).toEqual([]);
      expect(syncs.size).toBe(COMMITS + 2);
      expect(syncs.get('reads')).toBe(0);
    });
  },
);
