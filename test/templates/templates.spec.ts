import { BUILT_IN_TEMPLATES } from '#templates';
import { type Answer, ask, dataOf } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

const TEMPLATE =
  'id builtIn version name topic language updatedAt content { kind title summary body instructions tlp severity affectedSystems }';
const LIST = `query ($language: Language, $kind: PublicationKind) { templates(language: $language, kind: $kind) { ${TEMPLATE} } }`;
const CREATE = `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { template { ${TEMPLATE} } } }`;
const UPDATE = `mutation ($input: UpdateTemplateInput!) { updateTemplate(input: $input) { template { ${TEMPLATE} } } }`;
const DELETE = 'mutation ($input: DeleteTemplateInput!) { deleteTemplate(input: $input) { id } }';

interface Template {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly builtIn: boolean;
  readonly topic: string;
}

describe('templates', () => {
  let hub: TestHub;
  let offices: Record<Desk, Someone>;
  const as = (desk: Desk, query: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
    ask(hub.url, offices[desk].token, query, variables);
  const list = async (desk: Desk, filter: Record<string, unknown> = {}): Promise<Template[]> =>
    (await dataOf<{ templates: Template[] }>(as(desk, LIST, filter))).templates;
  const own = async (desk: Desk) => (await list(desk)).filter(({ builtIn }) => !builtIn);
  const content = { kind: 'ALERT', title: 'Phishing: [subject]', body: 'Since [time].', severity: 'MEDIUM' };
  const create = async (desk: Desk, input: object = {}): Promise<Template> =>
    (
      await dataOf<{ createTemplate: { template: Template } }>(
        as(desk, CREATE, { input: { name: 'Ours', content, ...input } }),
      )
    ).createTemplate.template;
  const refusal = async (answer: Promise<Answer>) => (await answer).errors?.[0]?.extensions;

  beforeAll(async () => {
    hub = await startHub();
    offices = await openOffices(hub);
  }, 60_000);
  afterAll(() => hub.close());

  it('of the hub are for everyone, one for each case in both languages, and can be released once filled in', async () => {
    const all = await list('distant');
    expect(all).toHaveLength(BUILT_IN_TEMPLATES.length);
    for (const language of ['EN', 'ES']) {
      const topics = (await list('distant', { language })).map(({ topic }) => topic);
      expect(new Set(topics).size).toBe(7);
    }
    expect(await list('distant', { kind: 'BULLETIN' })).toEqual([]);
    expect((await ask(hub.url, null, LIST)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const { content: said } of BUILT_IN_TEMPLATES) {
      const publication = { ...said, audience: { regions: ['55025'] } };
      await dataOf(
        as('clerk', 'mutation ($input: PublishInput!) { publish(input: $input) { outcome } }', {
          input: { content: publication },
        }),
      );
    }
  });

  it('are made, changed and deleted for one’s member, and known to nobody else', async () => {
    const made = await create('clerk', { topic: 'PHISHING', language: 'ES' });
    expect(made).toMatchObject({
      builtIn: false,
      version: 1,
      topic: 'PHISHING',
      language: 'ES',
      content: { tlp: 'AMBER' },
    });
    expect(await own('clerk')).toEqual([made]);
    for (const desk of ['neighbor', 'official', 'operator'] as const) {
      expect(await own(desk)).toEqual([]);
      expect(await refusal(as(desk, DELETE, { input: { id: made.id } }))).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await refusal(as(desk, UPDATE, { input: { id: made.id, version: 1 } }))).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const { updateTemplate } = await dataOf<{ updateTemplate: { template: Template } }>(
      as('clerk', UPDATE, {
        input: { id: made.id, version: 1, name: 'More', content: { ...content, tlp: 'GREEN' } },
      }),
    );
    expect(updateTemplate.template).toMatchObject({
      version: 2,
      name: 'More',
      topic: 'PHISHING',
      content: { tlp: 'GREEN' },
    });
    expect(
      await refusal(as('clerk', UPDATE, { input: { id: made.id, version: 1, name: 'Lost' } })),
    ).toMatchObject({
      code: 'CONFLICT',
      field: ['input', 'version'],
    });
    await dataOf(as('clerk', DELETE, { input: { id: made.id } }));
    expect(await own('clerk')).toEqual([]);
    expect(await refusal(as('clerk', DELETE, { input: { id: made.id } }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('that come with the hub are changed by nobody', async () => {
    const input = { id: 'phishing.en', version: 0 };
    expect(await refusal(as('operator', UPDATE, { input }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(as('operator', DELETE, { input: { id: 'phishing.en' } }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('hold to the rules of publications, are made once for a key, and are a hundred at most', async () => {
    const wrong = async (input: object) =>
      (await refusal(as('clerk', CREATE, { input: { name: 'x', content, ...input } })))?.field;
    expect(await wrong({ name: ' ' })).toEqual(['input', 'name']);
    expect(await wrong({ content: { ...content, title: '' } })).toEqual(['input', 'content', 'title']);
    expect(await wrong({ content: { ...content, acknowledgeWithinMinutes: 1 } })).toEqual([
      'input',
      'content',
      'acknowledgeWithinMinutes',
    ]);
    const key = { idempotencyKey: 'one' };
    expect((await create('neighbor', key)).id).toBe((await create('neighbor', key)).id);
    expect(await own('neighbor')).toHaveLength(1);
    for (let count = 1; count < 100; count += 1) await create('neighbor');
    expect(await refusal(as('neighbor', CREATE, { input: { name: 'x', content } }))).toMatchObject({
      field: ['input', 'name'],
    });
  });
});
