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

/**
 * A Relay connection from up to `first + 1` nodes, of which the last only tells that more follows. A cursor is made when it is
 * asked for: to seal one takes longer than to read the row that it stands for.
 * @param after the cursor that this page was asked with
 */
export function connection<N>(
  nodes: readonly N[],
  page: { first: number; after?: string | null; cursorOf: (node: N) => string },
): Connection<N> {
  const edges = nodes.slice(0, page.first).map((node) => ({
    get cursor() {
      return page.cursorOf(node);
    },
    node,
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: nodes.length > page.first,
      hasPreviousPage: page.after != null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}
