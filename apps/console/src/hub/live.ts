import { Live, type LiveSubscription, ReleasePosition, WhoAmI } from '../generated/operations.generated.js';
import { ask, sessionEnded } from './ask.js';
import { keepListening, type LiveState } from './listening.js';

export type News = LiveSubscription['releases'];

interface Listener {
  readonly news: (news: News) => void;
  readonly state: (state: LiveState) => void;
}

/**
 * Follows the release log from now on. After a break it resumes behind the last entry received, so nothing is missed.
 * @param personId who is signed in
 * @returns how to stop
 */
export function followReleases(personId: string, { news, state }: Listener): () => void {
  let cursor: string | undefined;
  return keepListening(Live, {
    variables: async () => {
      cursor ??= (await ask(ReleasePosition, {})).releasePosition;
      return { after: cursor };
    },
    state: (now) => {
      state(now);
      if (now === 'live') assertStill(personId).catch(() => undefined);
    },
    next: ({ releases }) => {
      cursor = releases.cursor;
      news(releases);
    },
  });
}

/** A session that ended before the line stood ends no line: whoever is nobody may listen to what is public. */
async function assertStill(personId: string): Promise<void> {
  const { viewer } = await ask(WhoAmI, {});
  if (viewer?.person.id !== personId) sessionEnded();
}
