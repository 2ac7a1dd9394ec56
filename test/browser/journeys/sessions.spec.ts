import { demoStage, FIRST, openWindow } from '../demo.js';

/** Milliseconds; a line that breaks takes some seconds to be mended. */
const PATIENCE = 180_000;

const demo = demoStage();

describe('signing in', () => {
  it('is refused with a wrong password, done with the right one, and leads to where one wanted to go', async () => {
    const { page, context, faults } = await openWindow(demo.browser, demo.url, { size: FIRST });
    const { email, password } = demo.account('county-clerk');
    await page.goto(`${demo.url}/publications`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(`${password}.`);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('is not right').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Publications' }).waitFor();
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      'wf',
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes one click as a persona of the demo community, and signing out shows nothing more', async () => {
    const { page, context } = await openWindow(demo.browser, demo.url);
    await page.goto(demo.url);
    await page.getByRole('button', { name: 'State duty officer' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.goBack();
    expect(await page.getByRole('article').count()).toBe(0);
    await context.close();
  });

  it('is asked for again where the session was ended elsewhere, in the same place', async () => {
    const { page, context } = await demo.as('vendor');
    await page.goto(`${demo.url}/publications?kind=ADVISORY`);
    await page.getByRole('article').first().waitFor();
    const other = await context.newPage();
    await other.goto(demo.url);
    await other.getByRole('button', { name: 'Menu' }).click();
    await other.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Your session has ended').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await page.getByRole('button', { name: 'Pollbook vendor' }).click();
    await page.getByRole('article').first().waitFor();
    expect(page.url()).toContain('kind=ADVISORY');
    await context.close();
  });
});

describe('a broken line', () => {
  it(
    'is said, loses nothing that was typed, and mends itself',
    async () => {
      const { page, context } = await demo.as('county-clerk');
      await page.goto(`${demo.url}/compose`);
      await page.getByLabel('Title').waitFor();
      await context.setOffline(true);
      await page.getByLabel('Title').fill('Typed without a line');
      await page.getByText('Not saved yet').waitFor();
      await context.setOffline(false);
      await page.getByText('Draft saved').waitFor({ timeout: 20_000 });
      await context.close();
    },
    PATIENCE,
  );
});

describe('a network that lets no WebSocket through', () => {
  it(
    'has what is released arrive all the same',
    async () => {
      const { page, context } = await demo.as('distant-clerk', { size: FIRST });
      await page.routeWebSocket(/graphql/, (socket) => socket.close());
      const listening = page.waitForResponse((response) => response.url().endsWith('/graphql/stream'));
      await page.reload();
      await listening;
      const other = await demo.as('distant-state');
      const content = {
        kind: 'ALERT',
        title: 'Heard without a WebSocket',
        audience: { regions: ['12086'] },
        severity: 'LOW',
        urgency: 'FUTURE',
        certainty: 'POSSIBLE',
      };
      const query = 'mutation ($input: PublishInput!) { publish(input: $input) { outcome } }';
      await other.context.request.post(`${demo.url}/graphql`, {
        data: { query, variables: { input: { content } } },
      });
      await page.getByRole('button', { name: /\d new publication/ }).click();
      await page.getByRole('link', { name: 'Heard without a WebSocket' }).first().waitFor();
      await Promise.all([context.close(), other.context.close()]);
    },
    PATIENCE,
  );
});

describe('a line that nobody has closed, and that answers no ping', () => {
  it(
    'is not shown as one that stands, and another is opened',
    async () => {
      const { page, context } = await demo.as('distant-clerk', { size: FIRST });
      let [acknowledged, dead] = [0, false];
      await page.routeWebSocket(/graphql/, (socket) => {
        const hub = socket.connectToServer();
        socket.onMessage((message) => {
          if (!dead) hub.send(message);
        });
        hub.onMessage((message) => {
          if (String(message).includes('connection_ack')) acknowledged += 1;
          if (!dead) socket.send(message);
        });
      });
      await page.clock.install();
      await page.reload();
      while (acknowledged < 1) await page.waitForTimeout(50);
      await page.locator('main h1').waitFor();

      dead = true;
      await page.clock.fastForward('00:30');
      await page.clock.fastForward('00:15');
      await page.getByText('No connection to the hub').waitFor();
      dead = false;
      while (acknowledged < 2) await page.waitForTimeout(50);
      await page.getByText('No connection to the hub').waitFor({ state: 'detached' });
      await context.close();
    },
    PATIENCE,
  );
});
