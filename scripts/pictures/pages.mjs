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

/** The viewer's own alert that most have answered. */
const openReach = async (page) => {
  await page
    .locator('.card', { hasText: 'voter look-up under a flood' })
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

const shared = async (page) => {
  await drawn(page);
  await pick(page, 'What was shared');
};

const newSubscription = async (page) => {
  await page.getByRole('button', { name: 'New subscription' }).click();
  await pick(page, 'Alert');
  await page.locator('.would li').first().waitFor();
};

const verify = async (page) => {
  await page.getByRole('button', { name: 'Check it now' }).click();
  await page.getByText('as written').waitFor();
};

const addRemote = async (page) => {
  await page.getByText('Add a remote collection').first().click();
  await page.getByLabel('How the hub signs in there').selectOption('TOKEN');
  await page.getByRole('combobox', { name: 'Find the office' }).fill('wisconsin chief');
  await page.getByRole('option', { name: /^Wisconsin Chief/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Who writes for Wisconsin').waitFor();
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

/** Which pages are pictured: as whom, where, what is done first, and how README and guides show them. */
export const pages = [
  { name: 'sign-in', persona: null, path: '/', docs: {} },
  { name: 'home', persona: 'county-clerk', path: '/', docs: {} },
  { name: 'home-phone', persona: 'county-clerk', path: '/', docs: { width: 360, colorScheme: 'dark' } },
  { name: 'feed', persona: 'state-official', path: '/publications', docs: {} },
  { name: 'search', persona: 'state-official', path: '/publications?q=pollbook&kind=ALERT' },
  {
    name: 'publication',
    persona: 'neighbor-clerk',
    path: '/publications?severity=HIGH&current=1',
    act: openFirst,
    docs: {},
  },
  {
    name: 'publication-bulletin',
    persona: 'state-official',
    path: '/publications?kind=BULLETIN',
    act: openFirst,
  },
  { name: 'compose-what', persona: 'county-clerk', path: '/compose', act: writeAlert },
  { name: 'compose-audience', persona: 'county-clerk', path: '/compose', act: addressIt, docs: {} },
  { name: 'compose-send', persona: 'county-clerk', path: '/compose', act: checkIt },
  { name: 'compose-bulletin', persona: 'federal-analyst', path: '/compose', docs: {} },
  { name: 'drafts', persona: 'county-clerk', path: '/drafts' },
  { name: 'reach', persona: 'state-official', path: '/publications', act: openReach, docs: {} },
  { name: 'map', persona: 'hub-analyst', path: '/map', act: shared, docs: { colorScheme: 'dark' } },
  { name: 'map-state', persona: 'state-official', path: '/map?region=55025', act: drawn },
  { name: 'subscriptions', persona: 'county-clerk', path: '/subscriptions', act: newSubscription, docs: {} },
  { name: 'preferences', persona: 'county-clerk', path: '/preferences' },
  { name: 'look-up', persona: 'county-clerk', path: '/indicators' },
  { name: 'import', persona: 'state-official', path: '/import' },
  { name: 'account', persona: 'county-clerk', path: '/account' },
  { name: 'members', persona: 'operator', path: '/members', docs: {} },
  { name: 'member', persona: 'state-official', path: '/members', act: openOwn, docs: {} },
  { name: 'groups', persona: 'county-clerk', path: '/groups' },
  { name: 'operations', persona: 'auditor', path: '/operations', act: verify, docs: {} },
  { name: 'deliveries', persona: 'operator', path: '/operations', docs: {} },
  { name: 'remotes', persona: 'operator', path: '/operations', act: addRemote },
  { name: 'public', persona: null, path: '/public' },
  { name: 'not-found', persona: 'county-clerk', path: '/publications/nothing' },
];
