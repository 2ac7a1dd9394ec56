import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { demoStage, FIRST, openWindow, type Window } from '../demo.js';

const PATIENCE = 120_000;

const PUBLISH = `mutation ($content: PublicationContentInput!) { publish(input: { content: $content }) {
  publication { id } } }`;
const REACH = 'query ($id: ID!) { publication(id: $id) { reach { acknowledgedCount } } }';

const demo = demoStage();
let sender: Window;

beforeAll(async () => {
  sender = await demo.as('state-official');
}, PATIENCE);

async function ask<T>(query: string, variables: object): Promise<T> {
  const answer = await sender.context.request.post(`${demo.url}/graphql`, { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** Posts what asks the county for an answer, as an emergency, which everybody gets. */
async function alert(tlp: 'AMBER' | 'AMBER_STRICT'): Promise<{ id: string; title: string }> {
  const content = {
    kind: 'ALERT',
    title: `Intruder at the warehouse ${randomUUID()}`,
    tlp,
    audience: { regions: ['55025'] },
    severity: 'EMERGENCY',
    urgency: 'IMMEDIATE',
    certainty: 'OBSERVED',
    acknowledgeWithinMinutes: 60,
  };
  const { publish } = await ask<{ publish: { publication: { id: string } } }>(PUBLISH, { content });
  return { id: publish.publication.id, title: content.title };
}

/** The mail about it to the county's clerk, as the demo's own server took it: one that tells no title leads to it. */
async function mailOf(id: string): Promise<Email> {
  const folder = join(demo.folder, 'demo-mail');
  const { email } = demo.account('county-clerk');
  for (;;) {
    for (const name of readdirSync(folder).sort().reverse()) {
      const mail = await PostalMime.parse(readFileSync(join(folder, name)));
      if (mail.to?.some(({ address }) => address === email) && mail.html?.includes(id)) return mail;
    }
    await sleep(200);
  }
}

/** A mail program on a phone that is signed in nowhere, and how often something is clicked in it. */
async function reading(mail: Email) {
  const window = await openWindow(demo.browser, demo.url, { size: FIRST });
  await window.page.setContent(mail.html ?? '');
  let clicks = 0;
  return {
    ...window,
    clicks: () => clicks,
    click: async (role: 'link' | 'button', name: string) => {
      clicks += 1;
      await window.page.getByRole(role, { name }).first().click();
    },
  };
}

it(
  'a clerk answers an alert in two clicks from the mail, without signing in',
  async () => {
    const { id, title } = await alert('AMBER');
    const mail = await mailOf(id);
    expect(mail.subject).toContain(title);
    const { page, context, click, clicks, faults } = await reading(mail);
    await click('link', 'We are acting on it');
    await click('button', 'Send the answer');
    await page.getByText('Your office has answered: We are acting on it.').waitFor();
    expect(clicks()).toBe(2);
    const told = await ask<{ publication: { reach: { acknowledgedCount: number } } }>(REACH, { id });
    expect(told.publication.reach.acknowledgedCount).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it(
  'what is strict says nothing in the mail, and is answered by nobody who has not signed in',
  async () => {
    const { id, title } = await alert('AMBER_STRICT');
    const mail = await mailOf(id);
    expect(`${mail.subject}${mail.html}${mail.text}`).not.toContain(title);
    const { page, context, faults } = await reading(mail);
    expect(await page.getByRole('link', { name: 'We are acting on it' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    await page.getByLabel('E-mail address').waitFor();
    expect(await page.getByText(title).count()).toBe(0);
    const told = await ask<{ publication: { reach: { acknowledgedCount: number } } }>(REACH, { id });
    expect(told.publication.reach.acknowledgedCount).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);
