import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { preview, released } from '../testing/data.fixture.js';
import { refusal, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli, newHome, type Running } from '../testing/run.fixture.js';

const region = (code: string, name: string) => ({
  code,
  name,
  fullName: `${name}, Wisconsin`,
  level: 'COUNTY',
  parent: { code: '55', fullName: 'Wisconsin', iso: 'US-WI' },
  iso: null,
  same: null,
  ocd: null,
  replacedBy: [],
});

let hub: TestHub;
let outcome: unknown;
let foreseen: unknown;
beforeEach(async () => {
  outcome = released();
  foreseen = preview();
  hub = await startTestHub({
    regions: [region('55025', 'Dane County')],
    previewPublication: () => foreseen,
    publish: () => {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  });
});
afterEach(() => hub.close());

const flags = [
  '-k',
  'alert',
  '-t',
  'Phishing',
  '--tlp',
  'amber+strict',
  '-r',
  'dane wi',
  '--severity',
  'high',
  '--system',
  'office-it,people',
];
const post = (words: readonly string[], running: Running = {}) =>
  cli(['post', '--hub', hub.url, ...words], running);
const sent = () =>
  hub.asked
    .filter(({ operation }) => operation === 'Publish')
    .map(({ variables }) => variables.input as Record<string, unknown>);

async function fileWith(text: string): Promise<string> {
  const file = join(newHome(), 'alert.md');
  await writeFile(file, text);
  return file;
}

describe('posting from options', () => {
  it('sends what was given and leaves the rest to the contract', async () => {
    expect(await post(flags)).toMatchObject({
      exit: 0,
      stderr: '',
      stdout: expect.stringContaining('Released.'),
    });
    expect(sent()).toEqual([
      {
        idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
        content: {
          kind: 'ALERT',
          title: 'Phishing',
          tlp: 'AMBER_STRICT',
          audience: { regions: ['55025'] },
          severity: 'HIGH',
          affectedSystems: ['OFFICE_IT', 'PEOPLE'],
        },
      },
    ]);
  });

  it('answers programs with JSON alone', async () => {
    const { stdout } = await post([...flags, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'RELEASED',
      cursor: 'cursor-1',
      publication: { id: expect.any(String) },
    });
  });

  it('says when it is not out but waits for review', async () => {
    outcome = released({
      outcome: 'SUBMITTED_FOR_REVIEW',
      publication: null,
      draft: { id: 'd1', version: 1, state: 'SUBMITTED' },
      reviewReasons: ['TWO_PERSON'],
      cursor: null,
    });
    const { exit, stdout } = await post(flags);
    expect(exit).toBe(0);
    expect(stdout).toBe(
      'Not released: it waits for review, because your member releases with two people. Draft d1.\n',
    );
  });

  it('needs a kind and a title', async () => {
    expect(await post(['-t', 'x'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Say what kind it is'),
    });
    expect(await post(['-k', 'alert'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Give it a title.'),
    });
    expect(await post([])).toMatchObject({ exit: 2 });
    expect(sent()).toEqual([]);
  });
});

describe('posting from a file', () => {
  const text =
    '---\nkind: alert\ntitle: From a file\nregions: [dane wi]\nexpires: 2026-11-05T18:00Z\nanswer-within: 4h\nreferences: ["Notice <https://example.org/1>"]\n---\nThe *body*.\n';

  it('sends what it says; options override it', async () => {
    expect(await post([await fileWith(text), '-t', 'From an option'])).toMatchObject({ exit: 0 });
    expect(sent()[0]?.content).toEqual({
      kind: 'ALERT',
      title: 'From an option',
      body: 'The *body*.',
      audience: { regions: ['55025'] },
      expiresAt: '2026-11-05T18:00:00.000Z',
      acknowledgeWithinMinutes: 240,
      references: [{ title: 'Notice', url: 'https://example.org/1' }],
    });
  });

  it('takes standard input', async () => {
    expect(await post(['-'], { input: text })).toMatchObject({ exit: 0 });
    expect(sent()[0]?.content).toMatchObject({ title: 'From a file' });
  });

  it('says so when there is no such file', async () => {
    expect(await post(['/nowhere/alert.md'])).toMatchObject({
      exit: 2,
      stderr: 'watchfire: /nowhere/alert.md cannot be read. [USAGE]\n',
    });
  });
});

describe('before it is released', () => {
  it('--dry-run shows who would see it, and releases nothing', async () => {
    const { exit, stdout } = await post([...flags, '--dry-run']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Will see it: +2 members, 5 people\nWill be notified: +3 people\n/);
    expect(stdout).toContain('It goes out at once.');
    expect(JSON.parse((await post([...flags, '--dry-run', '--json'])).stdout)).toEqual({
      preview: preview(),
    });
    expect(sent()).toEqual([]);
  });

  it('somebody at a terminal sees the same and is asked; only yes is yes', async () => {
    const asked = await post(flags, { terminal: true, input: 'n\n' });
    expect(asked).toMatchObject({
      exit: 1,
      stdout: '',
      stderr: expect.stringContaining('Release it now? [y/N] '),
    });
    expect(asked.stderr).toContain('2 members, 5 people');
    await post(flags, { terminal: true, input: '\n' });
    await post(flags, { terminal: true, input: '' });
    expect(sent()).toEqual([]);
    expect(await post(flags, { terminal: true, input: 'yes\n' })).toMatchObject({ exit: 0 });
    expect(sent()).toHaveLength(1);
  });

  it('says that everyone can see it where that is so, and that it goes to review', async () => {
    foreseen = preview({ public: true, reviewReasons: ['NATIONAL_AUDIENCE'] });
    const { stderr } = await post(flags, { terminal: true, input: 'n\n' });
    expect(stderr).toContain('anyone, signed in or not');
    expect(stderr).toContain('Hand it in for review? [y/N]');
  });

  it('--yes does not ask', async () => {
    expect(await post([...flags, '--yes'], { terminal: true })).toMatchObject({ exit: 0 });
    expect(hub.asked.map(({ operation }) => operation)).not.toContain('PreviewPublication');
  });
});

describe('posting from the editor', () => {
  async function editor(script: string): Promise<NodeJS.ProcessEnv> {
    const file = await fileWith(`#!/bin/sh\n${script}\n`);
    await chmod(file, 0o700);
    return { EDITOR: file, PATH: process.env.PATH };
  }

  it('sends what was written', async () => {
    const env = await editor(
      `sed -i.bak -e 's/^title:.*/title: Written/' -e 's/^# regions:.*/regions: [dane wi]/' "$1"; echo 'A body.' >> "$1"`,
    );
    expect(await post(['--yes'], { terminal: true, env })).toMatchObject({ exit: 0 });
    expect(sent()[0]?.content).toEqual({
      kind: 'ALERT',
      title: 'Written',
      tlp: 'AMBER',
      status: 'ACTUAL',
      body: 'A body.',
      audience: { regions: ['55025'] },
    });
  });

  it('does nothing when nothing was changed', async () => {
    expect(await post(['--yes'], { terminal: true, env: await editor('true') })).toMatchObject({
      exit: 1,
      stderr: 'watchfire: Stopped; nothing was done. [STOPPED]\n',
    });
    expect(sent()).toEqual([]);
  });

  it('keeps what was written when the hub refuses it', async () => {
    outcome = refusal('BAD_INPUT', 'An alert needs a severity.', ['input', 'content', 'severity']);
    const { exit, stderr } = await post(['--yes'], {
      terminal: true,
      env: await editor(`sed -i.bak 's/^title:.*/title: Kept/' "$1"`),
    });
    expect(exit).toBe(2);
    const [, file = ''] =
      /^watchfire: severity: An alert needs a severity\. What you wrote is kept in (\S+)\. \[BAD_INPUT\]\n$/.exec(
        stderr,
      ) ?? [];
    expect(await readFile(file, 'utf8')).toContain('title: Kept');
    await rm(dirname(file), { recursive: true });
  });

  it('leaves nothing behind when it is out', async () => {
    const env = await editor(`echo "$1" > "$0.path"; sed -i.bak 's/^title:.*/title: Out/' "$1"`);
    await post(['--yes'], { terminal: true, env });
    const file = (await readFile(`${env.EDITOR}.path`, 'utf8')).trim();
    expect(existsSync(file)).toBe(false);
  });
});
