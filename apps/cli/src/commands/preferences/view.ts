import type { Canvas } from '../../context.js';
import type { PreferencesFactsFragment } from '../../generated/operations.generated.js';
import { facts } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { words } from '../../terminal/words.js';

const DIGESTS = { HOUR: 'every hour', DAY: 'every day', WEEK: 'every week' } as const;

export function preferencesView(
  { owner, own, timeZone, quietHours, digest, channels }: PreferencesFactsFragment,
  { width }: Canvas,
): string {
  const by = (timing: string) =>
    channels
      .filter(({ email }) => email === timing)
      .map(({ severity }) => words(severity))
      .join(', ');
  const posted = (whether: boolean) =>
    channels
      .filter(({ webhook }) => webhook === whether)
      .map(({ severity }) => words(severity))
      .join(', ');
  const when = digest.every === 'HOUR' ? '' : ` at ${digest.at}`;
  const day = digest.every === 'WEEK' ? ` on ${words(digest.weekday)}` : '';
  return facts(
    [
      ['Whose', owner === 'MEMBER' ? "your member's" : 'your own'],
      ['At once', by('AT_ONCE')],
      ['In a digest', by('DIGEST')],
      ['Not by mail', by('OFF')],
      ['Posted', posted(true)],
      ['Not posted', posted(false)],
      ['Digest', `${DIGESTS[digest.every]}${day}${when}`],
      ['Quiet hours', quietHours ? `${quietHours.from} to ${quietHours.until}` : 'none'],
      ['Time zone', safeLine(timeZone)],
      ['Set here', own.map(words).join(', ') || 'nothing'],
    ],
    width,
  );
}
