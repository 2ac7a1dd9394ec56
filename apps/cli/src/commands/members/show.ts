import { type Define, examples } from '../../cli.js';
import type { Canvas, Context } from '../../context.js';
import { absent } from '../../failure.js';
import { ShowMember, type ShowMemberQuery } from '../../generated/operations.generated.js';
import { memberId } from '../../names/member.js';
import { facts } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { personTable } from '../../views/community.js';

type Member = NonNullable<ShowMemberQuery['member']>;

export const define: Define = (command, act) => {
  command
    .description('One member, with those of its people whom you may know of.')
    .argument('<member>', 'its name or id')
    .action(act(run));
  examples(command, [["watchfire members show 'Dane County Clerk'", 'who can be reached there']]);
};

async function run(context: Context, text: string): Promise<void> {
  const hub = await context.hub();
  const { member } = await hub.read(ShowMember, { id: await memberId(hub, text) });
  if (member === null) throw absent('There is nothing here by that id.');
  const { people, ...rest } = member;
  context.show({ member: { ...rest, people: people.edges.map(({ node }) => node) } }, (data, canvas) =>
    view(data.member, canvas),
  );
}

type Shown = Omit<Member, 'people'> & {
  readonly people: readonly Member['people']['edges'][number]['node'][];
};

function view({ id, name, kind, jurisdiction, suspended, settings, people }: Shown, canvas: Canvas): string {
  const head = facts(
    [
      ['Member', `${canvas.style.bold(safeLine(name))}${suspended ? canvas.style.bad(' [SUSPENDED]') : ''}`],
      ['Kind', kind.toLowerCase()],
      ['Jurisdiction', jurisdiction && `${safeLine(jurisdiction.fullName)} (${jurisdiction.code})`],
      ['Agreement', settings?.agreedRegions.map(({ fullName }) => safeLine(fullName)).join('; ')],
      ['Releases', settings && (settings.twoPersonRelease ? 'with two people' : 'with one person')],
      ['Id', id],
    ],
    canvas.width,
  );
  return `${head}\n\n${personTable(people, canvas)}`;
}
