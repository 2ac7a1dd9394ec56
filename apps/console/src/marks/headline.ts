import type { Words } from '../words/spoken.js';

interface Headed {
  readonly kind: keyof Words['kinds'];
  readonly title: string | null;
  readonly tlpLabel: string;
  readonly status: keyof Words['statuses'];
  readonly severity: keyof Words['severities'] | null;
}

/** A publication in one line, marked as the standard wants it: `EXERCISE · TLP:AMBER · Alert · High · Title`. */
export function headline({ kind, title, tlpLabel, status, severity }: Headed, words: Words): string {
  const parts = [
    status === 'ACTUAL' ? null : words.statuses[status].toUpperCase(),
    tlpLabel,
    words.kinds[kind],
    severity && words.severities[severity],
    title ?? words.publication.withdrawn,
  ];
  return parts.filter(Boolean).join(' · ');
}
