import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCsaf, toStix } from '#exchange';
import { cli } from '../../apps/cli/src/testing/run.fixture.js';
import { outgoing, SOURCE } from '../../libs/exchange/publication.fixture.js';
import { ExchangeOffice } from './office.js';

let office: ExchangeOffice;
let folder: string;
let provider: Server;
let address: string;

const csaf = (id: string) => JSON.stringify(toCsaf(outgoing({ id, tlp: 'CLEAR' }), SOURCE));
const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

beforeAll(async () => {
  office = await ExchangeOffice.open();
  folder = await mkdtemp(join(tmpdir(), 'watchfire-import-'));
  const files: Record<string, () => unknown> = {
    '/.well-known/csaf/provider-metadata.json': () => ({
      canonical_url: `${address}/.well-known/csaf/provider-metadata.json`,
      metadata_version: '2.0',
      distributions: [{ rolie: { feeds: [{ tlp_label: 'WHITE', url: `${address}/feed.json` }] } }],
    }),
    '/feed.json': () => ({ feed: { entry: [A, B].map((id) => ({ content: { src: `${id}.json` } })) } }),
    [`/${A}.json`]: () => JSON.parse(csaf(A)),
    [`/${B}.json`]: () => JSON.parse(csaf(B)),
  };
  provider = createServer((request, answer) => {
    const file = files[request.url ?? ''];
    answer.writeHead(file ? 200 : 404).end(file ? JSON.stringify(file()) : '');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => provider.once('listening', resolve));
  address = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(async () => {
  provider.close();
  await rm(folder, { recursive: true });
  await office.close();
});

const watchfire = (desk: 'federal' | 'official', ...words: string[]) =>
  cli([...words, '--hub', office.hub.url], { env: { WATCHFIRE_API_KEY: office.desks[desk].token } });

describe('watchfire import', () => {
  it('takes a folder in, says what would come of it first, and changes nothing the second time', async () => {
    await mkdir(join(folder, 'in/2026'), { recursive: true });
    await writeFile(join(folder, 'in/2026/a.json'), csaf(A));
    await writeFile(
      join(folder, 'in/b.json'),
      JSON.stringify({ type: 'bundle', id: `bundle--${B}`, objects: toStix(outgoing(), SOURCE) }),
    );
    const dry = await watchfire('official', 'import', join(folder, 'in'), '--dry-run');
    expect(dry).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^draft {2}TLP:CLEAR[\s\S]*\ndraft {2}TLP:AMBER/),
    });
    const first = await watchfire('official', 'import', join(folder, 'in'));
    expect(first.stdout.match(/^draft /gm)).toHaveLength(2);
    const second = await watchfire('official', 'import', join(folder, 'in'), '--json');
    expect(
      second.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).what),
    ).toEqual(['UNCHANGED', 'UNCHANGED']);
  });

  it('takes no document that is not what the hash beside it says', async () => {
    const file = join(folder, 'c.json');
    await writeFile(file, csaf(B));
    await writeFile(`${file}.sha512`, `${'0'.repeat(128)}  c.json\n`);
    expect(await watchfire('official', 'import', file)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('is not what'),
    });
    await writeFile(`${file}.sha512`, `${createHash('sha512').update(csaf(B)).digest('hex')}  c.json\n`);
    expect(await watchfire('official', 'import', file)).toMatchObject({ exit: 0 });
  });

  it('follows a provider to its documents', async () => {
    const { exit, stdout } = await watchfire(
      'federal',
      'import',
      `${address}/.well-known/csaf/provider-metadata.json`,
      '--release',
    );
    expect({ exit, released: stdout.match(/^released {2}TLP:CLEAR/gm)?.length }).toEqual({
      exit: 0,
      released: 2,
    });
  });

  it('goes on after a bad document, names it and where it is bad, and fails', async () => {
    await mkdir(join(folder, 'bad'), { recursive: true });
    const objects = [{ type: 'identity', id: 'identity--x' }];
    await writeFile(
      join(folder, 'bad/a.json'),
      JSON.stringify({ type: 'bundle', id: `bundle--${A}`, objects }),
    );
    await writeFile(join(folder, 'bad/b.json'), csaf(A));
    const { exit, stdout, stderr } = await watchfire('official', 'import', join(folder, 'bad'));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: expect.stringMatching(/^unchanged/) });
    expect(stderr).toContain('a.json: at /objects/0/id:');
  });
});

describe('watchfire export', () => {
  it('writes a file each, which an import knows again as its own', async () => {
    const out = join(folder, 'out');
    expect(await watchfire('federal', 'export', '--format', 'stix', '--out', out)).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^2 files in /),
    });
    const [name = ''] = await readdir(out);
    expect(JSON.parse(await readFile(join(out, name), 'utf8'))).toMatchObject({ type: 'bundle' });
    expect(await watchfire('federal', 'import', join(out, name))).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^from this hub/),
    });
  });

  it('writes everything to standard output, as one', async () => {
    const csv = await watchfire('federal', 'export', '-f', 'csv');
    expect(csv.stdout.split('\r\n')).toHaveLength(4);
    const bundle = JSON.parse((await watchfire('federal', 'export', '-f', 'stix')).stdout) as {
      objects: { type: string }[];
    };
    expect(bundle.objects.filter(({ type }) => type === 'report')).toHaveLength(2);
    expect(await watchfire('federal', 'export', '-f', 'cap')).toMatchObject({ exit: 5 });
  });
});
