import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { usage } from '../../failure.js';
import { type DutyContactInput, SetContactList } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { dutiesOf } from './duties.js';
import { contactListView } from './view.js';

interface Options extends RepeatOptions {
  readonly none?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      "Set your member's whole contact list, in the order in which they are to be asked; as coordinator.",
    )
    .argument(
      '[contacts...]',
      'a person, by name, e-mail address or id; after = their hours on duty, by default always',
    )
    .option('--none', 'nobody: empty the list');
  repeatable(command).action(act(run));
  examples(command, [
    [
      "watchfire contacts set 'Election desk=mon-fri 08:00-17:00' 'Night watch'",
      'first by day, then whoever watches',
    ],
    [
      "watchfire contacts set 'Night watch=fri 17:00-24:00;sat,sun 00:00-12:00'",
      'several hours of one person',
    ],
    ['watchfire contacts set --none', 'go by the people whom others may see'],
  ]);
};

async function run(context: Context, given: readonly string[], options: Options): Promise<void> {
  if ((given.length === 0) !== (options.none === true)) throw usage('Name whom to ask, or say --none.');
  const wanted = given.map((text) => {
    const [, person = text, hours] = /^([^=]+)=(.*)$/.exec(text) ?? [];
    return { person: person.trim(), duties: hours === undefined ? [] : dutiesOf(hours) };
  });
  const hub = await context.hub();
  const contacts: DutyContactInput[] = [];
  for (const { person, duties } of wanted) contacts.push({ personId: await personId(hub, person), duties });
  const { setContactList } = await hub.perform(
    SetContactList,
    { contacts },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(setContactList, ({ member }, canvas) => contactListView(member, canvas));
}
