import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type VariableDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '#contract';
import { timedOut } from '#platform';

interface Compiled {
  readonly query: CompiledQuery['query'] | null;
  /** Why it cannot be carried out, where it cannot. */
  readonly failed: ExecutionResult | null;
  readonly variables: readonly VariableDefinitionNode[];
}

const MOST_VARIABLE_ERRORS = 10;

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
}

/**
 * Carries out operations by compiling each document once. A compiled document lives as long as the document itself, which the
 * caches of parsed documents bound.
 */
export class Execution {
  private readonly compiled = new WeakMap<DocumentNode, Map<string, Compiled>>();

  /** @param limit milliseconds after which the caller is told that it took too long */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limit: number,
  ) {}

  async run(operation: Operation, context: RequestContext, root: unknown = {}): Promise<ExecutionResult> {
    const { query, failed, variables } = this.compile(operation);
    if (!query) return failed ?? {};
    const { coerced, errors } = this.coerce(variables, operation.variables);
    if (errors) return { errors };
    const result = query(root, context, coerced);
    return isPromise(result) ? this.within(result) : result;
  }

  /** The compiled function takes variables as they are: defaults of input fields are filled in here. */
  private coerce(definitions: readonly VariableDefinitionNode[], given: Record<string, unknown>) {
    if (definitions.length === 0) return { coerced: given, errors: undefined };
    return getVariableValues(this.schema, definitions, given, { maxErrors: MOST_VARIABLE_ERRORS });
  }

  private compile({ document, operationName }: Operation): Compiled {
    const name = operationName ?? '';
    const known = this.compiled.get(document);
    const ready = known?.get(name);
    if (ready) return ready;
    const made = compileQuery(this.schema, document, operationName ?? undefined);
    const compiled = {
      ...(isCompiledQuery(made) ? { query: made.query, failed: null } : { query: null, failed: made }),
      variables: getOperationAST(document, operationName)?.variableDefinitions ?? [],
    };
    this.compiled.set(document, (known ?? new Map<string, Compiled>()).set(name, compiled));
    return compiled;
  }

  private async within(result: Promise<ExecutionResult>): Promise<ExecutionResult> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ExecutionResult>((resolve) => {
      timer = setTimeout(() => {
        const refusal = timedOut();
        resolve({ data: null, errors: [new GraphQLError(refusal.message, { originalError: refusal })] });
      }, this.limit);
    });
    try {
      return await Promise.race([result, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

const isPromise = (value: unknown): value is Promise<ExecutionResult> =>
  typeof (value as { then?: unknown } | null)?.then === 'function';
