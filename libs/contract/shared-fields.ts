import { type DefinitionNode, type FieldDefinitionNode, Kind, parse } from 'graphql';

const isMarked = (node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] }) =>
  (node.directives ?? []).some(({ name }) => name.value === 'shared');

function markedFields(definition: DefinitionNode): readonly FieldDefinitionNode[] {
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && isMarked(definition)) return definition.fields ?? [];
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) {
    return (definition.fields ?? []).filter(isMarked);
  }
  return [];
}

/**
 * The fields, as `Type.field`, whose value is the same for all who hold the same keys to a release.
 * A type's mark covers the fields in its own block, never those that another file adds to it.
 * @param sources the contract's SDL files, one text a file
 */
export function sharedFields(sources: readonly string[]): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const { definitions } of sources.map((source) => parse(source))) {
    for (const definition of definitions) {
      for (const field of markedFields(definition)) {
        if ('name' in definition && definition.name)
          fields.add(`${definition.name.value}.${field.name.value}`);
      }
    }
  }
  return fields;
}
