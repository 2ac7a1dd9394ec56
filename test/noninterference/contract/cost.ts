import { buildSchema, getDirectiveValues, isObjectType } from 'graphql';
import { contractSources } from '#contract';
import type { Selection } from './selection.js';

interface Price {
  readonly weight?: number;
  readonly by?: string;
}

/** What the contract asks for fields; introspection does not tell it. */
const prices = new Map<string, Price>();
const written = buildSchema(contractSources().join('\n'));
for (const type of Object.values(written.getTypeMap())) {
  for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
    const cost = written.getDirective('cost');
    const price = cost && field.astNode && getDirectiveValues(cost, field.astNode);
    if (price) prices.set(`${type.name}.${field.name}`, price);
  }
}

/**
 * About what a selection costs.
 * @param first the size of the page at its root
 * @param below the size of every page further down
 */
export function costOf({ branch, leaves, selections }: Selection, first: number, below: number): number {
  const { weight = 1, by } = prices.get(branch.coordinate) ?? {};
  const inner = selections.reduce((sum, one) => sum + costOf(one, below, below), leaves.length);
  return weight + (by ? first : 1) * inner;
}
