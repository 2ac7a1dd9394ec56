import fc from 'fast-check';
import { PUBLICATION_KINDS, type RegionLine } from '#access';
import { type Interest, matches, type Topic } from './matches.js';

const LINES: readonly RegionLine[] = [
  ['US'],
  ['R05', 'US'],
  ['55', 'R05', 'US'],
  ['17', 'R05', 'US'],
  ['55025', '55', 'R05', 'US'],
  ['55079', '55', 'R05', 'US'],
  ['5502548000', '55025', '55', 'R05', 'US'],
];
const WORDS = ['ballot', 'printer', 'outage', 'phishing'];
const GROUPS = ['g1', 'g2', 'g3'];
const SYSTEMS = ['VOTING_MACHINE', 'PUBLIC_WEBSITE', 'OFFICE_IT'] as const;

const anyTopic: fc.Arbitrary<Topic> = fc.record({
  kind: fc.constantFrom(...PUBLICATION_KINDS),
  severity: fc.option(fc.nat(5)),
  systems: fc.subarray([...SYSTEMS]),
  regions: fc.subarray([...LINES], { maxLength: 3 }),
  groupIds: fc.subarray(GROUPS),
  text: fc.subarray(WORDS).map((words) => words.join(', ')),
  catalogueNews: fc.boolean(),
});

const anyInterest: fc.Arbitrary<Interest> = fc.record({
  regions: fc.subarray([...LINES], { maxLength: 3 }),
  below: fc.boolean(),
  above: fc.boolean(),
  kinds: fc.subarray([...PUBLICATION_KINDS]),
  severityAtLeast: fc.option(fc.nat(5)),
  systems: fc.subarray([...SYSTEMS]),
  text: fc.option(fc.subarray(WORDS, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))),
  newKnownExploited: fc.boolean(),
});

/** The statement of the contract, part by part, as slow and as plain as can be. */
function plainly(interest: Interest, topic: Topic, groups: readonly string[]): boolean {
  if (interest.newKnownExploited && !topic.catalogueNews) return false;
  if (interest.kinds.length > 0 && !interest.kinds.some((kind) => kind === topic.kind)) return false;
  const severity = topic.severity === null ? 0 : topic.severity;
  if (interest.severityAtLeast !== null && severity < interest.severityAtLeast) return false;
  if (interest.systems.length > 0) {
    let meets = false;
    for (const wanted of interest.systems) for (const system of topic.systems) meets ||= wanted === system;
    if (!meets) return false;
  }
  if (interest.text !== null) {
    for (const word of interest.text.split(' ')) if (!topic.text.split(', ').includes(word)) return false;
  }
  if (interest.regions.length === 0) return true;
  for (const group of groups) for (const addressed of topic.groupIds) if (group === addressed) return true;
  for (const [wanted, ...aboveWanted] of interest.regions) {
    for (const [addressed, ...aboveAddressed] of topic.regions) {
      if (wanted === addressed) return true;
      if (interest.below && aboveAddressed.some((region) => region === wanted)) return true;
      if (interest.above && aboveWanted.some((region) => region === addressed)) return true;
    }
  }
  return false;
}

const everything: Interest = {
  regions: [],
  below: true,
  above: true,
  kinds: [],
  severityAtLeast: null,
  systems: [],
  text: null,
};
const alert: Topic = {
  kind: 'ALERT',
  severity: 3,
  systems: ['ELECTRONIC_POLLBOOK'],
  regions: [['55025', '55', 'R05', 'US']],
  groupIds: [],
  text: 'Pollbooks down in Dane County. Vendor: Élection Systèmes; see CVE-2026-1234.',
  catalogueNews: false,
};
const asks = (interest: Partial<Interest>) => ({ ...everything, ...interest });

describe('matches', () => {
  it('is what the contract says, for any interest and any publication', () => {
    fc.assert(
      fc.property(anyInterest, anyTopic, fc.subarray(GROUPS), (interest, topic, groups) => {
        expect(matches(interest, topic, groups)).toBe(plainly(interest, topic, groups));
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes everything where nothing is asked for', () => {
    expect(matches(everything, alert)).toBe(true);
    expect(matches(everything, { ...alert, regions: [], severity: null, systems: [] })).toBe(true);
  });

  it('looks below and above its regions only where it asks to', () => {
    const state: RegionLine = ['55', 'R05', 'US'];
    const town: RegionLine = ['5502548000', '55025', '55', 'R05', 'US'];
    expect(matches(asks({ regions: [state] }), alert)).toBe(true);
    expect(matches(asks({ regions: [state], below: false }), alert)).toBe(false);
    expect(matches(asks({ regions: [town] }), alert)).toBe(true);
    expect(matches(asks({ regions: [town], above: false }), alert)).toBe(false);
    expect(matches(asks({ regions: [['55079', '55', 'R05', 'US']] }), alert)).toBe(false);
  });

  it('counts what has no severity as baseline', () => {
    const advisory: Topic = { ...alert, kind: 'ADVISORY', severity: null };
    expect(matches(asks({ severityAtLeast: 0 }), advisory)).toBe(true);
    expect(matches(asks({ severityAtLeast: 1 }), advisory)).toBe(false);
    expect(matches(asks({ severityAtLeast: 3 }), alert)).toBe(true);
    expect(matches(asks({ severityAtLeast: 4 }), alert)).toBe(false);
  });

  it('takes what is addressed to a group of the member for addressed to its own region', () => {
    const toGroup: Topic = { ...alert, regions: [], groupIds: ['vendors'] };
    const dane = asks({ regions: [['55025', '55', 'R05', 'US']] });
    expect(matches(dane, toGroup, ['vendors'])).toBe(true);
    expect(matches(dane, toGroup, ['others'])).toBe(false);
    expect(matches({ ...dane, kinds: ['BULLETIN'] }, toGroup, ['vendors'])).toBe(false);
  });

  it('finds whole words whatever their case and accents, and joined ones as they are written', () => {
    const finds = (text: string) => matches(asks({ text }), alert);
    expect(finds('DOWN pollbooks')).toBe(true);
    expect(finds('election systemes')).toBe(true);
    expect(finds('CVE-2026-1234')).toBe(true);
    expect(finds('pollbook')).toBe(false);
    expect(finds('1234-2026')).toBe(false);
    expect(finds('down nowhere')).toBe(false);
  });
});
