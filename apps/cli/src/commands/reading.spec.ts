import { connection, publication } from '../testing/data.fixture.js';
import { type Roots, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli, type Running } from '../testing/run.fixture.js';

let hub: TestHub;
afterEach(() => hub.close());

async function ask(roots: Roots, words: readonly string[], running?: Running) {
  hub = await startTestHub(roots);
  return cli([...words, '--hub', hub.url], running);
}

const ESC = '\u001b';
const hostile = `${ESC}]0;owned\u0007${ESC}[2J\u202eevil\r\nsecond line`;
const unsafe = /(?![\n\t])[\p{Cc}\p{Cf}]/u;

describe('list', () => {
  it('shows what matters of each, aligned, and asks for what was wanted', async () => {
    const roots = {
      publications: connection([
        publication(),
        publication({ tlp: 'AMBER_STRICT', tlpLabel: 'TLP:AMBER+STRICT', kind: 'ADVISORY', severity: null }),
      ]),
    };
    const { exit, stdout, stderr } = await ask(roots, [
      'list',
      '--kind',
      'alert,advisory',
      '--severity',
      'high',
      '--region',
      '55',
      '--current',
      '-n',
      '2',
    ]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(
      /^TLP:AMBER {9}ALERT {5}HIGH {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}Phishing against county clerks\n/,
    );
    expect(stdout).toContain(
      'Dane County Clerk to Dane County, Wisconsin  3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a',
    );
    expect(hub.asked[0]?.variables).toEqual({
      filter: { kinds: ['ALERT', 'ADVISORY'], severityAtLeast: 'HIGH', regions: ['55'], currentOnly: true },
      first: 2,
      after: null,
    });
  });

  it.each([
    ['EXERCISE', '[EXERCISE, NOT REAL] Phishing'],
    ['TEST', '[TEST, NOT REAL] Phishing'],
  ])('cannot show %s as real', async (status, text) => {
    expect((await ask({ publications: connection([publication({ status })]) }, ['list'])).stdout).toContain(
      text,
    );
  });

  it('stacks what has no room side by side, within the width of the terminal', async () => {
    const title = 'A title that is far too long to stand beside what comes before it on a narrow terminal';
    const { stdout } = await ask({ publications: connection([publication({ title })]) }, ['list'], {
      terminal: true,
      columns: 60,
      env: { NO_COLOR: '1' },
    });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^TLP:AMBER {2}ALERT {2}HIGH {2}\d{4}-\d\d-\d\d \d\d:\d\d$/);
    for (const text of lines.slice(1)) expect(text).toMatch(/^ {2}\S.{0,57}$/);
    expect(lines.slice(1, 3).join(' ').replace(/\s+/g, ' ')).toBe(` ${title}`);
  });

  it('says who stays anonymous to whom', async () => {
    const rows = [
      publication({ attribution: 'ANONYMOUS' }),
      publication({ attribution: 'ANONYMOUS', origin: null }),
    ];
    const { stdout } = await ask({ publications: connection(rows) }, ['list']);
    expect(stdout).toContain('Dane County Clerk (anonymous to others) to');
    expect(stdout).toContain('Origin not named to');
  });

  it.each([
    ['RED', 'to the persons it names'],
    ['AMBER', 'to sharing groups'],
    ['GREEN', 'to nobody in particular'],
  ])('says whom %s without a region is for', async (tlp, text) => {
    const audience = { regions: [], memberKinds: [] };
    expect(
      (await ask({ publications: connection([publication({ tlp, audience })]) }, ['list'])).stdout,
    ).toContain(text);
  });

  it('shows what is withdrawn as such, without a title where it has none', async () => {
    const rows = [
      publication({ state: 'WITHDRAWN', title: null, tlp: 'RED', tlpLabel: 'TLP:RED', audience: null }),
    ];
    expect((await ask({ publications: connection(rows) }, ['list'])).stdout).toContain(
      '[WITHDRAWN] The title is not shown.',
    );
  });

  it('lets nothing of the hub reach the terminal that a terminal would obey', async () => {
    const row = publication({
      title: hostile,
      summary: hostile,
      origin: { id: 'm', name: hostile },
      audience: { regions: [{ code: '55', fullName: hostile }], memberKinds: [] },
    });
    const { stdout } = await ask({ publications: connection([row]) }, ['list'], {
      env: { FORCE_COLOR: '3' },
      terminal: true,
      columns: 100,
    });
    const [first = '', ...coloured] = stdout.split(ESC);
    for (const piece of coloured) expect(piece).toMatch(/^\[[0-9;]+m/);
    expect([first, ...coloured].join('')).not.toMatch(unsafe);
    expect(stdout).toContain('second line');
    expect(stdout.split('\n')[1]).toContain(']0;owned');
  });

  it('escapes the same in JSON, where it still says all', async () => {
    const { stdout } = await ask({ publications: connection([publication({ title: hostile })]) }, [
      'list',
      '--json',
    ]);
    expect(stdout).not.toMatch(unsafe);
    expect(JSON.parse(stdout)).toMatchObject({ publications: [{ title: hostile }], next: null });
  });

  it('says how to go on', async () => {
    const more = { publications: connection([publication()], { hasNextPage: true, endCursor: 'c9' }) };
    expect((await ask(more, ['list', '-n', '1'])).stdout).toContain('--after c9');
    await hub.close();
    expect(JSON.parse((await ask(more, ['list', '-n', '1', '--json'])).stdout)).toMatchObject({ next: 'c9' });
  });

  it('says so when nothing fits', async () => {
    expect(await ask({ publications: connection([]) }, ['list'])).toMatchObject({
      exit: 0,
      stdout: 'Nothing fits.\n',
    });
  });
});

describe('show', () => {
  const words = ['show', 'p1'];

  it('shows all of it', async () => {
    const { stdout } = await ask({ publication: publication() }, words);
    for (const text of [
      'TLP:AMBER',
      'Phishing against county clerks',
      'Do not open the attachment.',
      'Report it.',
      'CVE-2026-1234',
      'https://example.org/notice',
      'Mailer 3.1, all builds',
      'Answer within:  4 hours',
      'Lake counties',
      'More seen',
      'office it',
    ]) {
      expect(stdout).toContain(text);
    }
  });

  it('has its TLP above and below', async () => {
    const lines = (await ask({ publication: publication() }, words)).stdout.trim().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['TLP:AMBER', 'TLP:AMBER']);
  });

  it.each([
    ['EXERCISE', 'THIS IS AN EXERCISE. NOTHING IN IT IS REAL.'],
    ['TEST', 'THIS IS A TEST. NOTHING IN IT IS REAL.'],
  ])('says above and below that %s is not real', async (status, text) => {
    const { stdout } = await ask({ publication: publication({ status }) }, words);
    expect(stdout.split(text)).toHaveLength(3);
  });

  it('shows in colour what a TLP looks like', async () => {
    const { stdout } = await ask({ publication: publication({ tlp: 'RED', tlpLabel: 'TLP:RED' }) }, words, {
      env: { FORCE_COLOR: '3' },
    });
    expect(stdout).toContain(`${ESC}[1;38;2;255;43;43;48;2;0;0;0mTLP:RED${ESC}[0m`);
  });

  it('marks as read what was unread, unless it is peeked at', async () => {
    const inbox = { state: 'UNREAD', arrivedAt: '2026-11-03T11:00:00.000Z', readAt: null };
    const roots = { publication: publication({ inbox }), markInbox: { items: [] } };
    await ask(roots, words);
    expect(hub.asked.map(({ operation }) => operation)).toEqual(['ShowPublication', 'MarkInbox']);
    expect(hub.asked[1]?.variables.input).toMatchObject({ publicationIds: ['p1'], state: 'READ' });
    await hub.close();
    await ask(roots, [...words, '--peek']);
    expect(hub.asked.map(({ operation }) => operation)).toEqual(['ShowPublication']);
  });

  it('ends with 5 where there is nothing', async () => {
    expect(await ask({ publication: null }, words)).toMatchObject({
      exit: 5,
      stdout: '',
      stderr: 'watchfire: There is nothing here by that id. [NOT_FOUND]\n',
    });
  });

  it('shows the tombstone of what was withdrawn', async () => {
    const withdrawal = { at: '2026-11-04T11:00:00.000Z', reason: 'It was a phishing test.' };
    const gone = publication({
      state: 'WITHDRAWN',
      withdrawal,
      body: null,
      summary: null,
      instructions: null,
      audience: null,
      revision: null,
      revisions: [],
      references: [],
    });
    expect((await ask({ publication: gone }, words)).stdout).toContain('It was a phishing test.');
  });
});

