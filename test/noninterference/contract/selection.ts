import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** A field with all that can be selected below it. */
export interface Branch {
  readonly name: string;
  /** `Member.people`. */
  readonly coordinate: string;
  readonly args: readonly GraphQLArgument[];
  /** The type that it leads to. */
  readonly typeName: string;
  /** Whether nothing can be selected below it. */
  readonly bare: boolean;
  /** Names of the fields below that select nothing further and take no arguments. */
  readonly leaves: readonly string[];
  readonly branches: readonly Branch[];
}

/** Nested fields that the hub takes at most. */
const DEEPEST = 12;
/** How often a type is gone through below one root field, nearest first; after that it shows its leaves. */
const EXPANSIONS = 3;

interface Open {
  readonly branch: Branch & { branches: Branch[] };
  readonly type: GraphQLNamedType;
  readonly depth: number;
}

/** Everything that can be selected below a root field: every field of every type, on the nearest ways to it. */
export function branchOf(root: GraphQLField<unknown, unknown>, parent = 'Query'): Branch {
  const expanded = new Map<string, number>();
  const first = open(root, parent, 1);
  const branches: Branch[][] = [];
  for (let queue = [first]; queue.length > 0; ) {
    const next: Open[] = [];
    for (const { branch, type, depth } of queue) {
      const times = expanded.get(type.name) ?? 0;
      expanded.set(type.name, times + 1);
      const goesOn = times < EXPANSIONS && depth + 1 < DEEPEST;
      const below = fieldsOf(type).filter(
        (field) => !isBare(field) && (goesOn || isLeafType(getNamedType(field.type))),
      );
      const opened = below.map((field) => open(field, type.name, depth + 1));
      branch.branches.push(...opened.map((one) => one.branch));
      branches.push(branch.branches);
      next.push(...opened);
    }
    queue = next;
  }
  for (const list of branches.reverse()) list.splice(0, list.length, ...list.filter(shows));
  return first.branch;
}

function open(field: GraphQLField<unknown, unknown>, parent: string, depth: number): Open {
  const type = getNamedType(field.type);
  const leaves = fieldsOf(type).filter(isBare);
  const branch = {
    name: field.name,
    coordinate: `${parent}.${field.name}`,
    args: field.args,
    typeName: type.name,
    bare: isLeafType(type),
    leaves: leaves.map(({ name }) => name),
    branches: [],
  };
  return { branch, type, depth };
}

const isBare = (field: GraphQLField<unknown, unknown>): boolean =>
  isLeafType(getNamedType(field.type)) && field.args.length === 0;

/** A connection of which nothing below is gone through has nothing to show. */
const shows = ({ leaves, branches, bare }: Branch): boolean => bare || leaves.length + branches.length > 0;

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  if (isLeafType(type)) return [];
  if (isObjectType(type)) return Object.values(type.getFields());
  throw new Error(`Nobody said how to select from ${type.name}.`);
}

/** A part of what can be selected below a field, small enough for one operation. */
export interface Selection {
  readonly branch: Branch;
  readonly leaves: readonly string[];
  readonly selections: readonly Selection[];
  /** How many fields it has. */
  readonly size: number;
}

/**
 * Cuts everything below a field into parts of about `most` fields, each a selection from the field down; together they are all
 * of it. The first part has what is nearest to the field: its leaves, and the smallest of what lies below.
 */
export function partsOf(branch: Branch, most: number): Selection[] {
  const below = branch.branches.map((one) => partsOf(one, most));
  const pieces = below.sort((a, b) => sizeOf(a) - sizeOf(b)).flat();
  const parts: { selections: Selection[]; size: number }[] = [
    { selections: [], size: 1 + branch.leaves.length },
  ];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last && (last.size + piece.size <= most || last.size <= 1)) {
      last.selections.push(piece);
      last.size += piece.size;
    } else parts.push({ selections: [piece], size: 1 + piece.size });
  }
  return parts.map(({ selections, size }, index) => ({
    branch,
    leaves: index === 0 ? branch.leaves : branch.leaves.filter((name) => name === 'id'),
    selections,
    size,
  }));
}

const sizeOf = (parts: readonly Selection[]): number => parts.reduce((sum, { size }) => sum + size, 0);
