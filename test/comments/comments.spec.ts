import sql from 'sql-template-tag';
import { Sessions } from '#identity';
import { People } from '#members';
import { Database } from '#platform';
import { type Answer, ask, dataOf } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

const COMMENT = `id state tlp tlpLabel text attribution member { name } author { id } postedAt endedAt reason withdrawable removable`;
const POST = `mutation ($input: PostCommentInput!) { postComment(input: $input) { comment { ${COMMENT} } publication { id } } }`;
const WITHDRAW = `mutation ($input: WithdrawCommentInput!) { withdrawComment(input: $input) { comment { ${COMMENT} } } }`;
const REMOVE = `mutation ($input: RemoveCommentInput!) { removeComment(input: $input) { comment { ${COMMENT} } } }`;
const READ = `query ($id: ID!, $first: Int, $after: Cursor) { publication(id: $id) { commentCount
  comments(first: $first, after: $after) { edges { cursor node { ${COMMENT} } } pageInfo { hasNextPage endCursor } } } }`;

interface Comment {
  readonly id: string;
  readonly text: string | null;
  readonly member: { readonly name: string } | null;
  readonly author: { readonly id: string } | null;
}

interface Page {
  readonly commentCount: number;
  readonly comments: {
    readonly edges: readonly { readonly cursor: string; readonly node: Comment }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const alert = (more: object = {}) => ({
  kind: 'ALERT',
  title: 'Invoices with a link',
  tlp: 'AMBER',
  audience: { regions: ['55'] },
  ...{ severity: 'HIGH', urgency: 'IMMEDIATE', certainty: 'OBSERVED' },
  ...more,
});

describe('comments', () => {
  let hub: TestHub;
  let offices: Record<Desk, Someone>;
  const as = (desk: Desk | null, query: string, variables: Record<string, unknown>): Promise<Answer> =>
    ask(hub.url, desk && offices[desk].token, query, variables);

  beforeAll(async () => {
    hub = await startHub();
    offices = await openOffices(hub);
  }, 60_000);
  afterAll(() => hub.close());

  async function publish(desk: Desk, more: object = {}): Promise<string> {
    const query = 'mutation ($input: PublishInput!) { publish(input: $input) { publication { id } } }';
    const { publish: released } = await dataOf<{ publish: { publication: { id: string } } }>(
      as(desk, query, { input: { content: alert(more) } }),
    );
    return released.publication.id;
  }
  const post = (desk: Desk, publicationId: string, input: object = {}) =>
    as(desk, POST, { input: { publicationId, text: 'Here too.', ...input } });
  async function posted(desk: Desk, publicationId: string, input: object = {}): Promise<string> {
    const { postComment } = await dataOf<{ postComment: { comment: Comment } }>(
      post(desk, publicationId, input),
    );
    return postComment.comment.id;
  }
  const page = async (desk: Desk | null, id: string, more: object = {}): Promise<Page | null> =>
    (await as(desk, READ, { id, ...more })).data?.publication as Page | null;
  const texts = async (desk: Desk | null, id: string): Promise<(string | null)[] | null> =>
    (await page(desk, id))?.comments.edges.map(({ node }) => node.text) ?? null;
  const code = ({ errors }: Answer) => errors?.[0]?.extensions?.code;
  const field = ({ errors }: Answer) => errors?.[0]?.extensions?.field;

  it('are read by those who may see both comment and publication, and by nobody else', async () => {
    const id = await publish('clerk');
    await posted('neighbor', id, { text: 'For all of you' });
    await posted('clerk', id, { text: 'Not for the state', tlp: 'AMBER_STRICT' });
    expect(await texts('clerk', id)).toEqual(['For all of you', 'Not for the state']);
    expect(await texts('neighbor', id)).toEqual(['For all of you', 'Not for the state']);
    expect(await texts('operator', id)).toEqual(['For all of you', 'Not for the state']);
    expect(await texts('distant', id)).toBeNull();
    expect(await texts(null, id)).toBeNull();
    expect(code(await post('distant', id))).toBe('NOT_FOUND');
  });

  it('held to a stricter TLP are hidden from some of those who see the publication, and so from its counts', async () => {
    const id = await publish('official', {
      tlp: 'GREEN',
      kind: 'ADVISORY',
      audience: { regions: ['55025'] },
    });
    const hidden = await posted('clerk', id, { text: 'Strictly ours', tlp: 'AMBER_STRICT' });
    await posted('distant', id, { text: 'From afar', tlp: 'GREEN' });
    await posted('federal', id, { text: 'Only us and them', tlp: 'AMBER' });
    expect(await texts('neighbor', id)).toEqual(['From afar']);
    expect((await page('neighbor', id))?.commentCount).toBe(1);
    expect(await texts('clerk', id)).toEqual(['Strictly ours', 'From afar', 'Only us and them']);
    expect(await texts('official', id)).toEqual(['Strictly ours', 'From afar', 'Only us and them']);
    expect(await texts('federal', id)).toEqual(['From afar', 'Only us and them']);
    expect(code(await as('neighbor', WITHDRAW, { input: { id: hidden } }))).toBe('NOT_FOUND');
  });

  it('take a TLP no looser than the publication’s, and never one looser than AMBER by default', async () => {
    const id = await publish('clerk', { tlp: 'AMBER_STRICT' });
    expect(field(await post('neighbor', id, { tlp: 'AMBER' }))).toEqual(['input', 'tlp']);
    expect((await post('neighbor', id)).data).toMatchObject({
      postComment: { comment: { tlp: 'AMBER_STRICT', tlpLabel: 'TLP:AMBER+STRICT' } },
    });
    const open = await publish('official', { tlp: 'CLEAR', kind: 'ADVISORY' });
    expect((await post('neighbor', open)).data).toMatchObject({ postComment: { comment: { tlp: 'AMBER' } } });
    await posted('neighbor', open, { tlp: 'CLEAR', text: 'For everyone' });
    expect(await texts(null, open)).toEqual(['For everyone']);
  });

  it('that are red are for the releaser and the writer, and their reading is written down', async () => {
    const id = await publish('official', { tlp: 'GREEN', kind: 'ADVISORY' });
    const red = await posted('clerk', id, { text: 'For your eyes', tlp: 'RED' });
    expect(await texts('official', id)).toEqual(['For your eyes']);
    for (const desk of ['operator', 'neighbor', 'federal'] as const)
      expect(await texts(desk, id)).toEqual([]);
    const opened = await hub.app
      .get(Database)
      .read((tx) =>
        tx.rows<{ person_id: string }>(
          sql`SELECT person_id FROM audit_entry WHERE action = 'comment.opened' AND object_id = ${red}`,
        ),
      );
    expect(new Set(opened.map(({ person_id }) => person_id))).toEqual(
      new Set([offices.clerk.personId, offices.official.personId]),
    );
  });

  it('follow the publication: narrowed or withdrawn, it closes them', async () => {
    const id = await publish('official');
    const before = await posted('neighbor', id, { text: 'Before' });
    const { publication } = await dataOf<{ publication: { revision: { id: string } } }>(
      as('official', 'query ($id: ID!) { publication(id: $id) { revision { id } } }', { id }),
    );
    const revisionId = publication.revision.id;
    await as(
      'official',
      'mutation ($input: ChangeAudienceInput!) { changeAudience(input: $input) { outcome } }',
      { input: { id, revisionId, audience: { regions: ['55025', '12086'] } } },
    );
    expect(await texts('neighbor', id)).toBeNull();
    expect(code(await as('neighbor', WITHDRAW, { input: { id: before } }))).toBe('NOT_FOUND');
    expect(await texts('clerk', id)).toEqual(['Before']);
    expect(await texts('distant', id)).toEqual([]);
    await as(
      'official',
      'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { outcome } }',
      { input: { id, reason: 'An error' } },
    );
    expect(await page('clerk', id)).toMatchObject({ commentCount: 0, comments: { edges: [] } });
    expect(code(await post('clerk', id))).toBe('CONFLICT');
  });

  it('name their member or not, and their author to those who may know', async () => {
    const id = await publish('official');
    await posted('clerk', id, { text: 'Under our name' });
    await posted('clerk', id, { text: 'Not named', attribution: 'ANONYMOUS' });
    const told = async (desk: Desk) =>
      (await page(desk, id))?.comments.edges.map(({ node }) => [
        node.member?.name ?? null,
        node.author?.id ?? null,
      ]);
    const [dane, clerk] = ['Dane County Election Office', offices.clerk.personId];
    expect(await told('neighbor')).toEqual([
      [dane, null],
      [null, null],
    ]);
    for (const desk of ['clerk', 'operator'] as const) {
      expect(await told(desk)).toEqual([
        [dane, clerk],
        [dane, clerk],
      ]);
    }
    const own = await publish('operator');
    await posted('clerk', own, { tlp: 'RED' });
    expect((await page('operator', own))?.comments.edges.map(({ node }) => node.author)).toEqual([null]);
  });

  it('are taken back by their author and removed by an analyst; a tombstone stays', async () => {
    const id = await publish('official');
    const first = await posted('clerk', id);
    const second = await posted('neighbor', id, { attribution: 'NAMED' });
    expect(code(await as('neighbor', WITHDRAW, { input: { id: first } }))).toBe('FORBIDDEN');
    expect(code(await as('clerk', REMOVE, { input: { id: second, reason: 'x' } }))).toBe('FORBIDDEN');
    expect((await as('clerk', WITHDRAW, { input: { id: first } })).data).toMatchObject({
      withdrawComment: {
        comment: { state: 'WITHDRAWN', text: null, endedAt: expect.any(String), withdrawable: false },
      },
    });
    expect(code(await as('clerk', WITHDRAW, { input: { id: first } }))).toBe('CONFLICT');
    expect(field(await as('operator', REMOVE, { input: { id: second, reason: ' ' } }))).toEqual([
      'input',
      'reason',
    ]);
    await as('operator', REMOVE, { input: { id: second, reason: 'Names a voter' } });
    const seen = await page('official', id);
    expect(seen).toMatchObject({ commentCount: 0 });
    expect(seen?.comments.edges.map(({ node }) => node)).toMatchObject([
      { state: 'WITHDRAWN', text: null, member: null, reason: null },
      { state: 'REMOVED', text: null, member: null, reason: 'Names a voter' },
    ]);
    const kept = await hub.app
      .get(Database)
      .read((tx) => tx.rows(sql`SELECT text FROM comment WHERE id IN (${first}, ${second})`));
    expect(kept).toEqual([{ text: null }, { text: null }]);
  });

  it('are paged by sealed cursors that are good for one publication', async () => {
    const id = await publish('official');
    for (const text of ['1', '2', '3']) await posted('clerk', id, { text });
    const begin = await page('clerk', id, { first: 2 });
    expect(begin?.comments.edges.map(({ node }) => node.text)).toEqual(['1', '2']);
    expect(begin?.comments.pageInfo.hasNextPage).toBe(true);
    const after = begin?.comments.pageInfo.endCursor;
    expect((await page('clerk', id, { after }))?.comments.edges.map(({ node }) => node.text)).toEqual(['3']);
    const other = await publish('official');
    expect(field(await as('clerk', READ, { id: other, after }))).toEqual(['after']);
    expect(field(await as('clerk', READ, { id, first: 101 }))).toEqual(['first']);
  });

  it('are posted once for one idempotency key, and not by a reader', async () => {
    const id = await publish('official');
    const key = { idempotencyKey: 'one' };
    expect(await posted('clerk', id, key)).toBe(await posted('clerk', id, key));
    expect((await page('clerk', id))?.commentCount).toBe(1);
    const { secret } = await hub.app.get(Database).write(async (tx) => {
      const reader = { memberId: offices.clerk.memberId, name: 'Reader', email: 'r@office.example' };
      const [personId = ''] = await hub.app.get(People).insertMany(tx, [{ ...reader, roles: ['VIEWER'] }]);
      return hub.app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null });
    });
    expect(code(await ask(hub.url, secret, POST, { input: { publicationId: id, text: 'x' } }))).toBe(
      'FORBIDDEN',
    );
  });

  it('are at most a hundred of one person on one publication', async () => {
    const id = await publish('official');
    for (let count = 0; count < 100; count += 1) await posted('clerk', id, { text: `${count}` });
    expect(field(await post('clerk', id))).toEqual(['input', 'publicationId']);
    await posted('neighbor', id);
  });
});
