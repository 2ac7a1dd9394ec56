import type { Canvas } from '../../context.js';
import type { WebhookLineFragment } from '../../generated/operations.generated.js';
import { facts } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { longTime, shortTime } from '../../terminal/time.js';
import { words } from '../../terminal/words.js';
import { interestRows } from '../../views/interest.js';

/** An endpoint, how it does, and what it asks for. */
export const endpointView = (endpoint: WebhookLineFragment, { style, width }: Canvas): string =>
  facts(
    [
      [
        'Name',
        `${style.bold(safeLine(endpoint.name))}${endpoint.owner === 'MEMBER' ? " (your member's)" : ''}`,
      ],
      ['URL', safeLine(endpoint.url)],
      ['State', stateOf(endpoint, style)],
      ['Last success', endpoint.lastSuccessAt && shortTime(endpoint.lastSuccessAt)],
      [
        'Old secret',
        endpoint.previousSecretUntil && `signs too until ${longTime(endpoint.previousSecretUntil)}`,
      ],
      ...(endpoint.interest === null
        ? [['Asks for', 'all that you may see'] as const]
        : interestRows(endpoint.interest)),
      ['Id', endpoint.id],
    ],
    width,
  );

function stateOf(
  { state, disabledBecause, failingSince, lastFailure }: WebhookLineFragment,
  style: Canvas['style'],
) {
  if (state === 'DISABLED') return style.bad(`disabled: ${BECAUSE[disabledBecause ?? 'OWNER']}`);
  if (failingSince === null) return 'well';
  return style.bad(`failing since ${shortTime(failingSince)}: ${words(lastFailure ?? 'UNREACHABLE')}`);
}

const BECAUSE = {
  FAILING: 'it failed for five days',
  GONE: 'it answered 410 Gone',
  OWNER: 'switched off',
};

/** A secret, on a line of its own. */
export const secretView = (secret: string | null, { style }: Canvas): string =>
  secret === null ? 'Its secret was shown the first time.' : `Its secret, shown once:\n${style.bold(secret)}`;
