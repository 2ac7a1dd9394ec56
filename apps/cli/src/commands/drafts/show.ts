import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent } from '../../failure.js';
import { ShowDraft } from '../../generated/operations.generated.js';
import { wrapped } from '../../terminal/layout.js';
import { draftList } from './view.js';

export const define: Define = (command, act) => {
  command.description('One draft with its text.').argument('<id>', 'the draft').action(act(run));
  examples(command, [['watchfire drafts show 51aa…', 'read it before you release it']]);
};

async function run(context: Context, id: string): Promise<void> {
  const hub = await context.hub();
  const { draft } = await hub.read(ShowDraft, { id });
  if (draft === null) throw absent('There is nothing here by that id.');
  context.show({ draft }, ({ draft: shown }, canvas) =>
    [
      draftList([shown], canvas),
      ...[shown.content.summary, shown.content.body, shown.content.instructions].map(
        (text) => text && wrapped(text, canvas.width),
      ),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
}
