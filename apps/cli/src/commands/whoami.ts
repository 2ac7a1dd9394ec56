import { type Define, examples } from '../cli.js';
import type { Canvas, Context } from '../context.js';
import { signedOut } from '../failure.js';
import { WhoAmI, type WhoAmIQuery } from '../generated/operations.generated.js';
import { facts } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { roleNames } from '../views/community.js';

export const define: Define = (command, act) => {
  command
    .description(
      'Who you are to the hub: your name, your member, your roles. Ends with 3 when you are nobody.',
    )
    .action(act(run));
  examples(command, [
    ['watchfire whoami', 'who is signed in, and where'],
    ['watchfire whoami --json', 'the same, with what you may do'],
  ]);
};

async function run(context: Context): Promise<void> {
  const hub = await context.hub();
  const answer = await hub.read(WhoAmI, {});
  if (answer.viewer === null) throw signedOut(`Nobody is signed in to ${hub.url}. Run: watchfire sign-in`);
  context.show({ url: hub.url, ...answer }, view);
}

function view({ url, hub, viewer }: WhoAmIQuery & { url: string }, { style, width }: Canvas): string {
  const { person, member, roles } = viewer as NonNullable<WhoAmIQuery['viewer']>;
  return facts(
    [
      ['Person', `${style.bold(safeLine(person.name))}${person.email ? ` <${safeLine(person.email)}>` : ''}`],
      ['Member', `${safeLine(member.name)} (${member.kind.toLowerCase()})`],
      [
        'Jurisdiction',
        member.jurisdiction && `${safeLine(member.jurisdiction.fullName)} (${member.jurisdiction.code})`,
      ],
      ['Roles', roleNames(roles)],
      [
        'Hub',
        `${safeLine(hub.name)} ${safeLine(hub.version)} at ${url}${hub.demo ? style.banner(' DEMO, NOT REAL ') : ''}`,
      ],
    ],
    width,
  );
}
