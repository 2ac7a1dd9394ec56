import { demoStage } from '../demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

it(
  'one draft in two tabs: neither overwrites the other, and what both wrote is kept',
  async () => {
    const { page, context } = await demo.as('city-clerk');
    await page.goto(`${demo.url}/compose`);
    await page.getByLabel('Title').fill('Written in the first tab');
    await page.getByText('Draft saved').waitFor();
    const first = page.url();
    const other = await context.newPage();
    await other.goto(first);
    await other.getByLabel('Title').fill('Written in the second tab');
    await other.getByText('Draft saved').waitFor();

    await page.getByLabel('In short').fill('And more in the first.');
    await page.getByRole('alert').getByText('was changed elsewhere').waitFor();
    await page.getByRole('button', { name: 'Keep mine as another draft' }).click();
    await page.getByText('Draft saved').waitFor();
    expect(page.url()).not.toBe(first);
    expect(await page.getByLabel('In short').inputValue()).toBe('And more in the first.');
    await page.goto(`${demo.url}/drafts`);
    await page.getByRole('link', { name: 'Written in the first tab' }).waitFor();
    await page.getByRole('link', { name: 'Written in the second tab' }).waitFor();
    await context.close();
  },
  PATIENCE,
);

it(
  'without a line what was read stays, the page says so, and goes on when the line is back',
  async () => {
    const { page, context } = await demo.as('city-clerk');
    await page.goto(`${demo.url}/publications`);
    await page.getByRole('article').first().waitFor();
    const shown = await page.getByRole('article').count();
    await context.setOffline(true);
    await page.getByText('No connection to the hub').waitFor();
    expect(await page.getByRole('article').count()).toBe(shown);
    await context.setOffline(false);
    await page.getByText('No connection to the hub').waitFor({ state: 'detached' });
    await context.close();
  },
  PATIENCE,
);
