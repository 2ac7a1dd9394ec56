/** A page of any of the contract's lists. */
export interface Page<N> {
  readonly edges: readonly { readonly node: N }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Collected<N> {
  readonly nodes: readonly N[];
  /** The cursor to go on from; null at the end. */
  readonly next: string | null;
}

/** The most that the hub gives in one page. */
const PER_PAGE = 100;

/** Reads page after page until there are `first` entries, or no more. */
export async function collect<N>(
  { first, after }: { readonly first: number; readonly after?: string | undefined },
  read: (page: { first: number; after: string | null }) => Promise<Page<N>>,
): Promise<Collected<N>> {
  const nodes: N[] = [];
  let cursor = after ?? null;
  while (nodes.length < first) {
    const page = await read({ first: Math.min(PER_PAGE, first - nodes.length), after: cursor });
    nodes.push(...page.edges.map(({ node }) => node));
    cursor = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || page.edges.length === 0) return { nodes, next: null };
  }
  return { nodes, next: cursor };
}
