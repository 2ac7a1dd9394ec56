import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { emptyDatabase } from '../support/database.js';

const ROOT = join(import.meta.dirname, '../..');
/** It takes some ten seconds; more where it must be built first. Milliseconds. */
const PATIENCE = 240_000;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function scenario(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['scripts/scenario.mjs', ...args], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

describe('npm run scenario', () => {
  it(
    'does the main job over the public API and finds all as it must be',
    async () => {
      const place = await emptyDatabase();
      const { database } = place;
      try {
        const { code, output } = await scenario(
          database.dialect === 'postgres' ? ['--database', database.url] : [],
        );
        expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('All as it must be') });
        expect(output).not.toContain('✗');
        expect(output).not.toContain('\u001b');
        for (const line of output.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      } finally {
        await place.remove();
      }
    },
    PATIENCE,
  );

  it(
    'says how it is used when it is used otherwise',
    async () => {
      const { code, output } = await scenario(['--nonsense']);
      expect(code).toBe(2);
      expect(output).toContain('Usage: npm run scenario');
    },
    PATIENCE,
  );
});
