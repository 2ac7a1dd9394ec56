/** Opens the first publication of a list. */
const openFirst = async (page) => {
  await page.locator('.card__title a').first().click();
  await page.locator('.publication').waitFor();
  await page.waitForLoadState('networkidle');
};

const openOwn = async (page) => {
  await page.getByRole('link', { name: 'My office' }).click();
  await page.locator('#people').waitFor();
  await page.waitForLoadState('networkidle');
};

/** The viewer's own latest alert, which asks for answers. */
const openReach = async (page) => {
  await page
    .locator('.card', { hasText: 'Wisconsin Chief Election Office' })
    .locator('.card__title a')
    .first()
    .click();
  await page.getByRole('link', { name: 'Who has read and answered' }).click();
  await page.locator('.figures').waitFor();
  await page.locator('canvas[data-drawn]').waitFor();
  await page.waitForLoadState('networkidle');
};

const drawn = async (page) => {
  await page.locator('canvas[data-drawn]').waitFor();
  await page.locator('tbody tr').first().waitFor();
  await page.waitForLoadState('networkidle');
};

const pick = (page, name) => page.locator('label', { hasText: name }).first().click();

const writeAlert = async (page) => {
  await page.getByLabel('Title').fill('Invoice mails with a sign-in link');
  await page
    .getByLabel('In short')
    .fill('Two of our mailboxes received them this morning. Nobody has clicked.');
  await page
    .getByLabel('What should they do?')
    .fill('- Do not open the link\n- Call the desk if somebody has');
  await pick(page, 'High');
  await pick(page, 'At once');
  await pick(page, 'We have seen it');
};

const addressIt = async (page) => {
  await writeAlert(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Wisconsin', exact: true }).click();
  await page.locator('.preview__count').waitFor();
};

const checkIt = async (page) => {
  await addressIt(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Send now' }).waitFor();
};

/** Which pages are pictured: as whom, where, and what is done first. */
export const pages = [
  { name: 'sign-in', persona: null, path: '/' },
  { name: 'home', persona: 'county-clerk', path: '/' },
  { name: 'feed', persona: 'state-official', path: '/publications' },
  { name: 'search', persona: 'state-official', path: '/publications?q=pollbook&kind=ALERT' },
  {
    name: 'publication',
    persona: 'neighbor-clerk',
    path: '/publications?severity=HIGH&current=1',
    act: openFirst,
  },
  {
    name: 'publication-bulletin',
    persona: 'state-official',
    path: '/publications?kind=BULLETIN',
    act: openFirst,
  },
  { name: 'compose-what', persona: 'county-clerk', path: '/compose', act: writeAlert },
  { name: 'compose-audience', persona: 'county-clerk', path: '/compose', act: addressIt },
  { name: 'compose-send', persona: 'county-clerk', path: '/compose', act: checkIt },
  { name: 'account', persona: 'county-clerk', path: '/account' },
  { name: 'members', persona: 'operator', path: '/members' },
  { name: 'member', persona: 'county-clerk', path: '/members', act: openOwn },
  { name: 'groups', persona: 'county-clerk', path: '/groups' },
  { name: 'reach', persona: 'state-official', path: '/publications', act: openReach },
  { name: 'map', persona: 'hub-analyst', path: '/map', act: drawn },
  { name: 'map-state', persona: 'state-official', path: '/map?region=55025', act: drawn },
  { name: 'operations', persona: 'auditor', path: '/operations' },
  { name: 'public', persona: null, path: '/public' },
  { name: 'drafts', persona: 'county-clerk', path: '/drafts' },
];
