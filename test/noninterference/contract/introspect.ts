import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';

/** Sends an operation to a hub and gives back its data. */
export type Fetch = (query: string) => Promise<unknown>;

/** The contract as a running hub tells it. */
export async function introspect(fetchData: Fetch): Promise<GraphQLSchema> {
  const data = await fetchData(getIntrospectionQuery({ inputValueDeprecation: true }));
  return buildClientSchema(data as IntrospectionQuery);
}
