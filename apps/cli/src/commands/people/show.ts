import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent } from '../../failure.js';
import { ShowPerson } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { personTable } from '../../views/community.js';

export const define: Define = (command, act) => {
  command
    .description('One person.')
    .argument('<person>', "an id, a name, or 'Member: Name'")
    .action(act(run));
  examples(command, [["watchfire people show 'FBI: Election desk'", 'a contact of another member']]);
};

async function run(context: Context, text: string): Promise<void> {
  const hub = await context.hub();
  const { person } = await hub.read(ShowPerson, { id: await personId(hub, text) });
  if (person === null) throw absent('There is nothing here by that id.');
  context.show({ person }, (data, canvas) => personTable([data.person], canvas));
}
