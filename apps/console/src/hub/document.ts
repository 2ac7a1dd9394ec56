declare const result: unique symbol;
declare const variables: unique symbol;

/** The text of a GraphQL operation that remembers, for the compiler only, what it takes and what it answers. */
export type Document<R, V> = string & { readonly [result]?: R; readonly [variables]?: V };

export const document = <R, V>(text: string): Document<R, V> => text as Document<R, V>;
