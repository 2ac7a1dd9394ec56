import { type AuditResult, serverAudits } from 'graphql-http';
import { startHub, type TestHub } from '../support/hub.js';

describe('GraphQL over HTTP', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, json: (await answer.json().catch(() => null)) as Answer };
  };
  interface Answer {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions?: Record<string, unknown> }[];
  }
  const codeOf = (answer: { json: Answer }) => answer.json?.errors?.[0]?.extensions?.code;

  it('passes the specification’s audits: every MUST, every SHOULD', async () => {
    const results: AuditResult[] = [];
    for (const audit of serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetch })) {
      results.push(await audit.fn());
    }
    const fallen = results
      .filter(({ status }) => status !== 'ok')
      .map((result) => `${result.id} ${result.name}: ${result.status === 'ok' ? '' : result.reason}`);
    expect(results.length).toBeGreaterThan(50);
    expect(fallen.filter((line) => !/\bMAY\b/.test(line))).toEqual([]);
  });

  it('has no security.txt where nobody is named to report to', async () => {
    expect((await fetch(`${hub.url}/.well-known/security.txt`)).status).toBe(404);
  });

  describe('bounds', () => {
    it.each([
      ['depth', `{ region(code: "US") ${'{ parent '.repeat(14)}{ code }${' }'.repeat(14)} }`],
      ['aliases', `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: hub { name }`).join(' ')} }`],
      ['directives', `{ hub { name ${'@include(if: true) '.repeat(30)} } }`],
      ['tokens', `{ ${'hub { name } '.repeat(1_500)} }`],
    ])('refuses too much %s', async (_, query) => {
      const answer = await post({ query });
      expect(answer.json.data ?? null).toBeNull();
      expect(codeOf(answer)).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
    });

    it('refuses what costs too much, and says so', async () => {
      const people = 'people(first: 100) { edges { node { name email roles contact } } }';
      const answer = await post({ query: `{ members(first: 100) { edges { node { ${people} } } } }` });
      expect(codeOf(answer)).toBe('TOO_COSTLY');
    });

    it('counts what variables ask for', async () => {
      const query = `query ($n: Int) { members(first: $n) { edges { node { people(first: $n) {
        edges { node { name email roles contact } } } } } } }`;
      expect(codeOf(await post({ query, variables: { n: 1 } }))).toBe('UNAUTHENTICATED');
      expect(codeOf(await post({ query, variables: { n: 100 } }))).toBe('TOO_COSTLY');
    });

    it('refuses a body of 10 MB before reading it as GraphQL', async () => {
      const answer = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ hub { name } } # ${'x'.repeat(10_000_000)}` }),
      }).catch(() => null);
      if (answer) expect(answer.status).toBe(413);
    });

    it('takes no batches', async () => {
      const answer = await post([{ query: '{ hub { name } }' }, { query: '{ hub { name } }' }]);
      expect(answer.status).toBe(400);
    });
  });

  it('takes no mutation by GET', async () => {
    const query = encodeURIComponent('mutation { signOut { signedOut } }');
    const answer = await fetch(`${hub.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
  });

  it('refuses what a page elsewhere could send without asking first', async () => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ hub { name } }' }),
    });
    expect([400, 415]).toContain(answer.status);
    const simple = await fetch(`${hub.url}/graphql?query=${encodeURIComponent('{ hub { name } }')}`);
    expect(simple.status).toBe(400);
  });

  it('shows the contract to anyone outside production', async () => {
    const answer = await post({ query: '{ __schema { queryType { name } } }' });
    expect(answer.json.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it.each([
    '{ nothing }',
    '{ publication(id: 3.5) { id } }',
    '{',
    'query { publications(first: "x") { edges { cursor } } }',
    '{ publications(first: 0) { edges { cursor } } }',
    '{ publications(after: "x") { edges { cursor } } }',
    '{ publication(id: "\' OR 1=1 --") { id } }',
    '{ audit { edges { cursor } } }',
    'mutation { signIn(input: { email: "", password: "" }) { expiresAt } }',
  ])('answers %j without a stack trace or a word of the database', async (query) => {
    const { json } = await post({ query });
    const text = JSON.stringify(json);
    expect(text).not.toMatch(/sqlite|postgres|typeorm|SELECT |\.ts:|\.js:|node_modules|stack/i);
    for (const error of json.errors ?? []) expect(error.extensions?.code).toMatch(/^[A-Z_]+$/);
  });

  it('sends the headers that keep an answer from being kept, framed or guessed at', async () => {
    const answer = await fetch(`${hub.url}/healthz`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  it('serves the explorer with everything it needs from itself', async () => {
    const page = await fetch(`${hub.url}/explorer`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(html).not.toMatch(/(src|href)="https?:/);
    const script = await fetch(`${hub.url}/explorer/main.js`);
    expect(script.status).toBe(200);
  });
});

describe('in production', () => {
  let hub: TestHub;
  beforeAll(async () => {
    const secret = 'a secret that is used in this test alone';
    hub = await startHub({
      env: { NODE_ENV: 'production', WATCHFIRE_SECRET: secret, WATCHFIRE_DEMO: 'off' },
    });
  });
  afterAll(() => hub.close());

  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Person") { name } }',
    '{ hub { name } x: __schema { queryType { name } } }',
  ])('shows the contract to nobody who has not signed in: %s', async (query) => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('hints at no name that it knows', async () => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ publicationz { id } }' }),
    });
    expect(JSON.stringify(await answer.json())).not.toContain('Did you mean');
  });
});
