import type { Found } from './pairs.js';

const BEFORE = 200;
const AFTER = 400;

/** Where two texts part, with a little of what stands around. */
export function parting(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - BEFORE), at + AFTER);
  return `    before: ${around(before)}\n    after:  ${around(after)}`;
}

/** What leaked to whom, and how to see it again. */
export function describeLeak({ viewer, deed, ask, before, after }: Found): string {
  return [
    `  ${viewer} can tell of ${deed}`,
    `    asked: ${ask.path ?? ''} ${ask.body ?? ''}${ask.query.replace(/\s+/g, ' ').slice(0, AFTER)}`,
    `    with:  ${JSON.stringify(ask.variables)}`,
    parting(before, after),
  ].join('\n');
}
