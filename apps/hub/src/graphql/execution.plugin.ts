import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '#contract';
import { forbidden, type Refusal } from '#platform';
import { boundVariables } from './bounds.js';
import { outward } from './errors.js';
import type { Operations } from './operations.js';

export interface ExecutionOptions {
  readonly operations: Operations;
  /** Whether somebody who has not signed in may ask what the contract looks like. */
  readonly openIntrospection: boolean;
}

/** Faults of a document or its variables: with the older media type they are answered with 200 (GraphQL over HTTP, section 6.4.1). */
const OF_THE_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Puts the compiled execution, with its limits, in the place of Apollo's own. */
export function executionPlugin(options: ExecutionOptions): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operationName, operation, request, contextValue }) {
          refuseWith(() => {
            if (
              !options.openIntrospection &&
              contextValue.principal.viewer === null &&
              introspects(operation)
            ) {
              throw forbidden('Sign in to read the contract from the hub.');
            }
            boundVariables(request.variables ?? {});
            options.operations.cost.check(document, operationName, request.variables ?? {});
          });
        },
        async responseForOperation({ document, operationName, request, contextValue, response }) {
          const { data, errors } = await options.operations.execution.run(
            { document, operationName, variables: request.variables ?? {} },
            contextValue,
          );
          const singleResult = {
            ...(errors?.length
              ? { errors: errors.map((error) => outward(error, contextValue.requestId)) }
              : {}),
            ...(data === undefined ? {} : { data: data as Record<string, unknown> | null }),
          };
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
        async willSendResponse({ request, response, errors }) {
          const plainJson = !request.http?.headers
            .get('accept')
            ?.includes('application/graphql-response+json');
          if (plainJson && errors?.some(({ extensions }) => OF_THE_DOCUMENT.has(String(extensions?.code)))) {
            response.http.status = 200;
          }
        },
      };
    },
  };
}

const introspects = (operation: OperationDefinitionNode | undefined): boolean =>
  operation?.selectionSet.selections.some(
    (selection) => selection.kind === 'Field' && ['__schema', '__type'].includes(selection.name.value),
  ) ?? false;

/** Apollo takes a refusal before execution as a GraphQL error only. */
function refuseWith(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof GraphQLError) {
      throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
    }
    const refusal = error as Refusal;
    throw new GraphQLError(refusal.message, {
      originalError: refusal,
      extensions: { code: refusal.code, http: { status: 200 } },
    });
  }
}
