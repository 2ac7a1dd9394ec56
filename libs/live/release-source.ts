import type { LogEntry, Releases } from '#publications';
import type { ReleaseSource } from './ports.js';

/** The hub's release log. */
export const sourceOf = (releases: Releases): ReleaseSource<LogEntry> => ({
  head: () => releases.head(),
  since: (sequence, limit) => releases.since(sequence, limit),
  matches: (entry, filter, held) => releases.matches(entry, filter, held),
  release: async (entry, outcome, principal) => {
    const release = await releases.release(entry, outcome, principal);
    return outcome === 'RELEASE' && release.what === 'UNAVAILABLE' ? null : release;
  },
  page: (principal, page) => releases.page(principal, page),
});
