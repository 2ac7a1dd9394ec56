import { type DocumentNode, type GraphQLField, type GraphQLSchema, getDirectiveValues } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { tooCostly } from '#platform';
import { LIMITS } from './limits.js';

/** So many costs of one document are kept. */
const MOST_KNOWN = 100;

/** A field's weight and the argument that multiplies what lies below it, from `@cost` in the contract. */
interface Price {
  readonly weight: number;
  readonly by?: string;
}

/** Tells what an operation would cost before it is carried out, and refuses what costs too much. */
export class Cost {
  private readonly prices = new Map<GraphQLField<unknown, unknown>, Price>();
  private readonly known = new WeakMap<DocumentNode, Map<string, number>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @throws Refusal TOO_COSTLY */
  check(document: DocumentNode, operationName: string | null, variables: Record<string, unknown>): void {
    const cost = this.of(document, operationName, variables);
    if (cost > LIMITS.cost) {
      throw tooCostly(`This asks for ${cost} units; ${LIMITS.cost} are the most. Ask for shorter lists.`);
    }
  }

  /** What was worked out once for a document, an operation in it and the variables that can matter is not worked out again. */
  private of(
    document: DocumentNode,
    operationName: string | null,
    variables: Record<string, unknown>,
  ): number {
    const asked = JSON.stringify([
      operationName,
      Object.entries(variables).filter(([, value]) => matters(value)),
    ]);
    const known = this.known.get(document) ?? new Map<string, number>();
    const ready = known.get(asked);
    if (ready !== undefined) return ready;
    const cost = getComplexity({
      schema: this.schema,
      query: document,
      variables,
      ...(operationName ? { operationName } : {}),
      estimators: [this.estimate],
    });
    if (known.size >= MOST_KNOWN) known.clear();
    this.known.set(document, known.set(asked, cost));
    return cost;
  }

  private readonly estimate: ComplexityEstimator = ({ field, args, childComplexity }) => {
    const { weight, by } = this.price(field as GraphQLField<unknown, unknown>);
    const times = by && typeof args[by] === 'number' ? Math.max(1, args[by] as number) : 1;
    return weight + times * childComplexity;
  };

  private price(field: GraphQLField<unknown, unknown>): Price {
    const known = this.prices.get(field);
    if (known) return known;
    const directive = this.schema.getDirective('cost');
    const given = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
    const price = (given ?? { weight: 1 }) as unknown as Price;
    this.prices.set(field, price);
    return price;
  }
}

/** The sizes of lists, and what `@include` and `@skip` ask. */
const matters = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';
