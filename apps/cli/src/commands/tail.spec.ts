import { release } from '../testing/data.fixture.js';
import { startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

let hub: TestHub;
const opened: Record<string, unknown>[] = [];
beforeEach(async () => {
  opened.length = 0;
  hub = await startTestHub({
    releasePosition: 'cursor-10',
    async *releases(variables: Record<string, unknown>) {
      opened.push(variables);
      for (const nth of [11, 12]) yield { releases: release(nth) };
      yield { releases: release(13, { what: 'UNAVAILABLE', publication: null, revision: null }) };
      yield {
        releases: release(14, {
          what: 'REVISED',
          revision: { id: 'r', number: 2, note: 'New\u001b[2J list' },
        }),
      };
      await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
    },
  });
});
afterEach(() => hub.close());

const tail = (...words: string[]) => cli(['tail', '--hub', hub.url, ...words]);

describe.each(['websocket', 'sse'])('tail over %s', (transport) => {
  it('begins where the log stands, and shows what comes', async () => {
    const { exit, stdout, stderr } = await tail('--transport', transport, '--limit', '4', '--kind', 'alert');
    expect(exit).toBe(0);
    expect(opened).toEqual([{ after: 'cursor-10', filter: { kinds: ['ALERT'] } }]);
    expect(stdout).toMatch(/published {2}TLP:AMBER {2}ALERT HIGH\n {4}Phishing against county clerks\n/);
    expect(stdout).toMatch(/no longer available {2}publication-13\n/);
    expect(stdout).toContain('Changed: New\ufffd[2J list');
    expect(stderr).toMatch(/^Watching http:\/\/127\.0\.0\.1:\d+ over (WebSocket|server-sent events)\.\n$/);
  });

  it('gives programs one object a line, each with its cursor', async () => {
    const { stdout } = await tail('--transport', transport, '--limit', '2', '--json', '--after', 'cursor-5');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).cursor),
    ).toEqual(['cursor-11', 'cursor-12']);
    expect(opened[0]).toMatchObject({ after: 'cursor-5' });
    expect(hub.asked).toEqual([]);
  });
});

it('ends with 7 where nobody is there', async () => {
  await hub.close();
  expect(await tail('--after', 'x')).toMatchObject({ exit: 7, stdout: '' });
});
