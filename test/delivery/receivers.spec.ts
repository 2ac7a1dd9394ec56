import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

/** The guide's receivers, by the language that its code block names, and what runs the file. */
const LANGUAGES = [
  { language: 'js', command: process.execPath, has: ['--version'], run: ['--input-type=module', '-e'] },
  { language: 'python', command: 'python3', has: ['--version'], run: ['-c'] },
  { language: 'go', command: 'go', has: ['version'], run: null },
] as const;

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAAAAAAAAAAA=';
const GUIDE = readFileSync('docs/webhooks.md', 'utf8');
const BODY = JSON.stringify({
  type: 'publication.published',
  version: 1,
  data: { publication: { title: 'Ü' } },
});

describe.each(LANGUAGES)('the guide’s receiver in $language', ({ language, command, has, run }) => {
  const [, code = ''] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(GUIDE) ?? [];
  const whereItIs = spawnSync(command, has).status === 0 ? it : it.skip;
  let folder: string;
  let receiver: ChildProcess | null = null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchfire-receiver-'));
  });
  afterEach(async () => {
    const ended = receiver && once(receiver, 'exit');
    receiver?.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  /** @returns its address, and what it prints */
  async function start() {
    const port = await freePort();
    const program = code.replace('8080', `${port}`);
    const file = join(folder, `receiver.${language}`);
    writeFileSync(file, program);
    const env = { PATH: process.env.PATH, HOME: folder, WATCHFIRE_WEBHOOK_SECRET: SECRET };
    receiver = spawn(command, run ? [...run, program] : ['run', file], { env, stdio: 'pipe' });
    let printed = '';
    for (const stream of [receiver.stdout, receiver.stderr])
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    const url = `http://127.0.0.1:${port}/watchfire`;
    while (!(await fetch(url).catch(() => null))) {
      if (receiver.exitCode !== null) throw new Error(`It ended:\n${printed}`);
      await sleep(50);
    }
    return { url, printed: () => printed };
  }

  function signed(body: string, { secret = SECRET, at = new Date() } = {}) {
    const signature = new Webhook(secret).sign('one', at, body);
    const seconds = `${Math.floor(at.getTime() / 1_000)}`;
    return { 'webhook-id': 'one', 'webhook-timestamp': seconds, 'webhook-signature': `v1,xxxx ${signature}` };
  }
  const post = async (url: string, headers: Record<string, string>, body = BODY) =>
    (await fetch(url, { method: 'POST', headers, body })).status;

  whereItIs(
    'takes what the hub signed, and nothing else',
    async () => {
      const { url, printed } = await start();
      expect(await post(url, signed(BODY))).toBe(204);
      expect(await post(url, signed(BODY))).toBe(204);
      expect(printed().match(/publication\.published/g)?.length).toBe(language === 'go' ? 2 : 1);
      expect(await post(url, signed(BODY), `${BODY} `)).toBe(401);
      const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
      expect(await post(url, signed(BODY, { secret: other }))).toBe(401);
      if (language === 'go') return;
      expect(await post(url, signed(BODY, { at: new Date(Date.now() - 600_000) }))).toBe(401);
    },
    60_000,
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
