import type { Answer } from '../support/graphql.js';
import { demoStage, openWindow } from './demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

/** Ways in which Markdown and HTML have carried scripts into pages. */
const ATTACKS = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '<svg onload="window.hacked = 1"></svg>',
  '<svg><script>window.hacked = 1</script></svg>',
  '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
  '<a href="javascript:window.hacked = 1">press</a>',
  '[press](javascript:window.hacked=1)',
  '[press](JaVaScRiPt:window.hacked=1)',
  '[press](java\tscript:window.hacked=1)',
  '[press](&#x6A;avascript:window.hacked=1)',
  '[press](data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFja2VkPTE8L3NjcmlwdD4=)',
  '[press](vbscript:msgbox)',
  '[press](//evil.example/x)',
  '![x](javascript:window.hacked=1)',
  '![x](https://evil.example/beacon.png)',
  '![x"onerror="window.hacked=1](x)',
  '[x]: javascript:window.hacked=1\n\n[x]',
  '<https://good.example/"onmouseover="window.hacked=1>',
  '<javascript:window.hacked=1>',
  '`<img src=x onerror=window.hacked=1>`',
  '```html\n<script>window.hacked = 1</script>\n```',
  '<style>@import "https://evil.example/x.css"; body { display: none }</style>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><button>press</button></form>',
  '<details open ontoggle="window.hacked = 1">x</details>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.hacked=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.hacked=1>">',
  '# <b onmouseover=window.hacked=1>title</b>',
  '- <input autofocus onfocus=window.hacked=1>',
  '> <video><source onerror="window.hacked = 1"></video>',
  '&lt;script&gt;window.hacked = 1&lt;/script&gt;',
];

it(
  'what somebody writes becomes text, never script, style, image or form',
  async () => {
    const { page, context, faults } = await demo.as('county-clerk');
    const query = `mutation ($content: PublicationContentInput!) {
    publish(input: { content: $content }) { publication { id } } }`;
    const content = {
      kind: 'ALERT',
      title: '<img src=x onerror=window.hacked=1>',
      summary: '<script>window.hacked = 1</script>',
      body: ATTACKS.join('\n\n'),
      instructions: ATTACKS.slice(0, 14).join('\n\n'),
      audience: { regions: ['55025'] },
      severity: 'LOW',
      urgency: 'FUTURE',
      certainty: 'POSSIBLE',
      status: 'TEST',
      references: [{ title: '<b>x</b>', url: 'https://good.example/?<script>' }].slice(1),
    };
    const answer = await context.request.post(`${demo.url}/graphql`, {
      data: { query, variables: { content } },
    });
    const { data, errors } = (await answer.json()) as Answer<{ publish: { publication: { id: string } } }>;
    expect(errors).toBeUndefined();
    await page.goto(`${demo.url}/publications/${data?.publish.publication.id}`);
    await page.locator('.markdown').first().waitFor();
    for (const link of await page.locator('.markdown a').all()) {
      expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
      expect(await link.getAttribute('rel')).toContain('noopener');
    }
    const made = '.markdown :is(script, style, img, iframe, form, input, svg, link, meta, base, video, math)';
    expect(await page.locator(made).count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(
      await page
        .getByText('EXERCISE')
        .or(page.getByText('TEST', { exact: true }))
        .count(),
    ).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await context.close();
  },
  PATIENCE,
);

it('the page says what it may load, is kept by nobody, and its files for good', async () => {
  const { page, context, faults } = await openWindow(demo.browser, demo.url);
  const answer = await page.goto(demo.url);
  const { 'content-security-policy': policy = '', ...headers } = answer?.headers() ?? {};
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  const script = await page.locator('script[src]').getAttribute('src');
  const file = await context.request.get(`${demo.url}${script}`);
  expect(file.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(file.headers()['content-encoding']).toMatch(/br|gzip/);
  const inline = await page.evaluate(() => {
    const made = document.createElement('div');
    made.setAttribute('style', 'color: red');
    return made.style.color;
  });
  expect(inline).toBe('');
  expect(faults.filter((fault) => !fault.includes('style'))).toEqual([]);
  await context.close();
});

it('the first load of the feed is under 200 kB of compressed script and style, and asks nobody but the hub', async () => {
  const { page, context, faults } = await demo.as('county-clerk');
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const kinds = new Map<string, string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (['Script', 'Stylesheet'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  await page.goto(`${demo.url}/publications`);
  await page.getByRole('article').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(200_000);
  expect(faults).toEqual([]);
  await context.close();
});
