import { demoStage, FIRST, SECOND } from '../demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

it(
  'one sets how one is reached; a coordinator how the office is, whom nobody else can set it for',
  async () => {
    const { page, context, faults } = await demo.as('distant-state', { size: FIRST });
    await page.goto(`${demo.url}/preferences`);
    await page.getByText('Mine', { exact: true }).waitFor();
    await page.locator('label', { hasText: 'My office’s' }).click();
    await page.getByText('Your office has set nothing').waitFor();
    await page.getByRole('combobox', { name: 'Low' }).selectOption('OFF');
    await page.locator('label', { hasText: /^Medium$/ }).click();
    await page.getByText('Keep quiet hours').click();
    await page.getByLabel('From').fill('22:15');
    await page.getByLabel('Until').fill('22:15');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.usa-error-message').waitFor();
    await page.getByLabel('Until').fill('06:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Do what is usual in everything' }).waitFor();
    await page.locator('label', { hasText: 'Mine' }).click();
    await page.getByText('You have set nothing yourself').waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('22:15');
    expect(await page.getByRole('combobox', { name: 'Low' }).inputValue()).toBe('OFF');
    expect(await page.getByRole('checkbox', { name: 'Medium' }).isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: 'High' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Emergency' }).count()).toBe(0);

    const clerk = await demo.as('county-clerk', { size: FIRST });
    await clerk.page.goto(`${demo.url}/preferences`);
    await clerk.page.getByLabel('Time zone').waitFor();
    expect(await clerk.page.getByText('Whose preferences').count()).toBe(0);
    expect([...faults, ...clerk.faults]).toEqual([]);
    await Promise.all([context.close(), clerk.context.close()]);
  },
  PATIENCE,
);

it(
  'a coordinator says whom to ask in which order, and when each is on duty',
  async () => {
    const { page, context, faults } = await demo.as('distant-state', { size: SECOND });
    await page.goto(`${demo.url}/members`);
    await page.getByRole('link', { name: 'My office' }).click();
    await page.getByText('Nobody is named').waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const adding = page.getByLabel('Add a person');
    await adding.selectOption({ index: 1 });
    await page.getByText(/^Hours on duty of/).click();
    await page.getByRole('button', { name: 'Add hours on duty' }).click();
    await page.getByLabel('Until').fill('18:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Monday, Tuesday, Wednesday, Thursday, Friday, 08:00 to 18:30').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it(
  'the silent are reminded by mail, each once',
  async () => {
    const { page, context, faults } = await demo.as('state-official', { size: FIRST });
    await page.goto(`${demo.url}/publications`);
    const own = page.locator('.card', { hasText: 'Wisconsin Chief Election Office' });
    await own.locator('.card__title a').first().click();
    await page.getByRole('link', { name: 'Who has read and answered' }).click();
    await page.getByRole('button', { name: 'Remind the silent' }).click();
    await page.getByRole('button', { name: 'Remind the silent' }).click();
    await page.getByText(/will be reminded/).waitFor();
    await page.getByRole('button', { name: 'Remind the silent' }).click();
    await page.getByRole('button', { name: 'Remind the silent' }).click();
    await page.getByText('have been reminded already').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);
