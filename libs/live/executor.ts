import { execute, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '#contract';
import type { Executed, Execution, LiveContract } from './ports.js';

/** Works events out with graphql-js. */
export const graphqlJsExecutor =
  (schema: GraphQLSchema, present: LiveContract['present'], newId: () => string) =>
  async ({ selection, principal, rootValue }: Execution): Promise<Executed> => {
    const client = { address: '', userAgent: null };
    const contextValue: RequestContext = { principal, requestId: newId(), loaders: new Map(), client };
    const { document, operationName, variables } = selection;
    const result = await execute({
      schema,
      document,
      rootValue,
      contextValue,
      variableValues: variables,
      operationName: operationName ?? null,
    });
    if (!result.errors) return { data: result.data };
    return { errors: result.errors.map(present), data: result.data };
  };
