import fc from 'fast-check';
import type { StixObject } from '#exchange';
import { versionAtOf } from '#exchange';
import { checked, sift } from './sift.js';

const uuid = (n: number) => `3b3c3d3e-0000-4000-8000-${String(n).padStart(12, '0')}`;
const at = (day: number) => `2026-11-0${day}T00:00:00.000Z`;
const object = (type: string, n: number, more: object = {}): StixObject => ({
  ...{ type, id: `${type}--${uuid(n)}`, spec_version: '2.1', created: at(1), modified: at(1) },
  ...more,
});
const knownAt = (...objects: readonly StixObject[]) =>
  new Map(objects.map((one) => [one.id, versionAtOf(one)]));
const idsOf = (objects: readonly StixObject[]) => objects.map(({ id }) => id);

const indicator = object('indicator', 1);
const report = object('report', 2, { object_refs: [indicator.id] });
const note = object('note', 3, { object_refs: [report.id] });
const hub = object('identity', 4);

it('takes all that is new', () => {
  expect(sift([hub, indicator, report, note], new Map())).toEqual({
    objects: [hub, indicator, report, note],
    revoked: [],
    left: 0,
  });
});

it('takes with a new report what it names, also where that is known', () => {
  expect(idsOf(sift([indicator, report], knownAt(indicator)).objects)).toEqual([indicator.id, report.id]);
});

it('leaves a known report with what it names and what is said of it', () => {
  expect(sift([hub, indicator, report, note], knownAt(report))).toEqual({
    objects: [],
    revoked: [],
    left: 4,
  });
  expect(sift([note], knownAt(report))).toEqual({ objects: [], revoked: [], left: 1 });
});

it('takes a newer version, and no older one', () => {
  const newer = { ...report, modified: at(2) };
  expect(sift([newer], knownAt(report)).left).toBe(0);
  expect(sift([report], knownAt(newer)).left).toBe(1);
});

it('leaves what was taken from something that is known', () => {
  const wrapped = object('report', 5, {
    object_refs: [indicator.id],
    external_references: [{ source_name: 'watchfire-source', external_id: report.id }],
  });
  expect(sift([indicator, wrapped], knownAt(report)).objects).toEqual([]);
  expect(sift([indicator, wrapped], new Map()).left).toBe(0);
});

it('takes back only what it knows', () => {
  const revoked = { ...report, revoked: true, modified: at(2) };
  expect(sift([revoked], new Map()).left).toBe(1);
  expect(sift([revoked], knownAt(report)).left).toBe(0);
  const alone = { ...indicator, revoked: true, modified: at(2) };
  expect(sift([alone], new Map())).toEqual({ objects: [], revoked: [], left: 1 });
  expect(sift([alone], knownAt(indicator))).toEqual({ objects: [], revoked: [alone], left: 0 });
});

it('what was taken is left the next time', () => {
  const objects = fc
    .array(
      fc.tuple(
        fc.constantFrom('report', 'indicator', 'note', 'identity', 'malware'),
        fc.nat(6),
        fc.array(fc.nat(6), { maxLength: 3 }),
      ),
      {
        maxLength: 12,
      },
    )
    .map((made) =>
      made.map(([type, n, refs]) =>
        object(
          type,
          n,
          type === 'report' || type === 'note' ? { object_refs: refs.map((ref) => indicatorId(ref)) } : {},
        ),
      ),
    );
  fc.assert(
    fc.property(objects, (came) => {
      expect(sift(came, knownAt(...came)).objects).toEqual([]);
    }),
  );
});
const indicatorId = (n: number) => `indicator--${uuid(n)}`;

it('one object that does not hold to the standard spoils no other', () => {
  const good = {
    ...indicator,
    pattern: "[ipv4-addr:value = '45.9.148.1']",
    pattern_type: 'stix',
    valid_from: at(1),
  };
  const came = [good, { type: 'indicator' }, null, 'text', [], { ...good, id: 'indicator--no' }];
  expect(checked(came)).toMatchObject({ good: [good], refused: 5 });
});
