import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { memberId, ownMember } from '../../names/member.js';
import { peopleOf } from '../../names/person.js';
import { personTable } from '../../views/community.js';

export const define: Define = (command, act) => {
  command
    .description("A member's people: all of your own, the listed contacts of others.")
    .argument('[member]', 'its name or id; by default your own')
    .action(act(run));
  examples(command, [
    ['watchfire people list', 'your own office'],
    ["watchfire people list 'Wisconsin Elections Commission'", 'whom to call there'],
  ]);
};

async function run(context: Context, text: string | undefined): Promise<void> {
  const hub = await context.hub();
  const people = await peopleOf(
    hub,
    text === undefined ? (await ownMember(hub)).id : await memberId(hub, text),
  );
  context.show({ people }, (data, canvas) => personTable(data.people, canvas));
}
