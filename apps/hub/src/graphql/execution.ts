import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '#contract';
import { timedOut } from '#platform';

type Compiled = CompiledQuery | ExecutionResult;

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
    const compiled = this.compile(operation);
    if (!isCompiledQuery(compiled)) return compiled;
    const result = compiled.query(root, context, operation.variables);
    return isPromise(result) ? this.within(result) : result;
  }

  private compile({ document, operationName }: Operation): Compiled {
    const name = operationName ?? '';
    const known = this.compiled.get(document);
    const ready = known?.get(name);
    if (ready) return ready;
    const made = compileQuery(this.schema, document, operationName ?? undefined);
    this.compiled.set(document, (known ?? new Map<string, Compiled>()).set(name, made));
    return made;
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
