import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isDrawable } from './pools.js';

/** Every argument that can be given somewhere below Query, and every field of its inputs, with which nobody said how to ask. */
export function lacking(contract: GraphQLSchema): string[] {
  const types = reachable(contract.getQueryType());
  return [...types].flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) =>
          field.args.flatMap((arg) => within(`${type.name}.${field.name}.${arg.name}`, arg.type)),
        )
      : [],
  );
}

function within(coordinate: string, type: GraphQLInputType): string[] {
  if (isNonNullType(type) || isListType(type)) return within(coordinate, type.ofType);
  if (isDrawable(coordinate, type)) return [];
  if (!isInputObjectType(type)) return [coordinate];
  return Object.values(type.getFields()).flatMap((field) => within(`${type.name}.${field.name}`, field.type));
}

function reachable(
  root: GraphQLNamedType | null | undefined,
  found = new Set<GraphQLNamedType>(),
): Set<GraphQLNamedType> {
  if (!root || found.has(root)) return found;
  found.add(root);
  if (isObjectType(root))
    for (const field of Object.values(root.getFields())) reachable(getNamedType(field.type), found);
  return found;
}
