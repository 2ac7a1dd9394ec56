import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { type DraftLineFragment, ListDrafts } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { type PageOptions, paged } from '../../options/common.js';
import { type EnumValue, enumsOption } from '../../options/values.js';
import { page } from '../../views/list.js';
import { draftList } from './view.js';

interface Options extends PageOptions {
  readonly state?: readonly EnumValue<'DraftState'>[];
}

export const define: Define = (command, act) => {
  command
    .description('Drafts, latest change first.')
    .addOption(enumsOption('--state <states>', 'only these', 'DraftState'));
  paged(command).action(act(run));
  examples(command, [['watchfire drafts list --state submitted', 'what waits for review']]);
};

async function run(context: Context, options: Options): Promise<void> {
  const hub = await context.hub();
  const filter = options.state ? { states: options.state } : null;
  const { nodes, next } = await collect(
    options,
    async (part) => (await hub.read(ListDrafts, { filter, ...part })).drafts,
  );
  context.show({ drafts: nodes, next }, (data, canvas) =>
    page<DraftLineFragment>(draftList)({ entries: data.drafts, next: data.next }, canvas),
  );
}
