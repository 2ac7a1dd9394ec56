import { ask, dataOf } from '../../support/graphql.js';
import { startReceiver } from '../../support/webhook-receiver.js';
import { demoStage, FIRST, SECOND } from '../demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

it(
  'an operator has the hub read a collection of another server, and is told what is wrong until it is right',
  async () => {
    const { page, context, faults } = await demo.as('operator', { size: FIRST });
    await page.goto(`${demo.url}/operations`);
    await page.getByText('Add a remote collection').first().click();
    const form = page.locator('details', { hasText: 'Add a remote collection' });
    await form.getByLabel('What to call it here').fill('Our own, read back');
    const collection = new URL('/taxii2/community/collections/all/', demo.url);
    collection.hostname = '127.0.0.1';
    await form.getByLabel('Its address').fill(collection.href);
    await form.getByLabel('How the hub signs in there').selectOption('TOKEN');
    await form.getByLabel('Token or API key').fill('no-such-token');
    await form.getByRole('combobox', { name: 'Find the office' }).fill('wisconsin chief');
    await form.getByRole('option', { name: /^Wisconsin Chief/ }).waitFor();
    await page.keyboard.press('Enter');
    const add = form.getByRole('button', { name: 'Add a remote collection' });
    expect(await add.isDisabled()).toBe(true);
    await form.getByLabel('Who writes for Wisconsin').selectOption({ index: 1 });
    await form.getByLabel('From which day on').fill(new Date().toISOString().slice(0, 10));
    await add.click();

    const row = page.getByRole('listitem').filter({ hasText: 'Our own, read back' });
    await row.getByText('does not let the hub in').waitFor();
    await row.getByRole('button', { name: 'Change: Our own, read back' }).click();
    await row.getByLabel('How the hub signs in there').selectOption('TOKEN');
    await row.getByLabel('Token or API key').fill(await token('federal-analyst'));
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByRole('button', { name: 'Read now: Our own, read back' }).click();
    await row.getByText('failing').waitFor({ state: 'detached' });
    await row.getByText(/^For Wisconsin .* every 15 minutes/).waitFor();
    await row.getByText(/0 taken, \d+ known already, 0 refused/).waitFor();
    await row.getByRole('button', { name: 'Remove: Our own, read back' }).click();
    await row.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it(
  'an operator sees what was given up, and why, and sends it again',
  async () => {
    let status = 410;
    const receiver = await startReceiver(() => status);
    const clerk = await token('city-clerk');
    const asClerk = <T>(query: string, variables: object) =>
      dataOf<T>(ask(demo.url, clerk, query, { ...variables }));
    const { createWebhookEndpoint } = await asClerk<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
      { input: { name: 'Desk', url: receiver.url } },
    );
    const { id } = createWebhookEndpoint.endpoint;
    await asClerk(
      'mutation ($input: TestWebhookEndpointInput!) { testWebhookEndpoint(input: $input) { deliveryId } }',
      { input: { id } },
    );
    const { page, context, faults } = await demo.as('operator', { size: SECOND });
    await page.goto(`${demo.url}/operations`);
    const letters = page.getByRole('region', { name: 'Given up' });
    const row = letters.getByRole('listitem').filter({ hasText: '127.0.0.1' });
    await row.getByText('gone for good').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);

    status = 204;
    await asClerk(
      'mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { endpoint { id } } }',
      { input: { id, enabled: true } },
    );
    await row.getByRole('button', { name: /^Send again/ }).click();
    await letters.getByText('1 delivery will be sent again.').waitFor();
    await row.waitFor({ state: 'detached' });
    // Once it takes things again, what others of these tests release may come between.
    const ids = () => receiver.posted.map(({ headers }) => headers['webhook-id']);
    while (!ids().slice(1).includes(ids()[0])) await page.waitForTimeout(50);
    await asClerk(
      'mutation ($input: DeleteWebhookEndpointInput!) { deleteWebhookEndpoint(input: $input) { id } }',
      { input: { id } },
    );
    expect(faults).toEqual([]);
    await Promise.all([context.close(), receiver.close()]);
  },
  PATIENCE,
);

it(
  'an auditor checks the audit log, and is offered no content',
  async () => {
    const { page, context } = await demo.as('auditor');
    expect(await page.getByRole('link', { name: 'Publications' }).count()).toBe(0);
    await page.goto(`${demo.url}/operations`);
    await page.getByRole('button', { name: 'Check it now' }).click();
    await page.getByText(/entries are as written/).waitFor();
    await context.close();
  },
  PATIENCE,
);

/** What a program signs in by as that persona. */
async function token(persona: string): Promise<string> {
  const { email, password } = demo.account(persona);
  const { issueToken } = await dataOf<{ issueToken: { token: string } }>(
    ask(demo.url, null, 'mutation ($input: SignInInput!) { issueToken(input: $input) { token } }', {
      input: { email, password },
    }),
  );
  return issueToken.token;
}
