import type { Context } from '../context.js';
import { stopped } from '../failure.js';
import { PreviewPublication, type PublicationContentInput } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { confirmed } from '../terminal/ask.js';
import { interactive } from '../terminal/io.js';
import { safeLine } from '../terminal/sanitize.js';
import { tlpLabel, unreal } from '../terminal/words.js';
import { type Preview, previewView } from '../views/preview.js';

const SHOWN_MEMBERS = 10;

/** Who would see this and how many would be notified, were it released now. */
export async function previewOf(hub: Hub, content: PublicationContentInput): Promise<Preview> {
  return (await hub.read(PreviewPublication, { content, first: SHOWN_MEMBERS })).previewPublication;
}

/** Shows somebody at a terminal who will see it, and goes on only with their word; a program is not asked. */
export async function confirmRelease(
  context: Context,
  hub: Hub,
  content: PublicationContentInput,
): Promise<void> {
  if (!interactive(context.io)) return;
  const preview = await previewOf(hub, content);
  context.tell(content, headOf);
  context.tell(preview, previewView);
  const question = preview.reviewReasons.length > 0 ? 'Hand it in for review?' : 'Release it now?';
  if (!(await confirmed(context.io, question))) throw stopped();
}

/** The title as it will stand, under the TLP that the contract takes when none is given. */
function headOf(content: PublicationContentInput, { style }: Context['canvas']): string {
  const { title } = content;
  const tlp = content.tlp ?? 'AMBER';
  const mark = unreal(content.status ?? 'ACTUAL');
  return [style.tlp(tlp, tlpLabel(tlp)), mark && style.banner(mark), style.bold(safeLine(title))]
    .filter(Boolean)
    .join('  ');
}
