import { type Define, examples } from '../cli.js';
import type { Canvas, Context } from '../context.js';
import { SearchPublications, type SearchPublicationsQuery } from '../generated/operations.generated.js';
import { collect } from '../hub/pages.js';
import { type PageOptions, paged } from '../options/common.js';
import { type FilterOptions, filtered, filterOf } from '../options/filter.js';
import { columns, facts } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { counted, words } from '../terminal/words.js';
import { page } from '../views/list.js';
import { publicationRows } from '../views/publication-line.js';

type Found = SearchPublicationsQuery['searchPublications'];
type Match = Found['edges'][number];
type Facets = Found['facets'];

/** Where the hub stops counting. */
const COUNT_LIMIT = 1_000;

interface Data {
  readonly totalCount: number;
  readonly facets: Facets;
  readonly matches: readonly Match[];
  readonly next: string | null;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Search the text of what you may see, latest release first, with counts. Without words, everything matches.',
    )
    .argument('[words...]', 'what to look for');
  paged(filtered(command)).action(act(run));
  examples(command, [
    ['watchfire search phishing pollbook', 'what holds both words'],
    ["watchfire search 'e-mail gateway' --region wi --since 7d", 'within a week, around Wisconsin'],
    ['watchfire search --kind alert --first 1 --json', 'only the counts of alerts, for a program'],
  ]);
};

async function run(
  context: Context,
  words: readonly string[],
  options: PageOptions & FilterOptions,
): Promise<void> {
  const hub = await context.hub();
  const filter = await filterOf(hub, options);
  const text = words.length > 0 ? words.join(' ') : null;
  let first: Found | undefined;
  const { nodes, next } = await collect(options, async (part) => {
    const { searchPublications: found } = await hub.read(SearchPublications, { text, filter, ...part });
    first ??= found;
    return { pageInfo: found.pageInfo, edges: found.edges.map((edge) => ({ node: edge })) };
  });
  const { totalCount, facets } = first as Found;
  context.show<Data>({ totalCount, facets, matches: nodes, next }, view);
}

function view({ totalCount, facets, matches, next }: Data, canvas: Canvas): string {
  if (totalCount === 0) return 'Nothing matches.';
  const total =
    totalCount >= COUNT_LIMIT ? 'At least 1,000 match.' : `${counted(totalCount, 'match', 'matches')}.`;
  const rows = matches.flatMap(({ node, snippet }) => {
    const passage = snippet
      .map((piece) => (piece.match ? canvas.style.mark(piece.text) : piece.text))
      .join('');
    return publicationRows(node, canvas, passage ? [safeSnippet(passage)] : []);
  });
  const list = page<string[]>((entries) => columns(entries, canvas.width))({ entries: rows, next }, canvas);
  return [`${total}`, facts(facetRows(facets), canvas.width), list].join('\n\n');
}

/** The passage on one line; its pieces are safe already, and the marks around them are ours. */
const safeSnippet = (passage: string): string => passage.replace(/\s*\n\s*/g, ' ');

const SHOWN_VALUES = 6;

function facetRows(facets: Facets): [string, string][] {
  const text = (counts: readonly { value: string; count: number }[]) =>
    counts
      .filter(({ count }) => count > 0)
      .slice(0, SHOWN_VALUES)
      .map(({ value, count }) => `${words(value)} ${count}`)
      .join(', ');
  const states = facets.states.map(({ region, count }) => ({ value: safeLine(region.fullName), count }));
  return [
    ['Kinds', text(facets.kinds)],
    ['Severity', text(facets.severities)],
    ['TLP', text(facets.tlps)],
    ['Status', text(facets.statuses)],
    ['Systems', text(facets.affectedSystems)],
    [
      'States',
      states
        .slice(0, SHOWN_VALUES)
        .map(({ value, count }) => `${value} ${count}`)
        .join(', '),
    ],
  ];
}
