import { type Got, indicator, TAXII, Taxii } from './client.js';

export const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
export const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const ROOT = '/taxii2/community/';
export const X = '3b3c3d3e-1111-4111-8111-111111111111';
export const Y = '3b3c3d3e-2222-4222-8222-222222222222';
export const V1 = '2026-01-01T00:00:00.000Z';
export const V2 = '2026-02-01T00:00:00.123456Z';
export const V3 = '2026-03-01T00:00:00.000Z';

/** One hub for all sections, with publications, indicators, and an object in three versions. */
export class ConformanceHub {
  taxii!: Taxii;

  async open(): Promise<void> {
    this.taxii = await Taxii.open();
    const { office } = this.taxii;
    await office.publish('official', {
      title: 'One',
      audience: { regions: ['55'] },
      cves: ['CVE-2026-1000'],
    });
    await office.publish('clerk', { title: 'Two' });
    await this.taxii.settle();
    await office.add('official', {
      audience: { regions: ['55'] },
      indicators: Array.from({ length: 25 }, (_, n) => ({ value: `45.9.150.${n}` })),
    });
    for (const [uuid, modified] of [
      [X, V1],
      [X, V2],
      [X, V3],
      [Y, V1],
    ] as const)
      await this.taxii.post('region-55', [
        indicator(uuid, modified, uuid === X ? { x_custom: { kept: ['as', 1, null] } } : {}),
      ]);
  }

  object(uuid: string, query = ''): Promise<Got> {
    return this.taxii.at('region-55', `objects/indicator--${uuid}/${query}`);
  }
}

export const expectError = ({ status, json, headers }: Got, wanted: number): void => {
  expect([status, json]).toEqual([
    wanted,
    expect.objectContaining({ title: expect.any(String), http_status: String(wanted) }),
  ]);
  expect(headers.get('content-type')).toBe(TAXII);
};

export const ids = ({ json }: Got): string[] => (json.objects ?? []).map(({ id }: { id: string }) => id);

export const versionsOf = ({ json }: Got): string[] =>
  (json.objects ?? []).map((one: { modified: string }) => one.modified);
