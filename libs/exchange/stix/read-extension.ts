import type { Said } from '../incoming.js';
import { fitLine, fitLines, fitText } from '../reading/fit.js';
import { inMilliseconds, sortable } from '../reading/moment.js';
import { SAID_WORDS } from '../words.js';

const oneOf = <T extends string>(words: readonly T[], value: unknown): T | null =>
  words.find((word) => word === value) ?? null;
const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What another hub put into the extension of a report, read with the care due to anything from outside. */
export function saidByExtension(extension: Readonly<Record<string, unknown>>): Said {
  const kind = oneOf(SAID_WORDS.kind, extension.kind) ?? 'BULLETIN';
  const expires = sortable(extension.expires_at);
  return {
    kind,
    title: fitLine(extension.title, 200) ?? 'No longer available',
    summary: fitText(extension.summary, 500),
    body: fitText(extension.body, 50_000),
    instructions: fitText(extension.instructions, 10_000),
    status: oneOf(SAID_WORDS.status, extension.status) ?? 'ACTUAL',
    severity: oneOf(SAID_WORDS.severity, extension.severity),
    urgency: oneOf(SAID_WORDS.urgency, extension.urgency),
    certainty: oneOf(SAID_WORDS.certainty, extension.certainty),
    affectedSystems: SAID_WORDS.affectedSystem.filter((word) =>
      many(extension.affected_systems).includes(word),
    ),
    affectedProducts: fitLines(many(extension.affected_products), 200, 100),
    ...(kind === 'BULLETIN'
      ? {
          analyticConfidence: oneOf(SAID_WORDS.analyticConfidence, extension.analytic_confidence),
          sourcing: fitText(extension.sourcing, 2_000),
          handling: fitLines(many(extension.handling), 200, 10),
        }
      : {}),
    expiresAt: expires === null ? null : inMilliseconds(expires),
  };
}
