import { demoStage, FIRST, openWindow, SECOND } from '../demo.js';

const PATIENCE = 180_000;

const demo = demoStage();

it(
  'a coordinator invites somebody, who joins, reads, and is cut off when they are suspended',
  async () => {
    const { page, context, faults } = await demo.as('distant-state');
    await page.goto(`${demo.url}/members`);
    await page.getByRole('link', { name: 'My office' }).click();
    await page.getByText('Invite a person').click();
    await page.getByLabel('Name, or the name of the desk').fill('Night desk');
    await page.getByLabel('E-mail address').fill('night@fl.example');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = (await page.locator('.once').first().textContent()) ?? '';
    expect(link).toContain('/invitation#');

    const joining = await openWindow(demo.browser, demo.url, { size: FIRST });
    await joining.page.goto(link);
    await joining.page.getByLabel('Choose a password').fill('walnut harbor pepper lantern');
    await joining.page.getByRole('button', { name: 'Set password' }).click();
    await joining.page.getByText('You can sign in now.').waitFor();
    await joining.page.getByRole('link', { name: 'Sign in' }).click();
    await joining.page.getByLabel('E-mail address').fill('night@fl.example');
    await joining.page.getByLabel('Password', { exact: true }).fill('walnut harbor pepper lantern');
    await joining.page.keyboard.press('Enter');
    await joining.page.getByRole('heading', { name: 'What needs you now' }).waitFor();

    await page.reload();
    const row = page.getByRole('listitem').filter({ hasText: 'Night desk' }).first();
    await row.getByText('Roles, contact, password, suspension').click();
    await row.getByRole('button', { name: 'Suspend' }).click();
    await row.getByLabel('Why').fill('Left the office.');
    await row.getByRole('button', { name: 'Suspend' }).click();
    await row.getByText('suspended', { exact: true }).waitFor();
    await joining.page.getByText('Your session has ended').waitFor();
    await joining.page.goto(link);
    await joining.page.getByText('This link is not good').waitFor();
    expect([...faults, ...joining.faults]).toEqual([]);
    await Promise.all([context.close(), joining.context.close()]);
  },
  PATIENCE,
);

it(
  'many are invited from a spreadsheet, after a dry run has said what is wrong',
  async () => {
    const { page, context } = await demo.as('distant-state');
    await page.goto(`${demo.url}/members`);
    await page.getByRole('link', { name: 'My office' }).click();
    await page.getByText('Invite many from a spreadsheet').click();
    const csv = page.getByLabel('CSV', { exact: true });
    await csv.fill('email,name,roles\none@fl.example,One,VIEWER\nnot an address,Two,VIEWER\n');
    await page.getByRole('button', { name: 'Check it first' }).click();
    await page.getByText('1 line is wrong').waitFor();
    expect(await page.getByRole('button', { name: 'Invite them all' }).isDisabled()).toBe(true);
    await csv.fill('email,name,roles\none@fl.example,One,VIEWER\ntwo@fl.example,Two,VIEWER AUTHOR\n');
    await page.getByRole('button', { name: 'Check it first' }).click();
    await page.getByText('2 lines are right').waitFor();
    await page.getByRole('button', { name: 'Invite them all' }).click();
    await page.getByText('2 people are invited').waitFor();
    await page.getByRole('heading', { name: 'Open invitations' }).waitFor();
    await context.close();
  },
  PATIENCE,
);

it(
  'a search becomes a subscription in one click, and says beforehand what it would have brought',
  async () => {
    const { page, context, faults } = await demo.as('city-clerk', { size: FIRST });
    await page.goto(`${demo.url}/publications?q=pollbook&kind=ALERT`);
    await page.getByRole('button', { name: 'Save as subscription' }).click();
    await page.getByText('Saved. You will be told').waitFor();
    await page.goto(`${demo.url}/subscriptions`);
    await page.getByRole('button', { name: 'Change: pollbook, Alert' }).click();
    await page.getByText(/publications? of \d+/).waitFor();
    await page.getByLabel('Words that must occur').fill('no such words at all');
    await page.getByText(/^0 publications of/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Remove: pollbook, Alert' }).click();
    await page.getByRole('button', { name: 'Remove: pollbook, Alert' }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it(
  'what reaches beyond one’s region waits for a second person, who releases it',
  async () => {
    const clerk = await demo.as('city-clerk', { size: SECOND });
    await clerk.page.goto(`${demo.url}/compose`);
    await clerk.page.getByRole('button', { name: 'Phishing' }).first().click();
    await clerk.page.getByLabel('Title').fill('Mails to Florida in our name');
    await clerk.page.getByRole('button', { name: 'Go on' }).click();
    await clerk.page.getByRole('combobox', { name: 'Add a region' }).fill('florida');
    await clerk.page
      .getByRole('option', { name: /^Florida/ })
      .first()
      .waitFor();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText('it reaches beyond your own region').waitFor();
    await clerk.page.getByRole('button', { name: 'Go on' }).click();
    await clerk.page.getByRole('button', { name: 'Send to review' }).click();
    await clerk.page.getByText('It waits for review.').waitFor();

    const analyst = await demo.as('hub-analyst');
    await analyst.page.getByRole('link', { name: /waits? for review/ }).click();
    await analyst.page.getByRole('link', { name: 'Mails to Florida in our name' }).click();
    await analyst.page.getByRole('heading', { name: 'Review before release' }).waitFor();
    await analyst.page.getByRole('button', { name: 'Release it' }).click();
    await analyst.page.getByText('It is out.').waitFor();
    const distant = await demo.as('distant-clerk', { size: FIRST });
    await distant.page.goto(`${demo.url}/publications?q=Florida+name`);
    await distant.page.getByRole('link', { name: 'Mails to Florida in our name' }).waitFor();
    expect([...clerk.faults, ...analyst.faults, ...distant.faults]).toEqual([]);
    await Promise.all([clerk, analyst, distant].map(({ context }) => context.close()));
  },
  PATIENCE,
);
