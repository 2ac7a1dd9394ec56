import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ShowMemberPreferences, ShowPreferences } from '../../generated/operations.generated.js';
import { preferencesView } from './view.js';

export const define: Define = (command, act) => {
  command
    .description('How you are reached.')
    .option('--member', "how your member's people are who have not set it themselves, as coordinator")
    .action(act(run));
  examples(command, [['watchfire preferences show', 'how you are reached']]);
};

async function run(context: Context, { member }: { readonly member?: boolean }): Promise<void> {
  const hub = await context.hub();
  const preferences = member
    ? (await hub.read(ShowMemberPreferences, {})).memberPreferences
    : (await hub.read(ShowPreferences, {})).preferences;
  context.show({ preferences }, (data, canvas) => preferencesView(data.preferences, canvas));
}
