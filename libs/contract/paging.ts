import { badInput } from '#platform';

/** The most entries that one page of any list carries. */
export const MOST_PER_PAGE = 100;

/** Checks a list's size, from 1 to 100. */
export function firstOf(first: number | null | undefined, usual = 20): number {
  const size = first ?? usual;
  if (size < 1 || size > MOST_PER_PAGE) {
    throw badInput(['first'], `Ask for 1 to ${MOST_PER_PAGE} entries.`);
  }
  return size;
}

export interface Connection<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** One line of a page. Its cursor is made when it is asked for: to seal one takes longer than to read the row that it stands for. */
class Edge<N> {
  constructor(
    readonly node: N,
    private readonly sealed: () => string,
  ) {}

  get cursor(): string {
    return this.sealed();
  }
}

class PageInfo<N> {
  constructor(
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
    private readonly edges: readonly Edge<N>[],
  ) {}

  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

/**
 * A Relay connection from up to `first + 1` nodes, of which the last only tells that more follows. Its parts are of classes:
 * V8 gives each object that is written down with a getter of its own a shape of its own, and a shape keeps all that its getter
 * can reach, here the whole page, until the old generation is collected.
 * @param after the cursor that this page was asked with
 */
export function connection<N>(
  nodes: readonly N[],
  page: { first: number; after?: string | null; cursorOf: (node: N) => string },
): Connection<N> {
  const edges = nodes.slice(0, page.first).map((node) => new Edge(node, () => page.cursorOf(node)));
  return { edges, pageInfo: new PageInfo(nodes.length > page.first, page.after != null, edges) };
}

/** The same page with other nodes. */
export const withNodes = <N, M>({ edges, pageInfo }: Connection<N>, view: (node: N) => M): Connection<M> => ({
  edges: edges.map((edge) => new Edge(view(edge.node), () => edge.cursor)),
  pageInfo,
});
