import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent, Failure } from '../../failure.js';
import { ShowContactList } from '../../generated/operations.generated.js';
import { memberId, ownMember } from '../../names/member.js';
import { contactListView } from './view.js';

export const define: Define = (command, act) => {
  command
    .description("The contact list of your member or, as the hub's operator, of another.")
    .argument('[member]', 'its name or id; by default your own')
    .action(act(run));
  examples(command, [['watchfire contacts show', 'who is asked, in which order, and when']]);
};

async function run(context: Context, text: string | undefined): Promise<void> {
  const hub = await context.hub();
  const id = text === undefined ? (await ownMember(hub)).id : await memberId(hub, text);
  const { member } = await hub.read(ShowContactList, { memberId: id });
  if (member === null) throw absent('There is nothing here by that id.');
  if (member.contactList === null)
    throw new Failure('FORBIDDEN', "A contact list is for the member's own people and the hub's operators.");
  context.show({ member }, (data, canvas) => contactListView(data.member, canvas));
}
