import type { Page } from 'playwright-core';
import { violations } from './accessible.js';
import { DESK, type Demo, demoStage, openWindow, PHONE } from './demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

/** Every page: as whom, where. */
const PAGES = [
  ['county-clerk', '/'],
  ['county-clerk', '/publications?q=pollbook'],
  ['county-clerk', '/publications/FIRST'],
  ['county-clerk', '/compose'],
  ['federal-analyst', '/compose'],
  ['county-clerk', '/drafts'],
  ['hub-analyst', '/drafts'],
  ['county-clerk', '/account'],
  ['county-clerk', '/subscriptions'],
  ['county-clerk', '/preferences'],
  ['county-clerk', '/indicators'],
  ['county-clerk', '/import'],
  ['county-clerk', '/members'],
  ['county-clerk', '/members/OWN'],
  ['county-clerk', '/groups'],
  ['county-clerk', '/map'],
  ['state-official', '/map?region=55'],
  ['auditor', '/operations'],
  ['operator', '/operations'],
  ['county-clerk', '/public'],
] as const;

/** A desk's window at 200 % zoom has half as many pixels of style each way. */
const TWICE = { width: DESK.width / 2, height: DESK.height / 2 };

const WINDOWS = [
  { size: PHONE, dark: false },
  { size: DESK, dark: true },
  { size: TWICE, dark: false },
] as const;

/** Opens all that is folded, so that what lies in it is looked at too. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
  });

it.each(WINDOWS)(
  'no page breaks a rule of WCAG 2.2 A and AA: %o',
  async (options) => {
    const found: string[] = [];
    const windows = new Map<string, Awaited<ReturnType<Demo['as']>>>();
    for (const [persona, path] of PAGES) {
      const window = windows.get(persona) ?? (await demo.as(persona, options));
      windows.set(persona, window);
      const { page } = window;
      await page.goto(`${demo.url}${path.replace('/FIRST', '')}`);
      await page.locator('main h1').waitFor();
      if (path.endsWith('/FIRST')) {
        await page.locator('.card__title a').first().click();
        await page.locator('.publication').waitFor();
      }
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      await unfold(page);
      found.push(...(await violations(page)).map((violation) => `${path} ${violation}`));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (wider) found.push(`${path} scrolls sideways`);
    }
    expect(found).toEqual([]);
    await Promise.all([...windows.values()].map(({ context }) => context.close()));
  },
  PATIENCE,
);

it.each(WINDOWS)(
  'nor does what is seen before signing in: %o',
  async (options) => {
    const { page, context } = await openWindow(demo.browser, demo.url, options);
    const found: string[] = [];
    for (const path of ['/', '/invitation#none', `/invitation#${await invited()}`, '/public']) {
      await page.goto('about:blank');
      await page.goto(`${demo.url}${path}`);
      await page.locator('main h1').waitFor();
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      await unfold(page);
      found.push(...(await violations(page)).map((violation) => `${path} ${violation}`));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (wider) found.push(`${path} scrolls sideways`);
    }
    expect(found).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

/** The secret of an invitation that is good. */
async function invited(): Promise<string> {
  const { context } = await demo.as('state-official');
  const query = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { link } }';
  const input = { email: 'desk2@wi.example', name: 'Second desk', roles: ['VIEWER'] };
  const answer = await context.request.post(`${demo.url}/graphql`, { data: { query, variables: { input } } });
  const { data } = (await answer.json()) as { data: { invitePerson: { link: string } } };
  await context.close();
  return new URL(data.invitePerson.link).hash.slice(1);
}

it('is used with a keyboard alone: the first key leads past the menu, and every place can be reached', async () => {
  const { page, context } = await demo.as('county-clerk');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await page.getByRole('button', { name: 'Menu' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#more-menu') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Menu');
  await context.close();
});

it('prints a clean page, with the marking fixed to every sheet', async () => {
  const { page, context } = await demo.as('county-clerk');
  await page.goto(`${demo.url}/publications`);
  await page.locator('.card__title a').first().click();
  await page.locator('.publication').waitFor();
  await page.emulateMedia({ media: 'print' });
  const mark = page.locator('.sheet-mark');
  expect(await mark.isVisible()).toBe(true);
  expect(await mark.textContent()).toContain('TLP:');
  expect(await mark.evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
  for (const gone of ['.header', '.demo-strip', '.tools'])
    expect(await page.locator(gone).first().isVisible()).toBe(false);
  await context.close();
});

it('the map’s picture has its table, and both say the same', async () => {
  const { page, context } = await demo.as('hub-analyst');
  await page.goto(`${demo.url}/map`);
  await page.locator('canvas[data-drawn]').waitFor();
  await page.getByRole('link', { name: 'Florida' }).click();
  await page.getByRole('rowheader', { name: 'Miami-Dade County' }).waitFor();
  expect(await page.getByRole('img', { name: /table has the same facts/ }).count()).toBe(1);
  await context.close();
});
