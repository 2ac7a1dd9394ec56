import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Where an id stands in an input: names of fields, and 0 for the first of a list. */
export type IdPath = readonly (string | 0)[];

/** Every place in the input of every mutation at which an id can be given. */
export function idPaths(contract: GraphQLSchema): Map<string, IdPath[]> {
  const mutations = Object.values(contract.getMutationType()?.getFields() ?? {});
  return new Map(mutations.map(({ name, args }) => [name, args.flatMap((arg) => within(arg.type, []))]));
}

function within(type: GraphQLInputType, path: IdPath): IdPath[] {
  if (isNonNullType(type)) return within(type.ofType, path);
  if (isListType(type)) return within(type.ofType, [...path, 0]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => within(field.type, [...path, field.name]));
  return getNamedType(type).name === 'ID' ? [path] : [];
}

/** The input with an id at a place, and everything else as it is. */
export function withId(input: unknown, [step, ...rest]: IdPath, id: string): unknown {
  if (step === undefined) return id;
  if (step === 0) return [withId(undefined, rest, id)];
  const fields = (input ?? {}) as Record<string, unknown>;
  return { ...fields, [step]: withId(fields[step], rest, id) };
}
