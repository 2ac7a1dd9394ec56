import type { Canvas } from '../context.js';
import type { OutcomeFragment } from '../generated/operations.generated.js';
import { wrapped } from '../terminal/layout.js';
import { REVIEW_REASONS } from '../terminal/words.js';
import { publicationList } from './publication-line.js';

/** What came of a release: that it is out, or that it waits and why. */
export function outcomeView(outcome: OutcomeFragment, canvas: Canvas): string {
  const { style, width } = canvas;
  if (outcome.outcome === 'RELEASED') {
    const line = outcome.publication ? `\n${publicationList([outcome.publication], canvas)}` : '';
    return `${style.good('Released.')}${line}`;
  }
  const reasons = outcome.reviewReasons.map((reason) => REVIEW_REASONS[reason]).join('; ');
  const draft = outcome.draft ? ` Draft ${outcome.draft.id}.` : '';
  return wrapped(`${style.bold('Not released: it waits for review')}, because ${reasons}.${draft}`, width);
}
