import type { Canvas } from '../../context.js';
import type { SubscriptionLineFragment } from '../../generated/operations.generated.js';
import { facts } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { interestRows } from '../../views/interest.js';

/** A subscription and all that it asks for. */
export const subscriptionView = (
  { id, name, owner, interest }: SubscriptionLineFragment,
  { style, width }: Canvas,
): string =>
  facts(
    [
      ['Name', `${style.bold(safeLine(name))}${owner === 'MEMBER' ? " (your member's)" : ''}`],
      ...interestRows(interest),
      ['Id', id],
    ],
    width,
  );