describe('search', () => {
  const facets = {
    kinds: [{ value: 'ALERT', count: 2 }],
    severities: [],
    tlps: [],
    statuses: [],
    affectedSystems: [],
    states: [{ region: { code: '55', fullName: 'Wisconsin' }, count: 2 }],
  };
  const found = (totalCount: number) => ({
    searchPublications: {
      totalCount,
      facets,
      edges: [
        {
          cursor: 'c',
          node: publication(),
          snippet: [
            { text: 'about ', match: false },
            { text: `phish${ESC}[2Jing`, match: true },
          ],
        },
      ],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    },
  });

  it('shows how many match, by what, and the passage', async () => {
    const { stdout } = await ask(found(2), ['search', 'phishing', 'clerks']);
    expect(hub.asked[0]?.variables).toMatchObject({ text: 'phishing clerks' });
    expect(stdout).toContain('2 matches.');
    expect(stdout).toContain('States:  Wisconsin 2');
    expect(stdout).toContain('about phish\ufffd[2Jing');
  });

  it('marks what was searched for', async () => {
    const { stdout } = await ask(found(2), ['search', 'phishing'], { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain(`${ESC}[1;4mphish\ufffd[2Jing${ESC}[0m`);
  });

  it('does not pretend to count past 1,000', async () => {
    expect((await ask(found(1_000), ['search', 'x'])).stdout).toContain('At least 1,000 match.');
  });
});

describe('inbox', () => {
  const roots = {
    inboxCounts: { unread: 1, unanswered: 1 },
    inbox: connection([
      { state: 'UNREAD', arrivedAt: '2026-11-03T11:00:00.000Z', readAt: null, publication: publication() },
    ]),
    markInbox: { items: [] },
  };

  it('shows what is unread and what asks for an answer', async () => {
    const { stdout } = await ask(roots, ['inbox', '--unread', '--mark-read']);
    expect(stdout).toContain('1 unread; 1 asks for an answer.');
    expect(stdout).toContain('* Phishing against county clerks');
    expect(
      hub.asked.map(({ operation, variables }) => [
        operation,
        variables.states ?? (variables.input as { state: string }).state,
      ]),
    ).toEqual([
      ['Inbox', ['UNREAD']],
      ['MarkInbox', 'READ'],
    ]);
  });

  it('changes nothing by being looked at', async () => {
    await ask(roots, ['inbox']);
    expect(hub.asked.map(({ operation }) => operation)).toEqual(['Inbox']);
  });
});
