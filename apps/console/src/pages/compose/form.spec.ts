import { contentOf, emptyForm, formOf, kindsOf } from './form.js';

const viewer = (kind: 'LOCAL' | 'STATE' | 'FEDERAL' | 'HUB' | 'PARTNER') =>
  ({ member: { kind } }) as unknown as Parameters<typeof emptyForm>[0];

const region = { code: '55025', fullName: 'Dane County, Wisconsin' };
const person = { id: 'p1', name: 'Desk', member: 'CISA' };

describe('what the hub is told of what stands in the editor', () => {
  it('begins with AMBER, real, named, and with an answer asked for within the hour for an alert', () => {
    const content = contentOf(emptyForm(viewer('LOCAL')));
    expect(content).toMatchObject({
      kind: 'ALERT',
      tlp: 'AMBER',
      status: 'ACTUAL',
      attribution: 'NAMED',
      acknowledgeWithinMinutes: 60,
    });
    expect(contentOf(emptyForm(viewer('FEDERAL'))).acknowledgeWithinMinutes).toBeNull();
  });

  it('names persons for RED alone, and kinds and groups for everything else', () => {
    const form = { ...emptyForm(viewer('HUB')), persons: [person], groupIds: ['g1'], regions: [region] };
    expect(contentOf({ ...form, tlp: 'AMBER' }).audience).toMatchObject({ personIds: [], groupIds: ['g1'] });
    expect(contentOf({ ...form, tlp: 'RED' }).audience).toMatchObject({ personIds: ['p1'], groupIds: [] });
  });

  it('keeps what belongs to a bulletin from other kinds', () => {
    const form = { ...emptyForm(viewer('HUB')), sourcing: 'From partners', confidence: 'HIGH' as const };
    expect(contentOf({ ...form, kind: 'ALERT' })).not.toHaveProperty('sourcing');
    expect(contentOf({ ...form, kind: 'BULLETIN' })).toMatchObject({ sourcing: 'From partners' });
  });

  it('reads lists as they are typed', () => {
    const content = contentOf({
      ...emptyForm(viewer('STATE')),
      products: ' Pollbook 3.1 \n\nPollbook 3.2',
      cves: 'CVE-2026-1234, CVE-2026-2345;CVE-2026-3456',
      references: 'What to do https://a.example/x\nhttps://b.example/',
    });
    expect(content.affectedProducts).toEqual(['Pollbook 3.1', 'Pollbook 3.2']);
    expect(content.cves).toHaveLength(3);
    expect(content.references).toEqual([
      { title: 'What to do', url: 'https://a.example/x' },
      { title: 'https://b.example/', url: 'https://b.example/' },
    ]);
  });

  it('comes back from a draft as it went', () => {
    const form = { ...emptyForm(viewer('LOCAL')), title: 'A', regions: [region], cves: 'CVE-2026-1234' };
    const content = contentOf({ ...form, expires: '2026-12-01T10:30' });
    const draft = {
      ...content,
      onBehalfOf: null,
      analyticConfidence: null,
      sourcing: null,
      handling: [],
      audience: { regions: [region], memberKinds: [], groups: [], persons: [] },
    } as unknown as Parameters<typeof formOf>[0];
    expect(contentOf(formOf(draft))).toEqual(content);
  });

  it.each([
    ['LOCAL', ['ALERT']],
    ['STATE', ['ALERT', 'ADVISORY']],
    ['PARTNER', ['ADVISORY']],
  ] as const)('offers a %s what it may post', (kind, kinds) => {
    expect(kindsOf(viewer(kind))).toEqual(kinds);
  });
});
