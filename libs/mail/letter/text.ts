import type { Block, Letter } from './letter.js';
import { STATUS_MARKS, TLP_MARKS } from './marks.js';

/** A letter as plain text. */
export function textOf({ tlp, status, blocks, footer }: Letter): string {
  const mark = STATUS_MARKS[status];
  const marks = [tlp && TLP_MARKS[tlp].label, mark && `*** ${mark} ***`].filter(Boolean).join('\n');
  const parts = [marks, ...blocks.map(blockText), '-- ', ...footer.map(blockText), marks];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(Math.min([...block.text].length, 72))}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min([...block.text].length, 72))}`;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'actions':
    case 'links':
    case 'references': {
      const links = block.kind === 'actions' ? block.actions : block.links;
      return links.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
    }
    default:
      return block.text;
  }
}
