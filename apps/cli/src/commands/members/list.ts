import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import {
  ListMembers,
  type MemberFilter,
  type MemberLineFragment,
} from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { regionCode } from '../../names/region.js';
import { type PageOptions, paged } from '../../options/common.js';
import { type EnumValue, enumsOption } from '../../options/values.js';
import { memberTable } from '../../views/community.js';
import { page } from '../../views/list.js';

interface Options extends PageOptions {
  readonly kind?: readonly EnumValue<'MemberKind'>[];
  readonly region?: string;
}

export const define: Define = (command, act) => {
  command
    .description('Members by name.')
    .argument('[text...]', 'a part of the name')
    .addOption(enumsOption('-k, --kind <kinds>', 'only these kinds', 'MemberKind'))
    .option('-r, --region <region>', 'only those that answer for a region at or under this one');
  paged(command).action(act(run));
  examples(command, [
    ['watchfire members list --kind federal', 'the federal partners'],
    ['watchfire members list --region wi --first 100', "Wisconsin's offices"],
    ['watchfire members list dane', 'whose name holds a word'],
  ]);
};

async function run(context: Context, words: readonly string[], options: Options): Promise<void> {
  const hub = await context.hub();
  const filter: MemberFilter = {
    ...(words.length > 0 && { text: words.join(' ') }),
    ...(options.kind && { kinds: options.kind }),
    ...(options.region && { region: await regionCode(hub, options.region) }),
  };
  const { nodes, next } = await collect(
    options,
    async (part) => (await hub.read(ListMembers, { filter, ...part })).members,
  );
  context.show({ members: nodes, next }, (data, canvas) =>
    page<MemberLineFragment>(memberTable)({ entries: data.members, next: data.next }, canvas),
  );
}
