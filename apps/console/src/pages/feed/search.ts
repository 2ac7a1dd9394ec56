import type { SearchQueryVariables } from '../../generated/operations.generated.js';
import { filterOf, type Narrowing } from './narrowing.js';

const PAGE = 20;

/** What the hub is asked for a page of the list. */
export const searchOf = (narrowing: Narrowing, after: string | null): SearchQueryVariables => ({
  text: narrowing.text || null,
  filter: filterOf(narrowing),
  first: PAGE,
  after,
});
