import type { GraphQLSchema } from 'graphql';
import { operationOf } from '../contract/operation.js';
import { type Branch, branchOf, partsOf, type Selection } from '../contract/selection.js';
import type { Done } from '../deeds/deed.js';
import type { Asker, Facts } from '../model/facts.js';
import { seesPublication } from '../model/rules.js';

const FIELD = 'releases';
const MOST_PER_PART = 60;
/** What is put into inboxes, and counted, only after a release has been told of. */
const LATER = ['InboxItem', 'InboxState', 'Reach'];

/** The same selection of a release, live and in a page of the log. */
export interface Telling {
  readonly live: string;
  readonly page: string;
}

/** Everything that can be selected of a release but what follows it, cut into parts. */
export function tellings(contract: GraphQLSchema): Telling[] {
  const field = contract.getSubscriptionType()?.getFields()[FIELD];
  if (!field) throw new Error('Nothing is told live.');
  const { branches, ...branch } = branchOf(field, 'Subscription');
  const parts = partsOf({ ...branch, args: [], branches: branches.map(settled) }, MOST_PER_PART);
  return parts.map((part) => {
    const whole = { ...part, leaves: branch.leaves };
    const text = fragmentOf(whole);
    return {
      live: `subscription ($after: Cursor) { ${FIELD}(after: $after) ${text} }`,
      page: `query ($after: Cursor, $first: Int) { ${FIELD}(after: $after, first: $first) { edges { node ${text} } } }`,
    };
  });
}

const settled = (branch: Branch): Branch => ({
  ...branch,
  branches: branch.branches.filter(({ typeName }) => !LATER.includes(typeName)).map(settled),
});

/** The selection's braces, without any argument: all pages further down have their usual size. */
function fragmentOf(selection: Selection): string {
  const bare = (one: Selection): Selection => ({
    ...one,
    branch: { ...one.branch, args: [] },
    selections: one.selections.map(bare),
  });
  const { text } = operationOf([bare(selection)]);
  return text.slice(text.indexOf('{', text.indexOf(FIELD)), text.lastIndexOf('}')).trim();
}

/** An entry that somebody must be told of. */
export interface Expected {
  readonly publicationId: string;
  readonly available: boolean;
}

/** What somebody must be told of a deed's releases: each that they see, and what they lose sight of; nothing else. */
export function expectedOf(before: Facts, after: Facts, asker: Asker, { touched }: Done): Expected[] {
  return touched.flatMap((one): Expected[] => {
    if (one.what !== 'publication') return [];
    const { id: publicationId } = one;
    if (seesPublication(after, asker, publicationId)) return [{ publicationId, available: true }];
    return seesPublication(before, asker, publicationId) ? [{ publicationId, available: false }] : [];
  });
}
