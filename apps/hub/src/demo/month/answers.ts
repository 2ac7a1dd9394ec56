import type { AcknowledgementResponse } from '#contract';
import type { RegionCode, RegionTree } from '#regions';
import type { Random } from '../random.js';
import type { Deed, Publish } from './deed.js';
import type { Handle } from './text.js';

interface Surroundings {
  readonly tree: RegionTree;
  readonly random: Random;
  readonly end: Date;
}

const MINUTE = 60_000;
/** So many offices of a state answer at most. */
const MOST_OF_A_STATE = 9;
/** The personas' counties, which like to answer. */
const EAGER: readonly Handle[] = ['55025', '55105', '55079', '12086'];

const NOTES: Readonly<Record<AcknowledgementResponse, readonly string[]>> = {
  ACTING: [
    'Searching our mail now.',
    'Passed on to county IT.',
    'Poll workers are told.',
    'Done; nothing found so far.',
  ],
  NOT_AFFECTED: ['Checked, nothing here.', 'We do not use it.', 'Not seen in our county.'],
  NEED_HELP: ['Please call the desk.', 'We have seen it too and need somebody who can read the logs.'],
};

/** Answers of offices to what asks for one. */
export function answersTo(published: readonly Publish[], surroundings: Surroundings): Deed[] {
  return published.flatMap((deed) => {
    const { text, by } = deed;
    if (text.acknowledgeWithinMinutes == null || text.tlp === 'RED') return [];
    const offices = [
      ...new Set((text.address.regions ?? []).flatMap((region) => answering(region, surroundings))),
    ];
    return offices.filter((office) => office !== by).flatMap((office) => answer(deed, office, surroundings));
  });
}

/** Offices in a region that would answer: its state and some of its counties. */
function answering(region: RegionCode, { tree, random }: Surroundings): Handle[] {
  const states = [...tree.all(region)].filter(({ level }) => level === 'STATE');
  const each = Math.max(1, Math.floor(MOST_OF_A_STATE / states.length));
  return states.flatMap(({ code }) => {
    const counties = tree.children(code).map((county) => county.code);
    return [
      ...EAGER.filter((county) => counties.includes(county) && random.next() < 0.6),
      ...random.some(counties, random.whole(0, each)),
      ...(random.next() < 0.7 ? [code] : []),
    ];
  });
}

/** One office's answer, within one and a half times the minutes asked for, if that lies within the month. */
function answer({ key, at, text }: Publish, by: Handle, { random, end }: Surroundings): Deed[] {
  const delay = random.next() * 1.5 * (text.acknowledgeWithinMinutes ?? 0) * MINUTE;
  const when = new Date(at.getTime() + MINUTE + delay);
  if (when >= end) return [];
  const response = responseTo(text.status === 'TEST', random);
  const note = random.next() < 0.4 ? { note: random.pick(NOTES[response]) } : {};
  return [{ what: 'ANSWER', key, at: when, by, response, ...note }];
}

function responseTo(isTest: boolean, random: Random): AcknowledgementResponse {
  const chance = random.next();
  if (isTest || chance < 0.42) return 'NOT_AFFECTED';
  return chance < 0.92 ? 'ACTING' : 'NEED_HELP';
}
