import fc from 'fast-check';
import type { PublicationContentInput } from '#contract';
import { Refusal } from '#platform';
import { assertComplete, checkContent, moment } from './check-content.js';

const UNSAID = { attribution: 'NAMED', status: 'ACTUAL' } as const;
const NOW = new Date('2026-11-03T12:00:00.000Z');

const input = (said: Partial<PublicationContentInput> = {}): PublicationContentInput => ({
  kind: 'ALERT',
  title: 'Title',
  audience: {},
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  ...said,
});

/** The field that a refusal names, or null where there is none. */
function fieldOf(check: () => unknown): readonly string[] | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'BAD_INPUT') throw error;
    return error.field ?? [];
  }
}
const form = (said: Partial<PublicationContentInput>) =>
  fieldOf(() => checkContent(input(said), ['c'], UNSAID));

describe('checkContent', () => {
  it('fills in what is not said', () => {
    expect(checkContent(input(), [], UNSAID)).toMatchObject({
      ...UNSAID,
      summary: null,
      body: null,
      affectedSystems: [],
      cves: [],
      references: [],
      handling: [],
      expiresAt: null,
    });
    const strict = { attribution: 'ANONYMOUS', status: 'TEST' } as const;
    expect(checkContent(input(), [], strict)).toMatchObject(strict);
    expect(checkContent(input({ status: 'EXERCISE' }), [], strict)).toMatchObject({ status: 'EXERCISE' });
  });

  it('takes each of a list once, and CVE ids in capitals', () => {
    const said = { cves: ['cve-2026-1234', 'CVE-2026-1234'], affectedProducts: ['A 1', 'A 1 '] };
    expect(checkContent(input(said), [], UNSAID)).toMatchObject({
      cves: ['CVE-2026-1234'],
      affectedProducts: ['A 1'],
    });
  });

  it.each<[Partial<PublicationContentInput>, string[]]>([
    [{ title: 'a\nb' }, ['title']],
    [{ summary: 'x'.repeat(501) }, ['summary']],
    [{ instructions: 'x'.repeat(10_001) }, ['instructions']],
    [{ affectedProducts: Array(101).fill('x') }, ['affectedProducts']],
    [{ affectedProducts: ['x', ''] }, ['affectedProducts', '1']],
    [{ cves: Array(101).fill('CVE-2026-1234') }, ['cves']],
    [{ cves: ['CVE-26-1234'] }, ['cves', '0']],
    [{ cves: [`CVE-2026-${'1'.repeat(20)}`] }, ['cves', '0']],
    [{ references: Array(51).fill({ title: 'x', url: 'https://example.org' }) }, ['references']],
    [{ references: [{ title: '', url: 'https://example.org' }] }, ['references', '0', 'title']],
    [{ kind: 'BULLETIN', handling: Array(11).fill('x') }, ['handling']],
    [{ sourcing: 'x' }, ['sourcing']],
    [{ analyticConfidence: 'LOW' }, ['analyticConfidence']],
    [{ acknowledgeWithinMinutes: 4 }, ['acknowledgeWithinMinutes']],
    [{ acknowledgeWithinMinutes: 10_081 }, ['acknowledgeWithinMinutes']],
    [{ acknowledgeWithinMinutes: 5.5 }, ['acknowledgeWithinMinutes']],
    [{ expiresAt: 'tomorrow' }, ['expiresAt']],
  ])('refuses %j at %j', (said, field) => {
    expect(form(said)).toEqual(['c', ...field]);
  });

  it('takes what is just within bounds', () => {
    expect(
      form({
        title: 'x'.repeat(200),
        body: '🗳'.repeat(50_000),
        cves: ['CVE-2026-1234567890123456789'],
        acknowledgeWithinMinutes: 10_080,
        references: [{ title: 'x', url: 'HTTP://example.org/?q=%20#x' }],
      }),
    ).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    '//example.org',
    'https:example.org',
    'https:/\\example.org',
    'https://',
    'https://exa mple.org',
    'https://bank.example@evil.example',
    'https://a:b@evil.example',
    'https://example.org/<script>',
    `https://example.org/${'x'.repeat(2_000)}`,
  ])('refuses the address %s', (url) => {
    expect(form({ references: [{ title: 'x', url }] })).toEqual(['c', 'references', '0', 'url']);
  });

  it('keeps or refuses any text whole, and never throws but to refuse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (body) => {
        if (form({ body }) !== null) return;
        const kept = checkContent(input({ body }), [], UNSAID).body ?? '';
        expect(kept).not.toMatch(/\p{Bidi_Control}/u);
        expect(checkContent(input({ body: kept }), [], UNSAID).body ?? '').toBe(kept);
      }),
    );
  });
});

describe('assertComplete', () => {
  const missing = (said: Partial<PublicationContentInput>) =>
    fieldOf(() => assertComplete(checkContent(input(said), ['c'], UNSAID), ['c'], NOW));

  it('asks of an alert how severe, how urgent and how certain it is, and of others not', () => {
    expect(missing({})).toBeNull();
    for (const field of ['severity', 'urgency', 'certainty']) {
      expect(missing({ [field]: null })).toEqual(['c', field]);
      expect(missing({ [field]: null, kind: 'ADVISORY' })).toBeNull();
    }
  });

  it('asks for an expiry in the future', () => {
    expect(missing({ expiresAt: '2026-11-03T12:00:00.001Z' })).toBeNull();
    expect(missing({ expiresAt: '2026-11-03T07:00:00-05:00' })).toEqual(['c', 'expiresAt']);
  });
});

describe('moment', () => {
  it('is kept in UTC with milliseconds', () => {
    expect(moment('2026-11-03T07:00:00-05:00', [])).toBe('2026-11-03T12:00:00.000Z');
    expect(moment(null, [])).toBeNull();
  });

  it.each(['2026', '2026-11-03', '2026-02-30T99:00:00Z', '+012026-01-01T00:00:00Z', '1', ''])(
    'is not %j',
    (value) => {
      expect(() => moment(value, ['f'])).toThrow(Refusal);
    },
  );
});
