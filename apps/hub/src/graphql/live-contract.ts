import { type DocumentNode, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { contractSources, type RequestContext, sharedFields } from '#contract';
import type { Executed, Execution, LiveContract } from '#live';
import type { Config, Ids } from '#platform';
import { boundVariables } from './bounds.js';
import { outward } from './errors.js';
import { LIMITS, limitRules } from './limits.js';
import type { Operations } from './operations.js';

const BEFORE_EXECUTION = 'before execution';

/** Lets live operations be checked and carried out as those over HTTP are, with the same limits. */
export class HubLiveContract implements LiveContract {
  readonly sharedFields = sharedFields(contractSources());

  constructor(
    private readonly operations: Operations,
    private readonly config: Pick<Config, 'production'>,
    private readonly ids: Ids,
  ) {}

  get schema() {
    return this.operations.schema;
  }

  parse(query: string): DocumentNode {
    const document = parsed(query);
    const errors = validate(this.schema, document, [...specifiedRules, ...limitRules], {
      hideSuggestions: this.config.production,
    });
    if (errors.length > 0) throw errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    return document;
  }

  check(document: DocumentNode, operationName: string | null, variables: Record<string, unknown>): void {
    boundVariables(variables);
    this.operations.cost.check(document, operationName, variables);
  }

  async execute({ selection, principal, rootValue }: Execution): Promise<Executed> {
    const { document, operationName = null, variables } = selection;
    const client = { address: '', userAgent: null };
    const context: RequestContext = { principal, requestId: this.ids.id(), loaders: new Map(), client };
    const operation = { document, operationName, variables };
    const { data, errors } = await this.operations.execution.run(operation, context, rootValue);
    return errors?.length
      ? { errors: errors.map((error) => outward(error, context.requestId)), data }
      : { data };
  }

  present(error: GraphQLError) {
    return outward(error, BEFORE_EXECUTION);
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** The library gives its own errors no code, and a refusal of a limit has one already. */
const withCode = (error: GraphQLError, code: string): GraphQLError =>
  error.originalError || error.extensions.code
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code } });
