import type { Canvas } from '../../context.js';
import type { RemoteLineFragment } from '../../generated/operations.generated.js';
import { facts } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { tlpLabel, words } from '../../terminal/words.js';

/** A remote collection, what becomes of what comes, and how it does. */
export const remoteView = (remote: RemoteLineFragment, { style, width }: Canvas): string =>
  facts(
    [
      ['Name', style.bold(safeLine(remote.name))],
      ['URL', safeLine(remote.url)],
      ['Signs in by', words(remote.signsInBy)],
      ['Becomes', becomes(remote)],
      ['State', stateOf(remote, style)],
      ['Read up to', remote.readUpTo && safeLine(remote.readUpTo)],
      ['Next', remote.nextPollAt && `${shortTime(remote.nextPollAt)}, every ${remote.everyMinutes} minutes`],
      [
        'Objects',
        `${remote.takenCount} taken in, ${remote.leftCount} known before, ${remote.refusedCount} refused`,
      ],
      ['Id', remote.id],
    ],
    width,
  );

function becomes({ releases, member, person, tlp: label, regions }: RemoteLineFragment): string {
  const what = releases ? 'releases' : 'drafts';
  const whom =
    regions.length > 0 ? ` for ${regions.map(({ fullName }) => safeLine(fullName)).join(', ')}` : '';
  return `${what} of ${safeLine(member.name)} (by ${safeLine(person.name)}), ${tlpLabel(label)} or stricter${whom}`;
}

function stateOf(
  { state, failingSince, lastFailure, said, lastPolledAt }: RemoteLineFragment,
  style: Canvas['style'],
): string {
  if (state === 'PAUSED') return 'paused';
  if (failingSince !== null) {
    const why = words(lastFailure ?? 'UNREACHABLE');
    return style.bad(`failing since ${shortTime(failingSince)}: ${why}${said ? ` (${safeLine(said)})` : ''}`);
  }
  return lastPolledAt ? `well, read ${shortTime(lastPolledAt)}` : 'not read yet';
}
