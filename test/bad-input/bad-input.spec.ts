import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { Database } from '#platform';
import { testDialect } from '../support/database.js';
import { type Answer, ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';
import { content, requests } from './inputs.js';
import { at, lists, type Path, put, texts } from './mangle.js';
import type { Request, Things } from './request.js';

/** Nobody can mean these: they are refused wherever a text is taken. */
const NEVER_TAKEN: Record<string, string> = {
  'a null character': 'a\u0000b',
  'an escape sequence': '\u001b[2J\u001b]0;title\u0007',
  'a bidi override': 'invoice\u202Efdp.exe',
  'a lone surrogate': 'x\ud800y',
  'too many characters': 'x'.repeat(60_000),
};
/** Text is text: whatever it looks like, it is kept as it is or refused with a code, and nothing else happens. */
const HARMLESS: Record<string, string> = {
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  SQL: "'; DROP TABLE publication; --",
  'a template': '{{constructor.constructor("return process")()}} #{7*7} %s %n',
  'a path': '../../../../etc/passwd',
};

/** All of them come to the database through the same edge: on PostgreSQL are tried those that it takes otherwise than SQLite. */
const tried = (values: Record<string, string>, otherwise: readonly string[]) =>
  Object.entries(values).filter(([what]) => testDialect() === 'sqlite' || otherwise.includes(what));

/** What is not in an inbox is left out there, whatever its id; an optional text may be empty. */
const LEFT_OUT = ['publicationIds'];
const OPTIONAL = [
  'summary',
  'body',
  'instructions',
  'text',
  'originsWord',
  'note',
  'affectedProducts',
  'name',
  'description',
];

/** Tables in which trying to sign in, or being signed in, leaves its mark in any case. */
const UNRELATED = ['sign_in_failure', 'sign_in_attempt', 'session', 'sequence', 'audit_entry', 'migrations'];

describe('bad input', () => {
  let hub: TestHub;
  let offices: Record<Desk, Someone>;
  let good: Record<string, Request>;
  let mutations: { name: string; payload: string; inputType: string | null }[];

  const as = (desk: Desk) => (query: string, variables?: Record<string, unknown>) =>
    ask<Record<string, never>>(hub.url, offices[desk].token, query, variables);
  const send = (name: string, input: unknown, desk: Desk): Promise<Answer> => {
    const mutation = mutations.find((one) => one.name === name);
    return as(desk)(`mutation ($input: ${mutation?.inputType}) { ${name}(input: $input) { __typename } }`, {
      input,
    });
  };

  beforeAll(async () => {
    hub = await startHub({ env: { WATCHFIRE_TOKEN_MINUTES: '600' } });
    offices = await openOffices(hub);
    good = requests(offices, await furnish());
    const schema = await as('clerk')(`{ __schema { mutationType { fields { name type { ofType { name } }
      args { type { kind name ofType { name } } } } } } }`);
    mutations = (schema.data as unknown as Introspected).__schema.mutationType.fields.map(
      ({ name, type, args }) => ({
        name,
        payload: type.ofType.name,
        inputType: args[0] ? `${args[0].type.ofType?.name ?? args[0].type.name}!` : null,
      }),
    );
  }, 180_000);
  afterAll(() => hub.close());

  async function furnish(): Promise<Things> {
    const id = async (
      desk: Desk,
      query: string,
      variables: Record<string, unknown> = {},
    ): Promise<string> => {
      const answer = await as(desk)(query, variables);
      const found = /"id":"([^"]+)"/.exec(JSON.stringify(answer.data ?? null))?.[1];
      if (!found) throw new Error(JSON.stringify(answer));
      return found;
    };
    const draft =
      'mutation ($content: PublicationContentInput!) { createDraft(input: { content: $content }) { draft { id } } }';
    const publicationId = await id(
      'clerk',
      'mutation ($content: PublicationContentInput!) { publish(input: { content: $content }) { publication { id } } }',
      { content: content() },
    );
    const submittedId = await id('clerk', draft, { content: content() });
    await as('clerk')('mutation ($id: ID!) { submitDraft(input: { id: $id }) { draft { id } } }', {
      id: submittedId,
    });
    const remoteId = await id(
      'operator',
      'mutation ($personId: ID!) { addRemoteCollection(input: { name: "x", url: "https://taxii.example/feeds/collections/one/", personId: $personId }) { collection { id } } }',
      { personId: offices.federal.personId },
    );
    // Read, it would change by itself.
    await as('operator')(
      'mutation ($id: ID!) { updateRemoteCollection(input: { id: $id, active: false }) { collection { id } } }',
      { id: remoteId },
    );
    return {
      publicationId,
      revisionId: await id('clerk', '{ publications { edges { node { revision { id } } } } }'),
      commentId: await id(
        'clerk',
        'mutation ($id: ID!) { postComment(input: { publicationId: $id, text: "x" }) { comment { id } } }',
        { id: publicationId },
      ),
      templateId: await id(
        'clerk',
        'mutation { createTemplate(input: { name: "x", content: { kind: ALERT, title: "x" } }) { template { id } } }',
      ),
      draftId: await id('clerk', draft, { content: content() }),
      submittedId,
      subscriptionId: await id(
        'clerk',
        'mutation { createSubscription(input: { name: "x", interest: {} }) { subscription { id } } }',
      ),
      endpointId: await id(
        'clerk',
        'mutation { createWebhookEndpoint(input: { name: "x", url: "https://hooks.example", interest: { severityAtLeast: EMERGENCY } }) { endpoint { id } } }',
      ),
      remoteId,
      groupId: await id(
        'clerk',
        'mutation ($ids: [ID!]) { createGroup(input: { name: "g", memberIds: $ids }) { group { id } } }',
        { ids: [offices.neighbor.memberId] },
      ),
      invitationId: await id(
        'clerk',
        'mutation { invitePerson(input: { email: "a@b.example", name: "x", roles: [VIEWER] }) { invitation { id } } }',
      ),
      indicatorId: await id(
        'clerk',
        'mutation { addIndicators(input: { audience: { regions: ["55"] }, indicators: [{ value: "185.220.101.1" }] }) { results { indicator { id } } } }',
      ),
      apiKeyId: await id(
        'clerk',
        'mutation { createApiKey(input: { name: "x", scopes: [READ] }) { apiKey { id } } }',
      ),
    };
  }

  /** All that is stored, in one line a table. */
  async function stored(): Promise<string> {
    return hub.app.get(Database).read(async (tx) => {
      const tables = await tx.rows<{ name: string }>(
        tx.dialect === 'sqlite'
          ? sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'publication_text%' ORDER BY name`
          : sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
      );
      const lines: string[] = [];
      for (const { name } of tables.filter((table) => !UNRELATED.includes(table.name))) {
        const rows = await tx.rows(sql([`SELECT * FROM "${name}"`]));
        const text = rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n');
        lines.push(`${name} ${createHash('sha256').update(text).digest('hex')}`);
      }
      return lines.join('\n');
    });
  }

  /** Refused with a code that says where, and without a word of the hub's insides. */
  function expectRefusal(answer: Answer, path: Path, why: string): void {
    const [error] = answer.errors ?? [];
    const code = error?.extensions?.code ?? 'no error';
    expect([why, answer.data ?? null]).toEqual([why, null]);
    expect([why, code]).not.toEqual([why, expect.stringMatching(/^INTERNAL$|^no error$/)]);
    expect(error?.message).not.toMatch(/sqlite|typeorm|constraint|SELECT|\.js:/i);
    const names = path.filter((step) => typeof step === 'string');
    const told = [...(error?.extensions?.field ?? []), error?.message ?? ''].join(' ');
    // Whoever does not know the present password is told that before anything about the new one.
    const named = [...names, 'currentPassword'].some((name) => told.includes(name));
    const hidden = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'].includes(code);
    expect([why, told, named || hidden]).toEqual([why, told, true]);
  }

  it('is tried on every mutation of the contract', () => {
    const taking = mutations.filter(({ inputType }) => inputType !== null).map(({ name }) => name);
    expect(Object.keys(good).sort()).toEqual(taking.sort());
  });

  it('that nobody can mean is refused in every text of every mutation, and changes nothing', async () => {
    const before = await stored();
    for (const [name, { as: desk, input }] of Object.entries(good)) {
      for (const path of texts(input).filter(([first]) => !LEFT_OUT.includes(String(first)))) {
        for (const [what, value] of tried(NEVER_TAKEN, ['a null character', 'a lone surrogate'])) {
          const answer = await send(name, put(input, path, value), desk);
          expectRefusal(answer, path, `${name}: ${what} in ${path.join('.')}`);
        }
      }
    }
    expect(await stored()).toBe(before);
  }, 240_000);

  it('of the wrong type, missing or unknown is refused and changes nothing', async () => {
    const before = await stored();
    for (const [name, { as: desk, input }] of Object.entries(good)) {
      for (const path of texts(input)) {
        expectRefusal(
          await send(name, put(input, path, { deep: [] }), desk),
          path,
          `${name}: an object in ${path.join('.')}`,
        );
        const last = path.filter((step) => typeof step === 'string').at(-1);
        if (OPTIONAL.includes(String(last)) || LEFT_OUT.includes(String(last))) continue;
        const answer = await send(name, put(input, path, ''), desk);
        expectRefusal(answer, path, `${name}: nothing in ${path.join('.')}`);
      }
      expectRefusal(
        await send(name, { ...input, notThere: 1 }, desk),
        ['notThere'],
        `${name}: an unknown field`,
      );
      expectRefusal(await send(name, {}, desk), Object.keys(input), `${name}: no field`);
      expectRefusal(await send(name, null, desk), ['input'], `${name}: no input`);
    }
    expect(await stored()).toBe(before);
  }, 240_000);

  it('in lists without end is refused and changes nothing', async () => {
    const before = await stored();
    for (const [name, { as: desk, input }] of Object.entries(good)) {
      for (const path of lists(input)) {
        const [item = 'x'] = at(input, path) as unknown[];
        // Of what is large, fewer: a body of too many bytes would not be read at all.
        const many = typeof item === 'string' ? 2_000 : 600;
        const answer = await send(name, put(input, path, Array(many).fill(item)), desk);
        expectRefusal(answer, path, `${name}: ${many} items in ${path.join('.')}`);
      }
    }
    expect(await stored()).toBe(before);
  }, 180_000);

  it('nested without end is refused', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${offices.clerk.token}` },
      body: `{"query":"mutation ($input: PublishInput!) { publish(input: $input) { outcome } }","variables":{"input":${deep}}}`,
    });
    const { errors } = (await answer.json()) as Answer;
    expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
  });

  it('that is only text is kept as it was written, or refused with a code', async () => {
    for (const [name, { as: desk, input }] of Object.entries(good)) {
      for (const path of texts(input)) {
        for (const [, value] of tried(HARMLESS, ['markup', 'SQL'])) {
          const { errors } = await send(name, put(input, path, value), desk);
          for (const error of errors ?? [])
            expect([name, path, error]).not.toEqual([
              name,
              path,
              expect.objectContaining({ extensions: expect.objectContaining({ code: 'INTERNAL' }) }),
            ]);
        }
      }
    }
    const title = HARMLESS.markup;
    const answer = await as('clerk')(
      'mutation ($content: PublicationContentInput!) { createDraft(input: { content: $content }) { draft { content { title } } } }',
      { content: { ...content(), title } },
    );
    expect(answer.data).toEqual({ createDraft: { draft: { content: { title } } } });
  }, 240_000);
});

interface Introspected {
  readonly __schema: {
    readonly mutationType: {
      readonly fields: {
        readonly name: string;
        readonly type: { readonly ofType: { readonly name: string } };
        readonly args: {
          readonly type: { readonly name: string | null; readonly ofType: { readonly name: string } | null };
        }[];
      }[];
    };
  };
}
