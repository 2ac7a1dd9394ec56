import { demoStage, FIRST } from '../demo.js';

const PATIENCE = 120_000;

const demo = demoStage();

const bundle = (reference: string) => ({
  type: 'bundle',
  id: 'bundle--6e0a5b11-3f0c-4d46-9c59-000000000001',
  objects: [
    {
      type: 'indicator',
      spec_version: '2.1',
      id: 'indicator--6e0a5b11-3f0c-4d46-9c59-000000000002',
      created: '2026-11-01T12:00:00.000Z',
      modified: '2026-11-01T12:00:00.000Z',
      pattern: "[ipv4-addr:value = '203.0.113.77']",
      pattern_type: 'stix',
      valid_from: '2026-11-01T12:00:00.000Z',
    },
    {
      type: 'report',
      spec_version: '2.1',
      id: 'report--6e0a5b11-3f0c-4d46-9c59-000000000003',
      created: '2026-11-01T12:00:00.000Z',
      modified: '2026-11-01T12:00:00.000Z',
      name: 'Password guessing from one address',
      published: '2026-11-01T12:00:00.000Z',
      object_refs: [reference],
    },
  ],
});

it(
  'a document is tried, imported with its indicators, and they are looked up and said to be seen by another office',
  async () => {
    const { page, context, faults } = await demo.as('state-official');
    const file = (reference: string) => ({
      name: 'report.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(bundle(reference))),
    });
    const good = 'indicator--6e0a5b11-3f0c-4d46-9c59-000000000002';
    await page.goto(`${demo.url}/import`);
    await page.getByLabel('File').setInputFiles({
      name: 'report.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"type": "bundle", "objects": [{"type": "indicator", "id": 7}]}'),
    });
    await page.getByRole('button', { name: 'Check it first' }).click();
    await page.locator('.usa-error-message').first().waitFor();
    await page.getByLabel('File').setInputFiles(file(good));
    await page.getByText('Release at once what is complete').click();
    await page.getByRole('button', { name: 'Check it first' }).click();
    await page.getByText('Nothing is changed yet').waitFor();
    await page.getByRole('button', { name: 'Import it' }).click();
    await page.getByText('This came of it').waitFor();
    await page.getByRole('link', { name: 'Password guessing from one address' }).click();
    await page.getByRole('heading', { name: 'Indicators' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as STIX' }).click();
    expect((await download).suggestedFilename()).toMatch(/stix/i);

    const clerk = await demo.as('county-clerk', { size: FIRST });
    await clerk.page.goto(`${demo.url}/indicators`);
    await clerk.page.getByLabel('Values, one a line').fill('203.0.113[.]77\nno value at all');
    await clerk.page.getByRole('button', { name: 'Look them up' }).click();
    await clerk.page.getByText(/^1 of \d values are known here/).waitFor();
    await clerk.page.getByRole('button', { name: /^Seen here/ }).click();
    await clerk.page.getByText('Others learn that it was seen').first().waitFor();
    await page.reload();
    await page.getByText('Seen 1 time').waitFor();
    expect([...faults, ...clerk.faults]).toEqual([]);
    await Promise.all([context.close(), clerk.context.close()]);
  },
  PATIENCE,
);
