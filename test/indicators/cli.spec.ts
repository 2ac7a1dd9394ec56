import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type Ran } from '../../apps/cli/src/testing/run.fixture.js';
import type { Desk } from '../support/office-world.js';
import { Office } from './office.js';

describe('the command line, for indicators', () => {
  let office: Office;
  let folder: string;
  beforeAll(async () => {
    office = await Office.open();
    folder = await mkdtemp(join(tmpdir(), 'watchfire-lists-'));
  }, 60_000);
  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true });
  });

  const as = (desk: Desk, words: string, input = ''): Promise<Ran> =>
    cli(words.split(' '), {
      input,
      env: { WATCHFIRE_HUB: office.hub.url, WATCHFIRE_API_KEY: office.offices[desk].token },
    });

  it('shares, looks up, sees and revokes', async () => {
    const added = await as(
      'official',
      'indicators add hxxp://evil[.]badhost.ru/a 10.0.0.1 -r wi --confidence 70',
    );
    expect(added.stderr).toBe('');
    expect(added.stdout).toMatch(/added\s+TLP:AMBER\s+http:\/\/evil\.badhost\.ru\/a {2}[0-9a-f-]{36}\n/);
    expect(added.stdout).toContain('Mind that this is an address that is not routed on the internet.');
    const sighting = await as('clerk', 'sighting http://evil.badhost.ru/a --count 3 --first 2h');
    expect(sighting.stdout).toMatch(/^http:\/\/evil\.badhost\.ru\/a: seen 3 times, last /);
    const found = await as('clerk', 'look-up hxxp[:]//evil[.]badhost[.]ru/a none.badhost.ru word');
    expect(found.stdout).toMatch(/: known, seen 3 times/);
    expect(found.stdout).toContain('none.badhost.ru: not known');
    expect(found.stdout).toContain('word: no value');
    const piped = await as('distant', 'look-up - --known --json', 'http://evil.badhost.ru/a\n');
    expect(JSON.parse(piped.stdout)).toEqual({ results: [] });
    const { indicators } = JSON.parse((await as('clerk', 'indicators list --type url --json')).stdout);
    expect(indicators).toMatchObject([{ value: 'http://evil.badhost.ru/a', sightingCount: 3 }]);
    expect((await as('clerk', `indicators revoke ${indicators[0].id}`)).exit).toBe(4);
    expect((await as('official', `indicators revoke ${indicators[0].id}`)).stdout).toBe(
      'Revoked: http://evil.badhost.ru/a\n',
    );
    expect((await as('distant', `sighting ${indicators[0].id}`)).exit).toBe(5);
  });

  it('takes in a list longer than a part, and tells of its bad lines', async () => {
    const file = join(folder, 'list.txt');
    const lines = Array.from({ length: 10_500 }, (_, n) => `93.184.${n >> 8}.${n & 255}`);
    lines[3] = 'not a value';
    lines[10_200] = 'neither';
    await writeFile(file, lines.join('\n'));
    const first = await as('official', `indicators import ${file} -r 55`);
    expect(first.stdout).toBe('10498 added, 0 updated, 0 known before, 2 refused\n');
    expect(first.stderr).toMatch(
      /^line 4: value: .*\n10,000 lines …\nline 10201: value: .*\n10,500 lines …\n$/,
    );
    expect((await as('official', `indicators import ${file} -r 55`)).stdout).toBe(
      '0 added, 0 updated, 10498 known before, 2 refused\n',
    );
  }, 60_000);

  it.each([
    ['for nobody', 'indicators add 198.51.100.1', 2],
    ["beyond one's reach", 'indicators add 198.51.100.1 -r 12', 4],
    ['that is none', 'indicators add word -r 55', 2],
    ['from a file that is not there', 'indicators import /nowhere/list.txt -r 55', 2],
  ])('refuses what is %s', async (_, words, exit) => {
    expect((await as('clerk', words)).exit).toBe(exit);
  });
});
