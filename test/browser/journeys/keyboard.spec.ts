import type { Page } from 'playwright-core';
import { demoStage, FIRST } from '../demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

/** What the focused element is called, as assistive technology has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (!(element instanceof HTMLElement)) return '';
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labels ? element.labels?.[0]?.textContent : null;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
  });

const MOST_TABS = 150;

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`No way by Tab to ${name}; the focus is at "${await focused(page)}".`);
}

it(
  'an alert is written, addressed and sent with a keyboard alone',
  async () => {
    const { page, context, faults } = await demo.as('county-clerk');
    await page.goto(`${demo.url}/compose`);
    await page.getByLabel('Title').waitFor();
    await tabTo(page, /^Title/);
    await page.keyboard.type('By keyboard alone');
    await tabTo(page, /^Emergency/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^At once/);
    await page.keyboard.press('Space');
    await tabTo(page, /^We have seen it/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Go on/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await tabTo(page, /^Add a region/);
    await page.keyboard.type('rock wi');
    await page.getByRole('option', { name: /Rock County, Wisconsin/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, /^Go on/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Send now/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo', disabled: false }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Nothing was sent').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it(
  'an alert is answered with a keyboard alone, and the answer is said to those who cannot see it',
  async () => {
    const { page, context, faults } = await demo.as('neighbor-clerk', { size: FIRST });
    await page.getByRole('button', { name: 'Not affected' }).first().waitFor();
    await tabTo(page, /^Not affected/);
    await page.keyboard.press('Enter');
    await page.locator('[data-announcer]', { hasText: 'Not affected' }).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('unanswered');
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it(
  'the focus goes down the page, and stays visible',
  async () => {
    const { page, context } = await demo.as('state-official');
    for (const path of ['/', '/publications', '/subscriptions', '/preferences']) {
      await page.goto(`${demo.url}${path}`);
      await page.locator('main h1').waitFor();
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      await page.locator('#main').focus();
      const seen: string[] = [];
      let last = 0;
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press('Tab');
        const step = await page.evaluate(() => {
          const { activeElement: element } = document;
          if (!(element instanceof HTMLElement) || !element.closest('main')) return null;
          const outlined = [
            element,
            ...(element instanceof HTMLInputElement ? (element.labels ?? []) : []),
          ].some((one) => {
            const { outlineStyle, boxShadow } = getComputedStyle(one);
            const before = getComputedStyle(one, '::before').outlineStyle;
            return outlineStyle !== 'none' || boxShadow !== 'none' || before !== 'none';
          });
          const place = [...document.querySelectorAll('*')].indexOf(element);
          return { place, outlined, html: element.outerHTML.slice(0, 80) };
        });
        if (!step) break;
        if (step.place < last) seen.push(`${path}: back to ${step.html}`);
        last = step.place;
        if (!step.outlined) seen.push(`${path}: not visible at ${step.html}`);
      }
      expect(seen).toEqual([]);
    }
    await context.close();
  },
  PATIENCE,
);
