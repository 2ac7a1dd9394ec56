import type { Page } from 'playwright-core';
import { violations } from '../accessible.js';
import { demoStage, FIRST, SECOND } from '../demo.js';

/** A send waits ten seconds in which it can be undone; a busy machine takes longer. */
const PATIENCE = 180_000;

const demo = demoStage();

describe('an alert, from its author to those whom it concerns', () => {
  it(
    'is composed, seen live, answered in two clicks, revised and withdrawn',
    async () => {
      const neighbor = await demo.as('neighbor-clerk', { size: SECOND });
      const distant = await demo.as('distant-clerk', { size: FIRST });
      const { page, context, faults } = await demo.as('county-clerk', { size: FIRST });

      await page.getByRole('link', { name: 'Post', exact: true }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('alert').getByText('Title').waitFor();
      await page.getByLabel('Title').fill('Callers ask for poll workers’ addresses');
      await page.getByLabel('In short').fill('Three callers this morning.');
      await page.getByLabel('What should they do?').fill('- Tell your front desk\n- Give no addresses');
      await choose(page, 'High');
      await choose(page, 'At once');
      await choose(page, 'We have seen it');
      await page.getByText('Draft saved').waitFor();

      await page.reload();
      expect(await page.getByLabel('Title').inputValue()).toBe('Callers ask for poll workers’ addresses');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('combobox', { name: 'Add a region' }).fill('rock wi');
      await page.getByRole('option', { name: /Rock County, Wisconsin/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('offices will see it').waitFor();
      expect(await page.getByText('It goes out at once.').count()).toBe(1);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Send now' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Nothing was sent').waitFor();
      // Looked for from now on: what others of these tests release is announced there too.
      const announced = neighbor.page
        .locator('[data-announcer]', { hasText: 'TLP:AMBER · Alert · High · Callers ask' })
        .waitFor({ state: 'attached', timeout: PATIENCE });
      await page.getByRole('button', { name: 'Send now' }).click();
      await page.getByText('It is out.').waitFor({ timeout: 20_000 });

      await announced;
      await neighbor.page.getByRole('button', { name: /\d new publication/ }).waitFor();
      await expectUntil(async () => {
        await neighbor.page.reload();
        const cards = neighbor.page.getByRole('article');
        await cards.first().waitFor();
        return cards.filter({ hasText: 'Callers ask' }).getByRole('button', { name: 'Not affected' }).count();
      });
      const card = neighbor.page.getByRole('article').filter({ hasText: 'Callers ask' }).first();
      await card.getByRole('button', { name: 'Not affected' }).click();
      await card.getByRole('button', { name: 'Not affected' }).waitFor({ state: 'detached' });
      await neighbor.page
        .getByRole('link', { name: /Callers ask/ })
        .first()
        .click();
      await neighbor.page.getByText('Your office answered “Not affected”').waitFor();

      await page.getByRole('link', { name: 'See it' }).click();
      const address = page.url();
      await distant.page.goto(address);
      await distant.page.getByText('There is nothing here').waitFor();

      await page.getByRole('link', { name: 'Who has read and answered' }).click();
      await page.getByText('Not affected: 1').waitFor();
      await page.locator('.figures', { hasText: /Opened\s*1\s*person/ }).waitFor();
      await page.locator('canvas[data-drawn]').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(address);

      await neighbor.page.getByLabel('Say something to those who may see this').fill('Same **voice** here.');
      await neighbor.page.getByRole('button', { name: 'Post comment' }).click();
      await neighbor.page.locator('.comment strong', { hasText: 'voice' }).waitFor();
      await page.locator('.comment strong', { hasText: 'voice' }).waitFor();

      await page.getByRole('link', { name: 'Revise' }).click();
      await page.getByLabel('In short').fill('Nine callers by noon.');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByLabel('What did you change?').fill('More callers.');
      await page.getByRole('button', { name: 'Send now' }).click();
      await page.getByText('It is out.').waitFor({ timeout: 20_000 });
      await neighbor.page.getByText('This was changed while you were reading.').waitFor();
      expect(await neighbor.page.getByText('Three callers this morning.').count()).toBeGreaterThan(0);
      await neighbor.page.getByRole('button', { name: 'Show the present version' }).click();
      await neighbor.page.getByText('Nine callers by noon.').first().waitFor();
      await neighbor.page.getByText('What changed').click();
      await neighbor.page.locator('del', { hasText: 'Three' }).waitFor();

      await page.getByRole('link', { name: 'See it' }).click();
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByLabel('Why').fill('It was a survey.');
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByText('It was a survey.').waitFor();
      expect([...faults, ...neighbor.faults]).toEqual([]);
      await Promise.all([context, neighbor.context, distant.context].map((each) => each.close()));
    },
    PATIENCE,
  );
});

/** The design system draws its radio buttons itself: what one hits is the label. */
async function choose(page: Page, name: string): Promise<void> {
  await page.locator('label', { hasText: name }).first().click();
}

/** Asks again until the answer is not nothing; fails by the test's own patience. */
async function expectUntil(look: () => Promise<number>): Promise<void> {
  while ((await look()) === 0) await new Promise((resolve) => setTimeout(resolve, 300));
}
