import type { GraphQLSchema } from 'graphql';
import { type Operation, operationOf } from '../contract/operation.js';
import { branchOf, partsOf, type Selection } from '../contract/selection.js';

/** Fields of one part of what can be selected below a root field, and of one operation; the hub takes 3,000 tokens. */
const MOST_PER_PART = 50;
const MOST_PER_OPERATION = 700;
/** Fields of a list's entries, where lists are asked for by themselves. */
const MOST_PER_LIST = 100;

/** How many times a root field that takes an id is asked in one round. */
const TIMES: Readonly<Record<string, number>> = { publication: 2 };

/** Its answer depends on what is previewed, not on what is selected: it is asked by itself. */
export const PREVIEW = 'previewPublication';

/** Every root field of Query with everything below it, cut into operations. */
export class Catalogue {
  private readonly parts: ReadonlyMap<string, readonly Selection[]>;
  private readonly listed: ReadonlyMap<string, Selection>;
  private readonly made = new Map<string, readonly Operation[]>();
  /** After so many rounds each part of each root field has had its turn; then the same documents come again, which the hub knows. */
  private readonly turns: number;

  constructor(contract: GraphQLSchema) {
    const roots = Object.values(contract.getQueryType()?.getFields() ?? {});
    this.parts = new Map(roots.map((root) => [root.name, partsOf(branchOf(root), MOST_PER_PART)]));
    this.turns = Math.max(...[...this.parts.values()].map((parts) => parts.length));
    const lists = roots.filter(({ args }) => args.some(({ name }) => name === 'after'));
    this.listed = new Map(
      lists.map((root) => [root.name, partsOf(branchOf(root), MOST_PER_LIST)[0] as Selection]),
    );
  }

  get roots(): string[] {
    return [...this.parts.keys()];
  }

  /** All these root fields, each with the part whose turn it is. */
  round(number: number, roots: readonly string[]): readonly Operation[] {
    const turn = number % this.turns;
    return this.once(`round ${turn} ${roots}`, () =>
      packed(
        roots.flatMap((root, index) =>
          Array.from({ length: TIMES[root] ?? 1 }, (_, time) =>
            this.part(root, time === 0 ? turn + index : 0),
          ),
        ),
      ),
    );
  }

  /** The root fields that are lists, with what is nearest of each entry. */
  pages(roots: readonly string[]): readonly Operation[] {
    const lists = roots.flatMap((root) => this.listed.get(root) ?? []);
    return this.once(`pages ${roots}`, () => (lists.length > 0 ? packed(lists) : []));
  }

  /** These root fields in one operation, with as little as can be: for those who are refused. */
  refused(roots: readonly string[]): Operation {
    const least = (root: string): Selection => {
      const { branch } = this.part(root, 0);
      return { branch, leaves: branch.leaves, selections: [], size: 1 };
    };
    const [operation] = this.once(`refused ${roots}`, () => [operationOf(roots.map(least))]);
    return operation as Operation;
  }

  private part(root: string, number: number): Selection {
    const parts = this.parts.get(root) ?? [];
    return parts[number % parts.length] as Selection;
  }

  private once(name: string, make: () => readonly Operation[]): readonly Operation[] {
    const known = this.made.get(name) ?? make();
    this.made.set(name, known);
    return known;
  }
}

function packed(selections: readonly Selection[]): Operation[] {
  const bins: Selection[][] = [[]];
  let size = 0;
  for (const selection of selections) {
    if (size + selection.size > MOST_PER_OPERATION) {
      bins.push([]);
      size = 0;
    }
    bins.at(-1)?.push(selection);
    size += selection.size;
  }
  return bins.map(operationOf);
}
