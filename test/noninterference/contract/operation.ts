import { type GraphQLArgument, type GraphQLInputType, isRequiredArgument } from 'graphql';
import type { Selection } from './selection.js';

/** A variable of an operation: what it is named, and which argument it gives. */
export interface Variable {
  readonly name: string;
  /** The argument, as `Query.publications.first`. */
  readonly coordinate: string;
  readonly type: GraphQLInputType;
  readonly required: boolean;
}

/** A root field in an operation, and the name under which its answer comes. */
export interface Asked {
  readonly alias: string;
  readonly root: string;
  readonly selection: Selection;
  readonly variables: readonly Variable[];
}

/** An operation whose arguments are all variables, so that one document serves for whatever is asked. */
export interface Operation {
  readonly text: string;
  readonly asked: readonly Asked[];
}

/** One operation of these selections, each of a root field of Query. */
export function operationOf(selections: readonly Selection[]): Operation {
  const printed = selections.map((selection, index) => {
    const alias = `r${index}`;
    const variables = new Map<string, Variable>();
    const text = `${alias}: ${print(selection, alias, variables)}`;
    return {
      text,
      asked: { alias, root: selection.branch.name, selection, variables: [...variables.values()] },
    };
  });
  const declared = printed.flatMap(({ asked }) => asked.variables);
  const declarations = declared.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  return {
    text: `query${declarations && ` (${declarations})`} {\n${printed.map(({ text }) => text).join('\n')}\n}`,
    asked: printed.map(({ asked }) => asked),
  };
}

/** The same field on the same way down takes the same variables, so that two selections of it merge. */
function print(selection: Selection, way: string, variables: Map<string, Variable>): string {
  const { branch, leaves, selections } = selection;
  const args = branch.args.map((arg) => {
    const variable = variableOf(arg, branch.coordinate, way);
    variables.set(variable.name, variable);
    return `${arg.name}: $${variable.name}`;
  });
  const inner = selections.map((below) => print(below, `${way}_${below.branch.name}`, variables));
  const text = `${branch.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  if (branch.bare) return text;
  return `${text} { ${[...leaves, ...inner].join(' ') || '__typename'} }`;
}

const variableOf = (arg: GraphQLArgument, coordinate: string, way: string): Variable => ({
  name: `${way}_${arg.name}`,
  coordinate: `${coordinate}.${arg.name}`,
  type: arg.type,
  required: isRequiredArgument(arg),
});
