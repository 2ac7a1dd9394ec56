import {
  type ArgumentNode,
  type DocumentNode,
  isRequiredArgument,
  Kind,
  type OperationDefinitionNode,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Lru } from './lru.js';
import type { LiveContract, Selection } from './ports.js';

/** How many distinct selections are remembered; one that was forgotten is only shared less. */
const MOST_SELECTIONS = 200;

interface Event {
  readonly document: DocumentNode;
  readonly text: string;
  readonly variableNames: readonly string[];
  readonly shared: boolean;
}

/** Makes selections out of checked subscription operations. */
export class Selections {
  private readonly events = new WeakMap<DocumentNode, Map<string, Event>>();
  private readonly selections = new Lru<Selection>(MOST_SELECTIONS);

  constructor(private readonly contract: Pick<LiveContract, 'schema' | 'sharedFields'>) {}

  /** @param document valid against the schema, with the subscription `operationName`, or only one operation */
  of(
    document: DocumentNode,
    operationName: string | undefined,
    given: Readonly<Record<string, unknown>>,
  ): Selection {
    const event = this.eventOf(document, operationName);
    const variables = Object.fromEntries(
      event.variableNames.filter((name) => name in given).map((name) => [name, given[name]]),
    );
    return this.selections.get(JSON.stringify([event.text, operationName ?? null, variables]), () => ({
      document: event.document,
      operationName,
      variables,
      shared: event.shared,
    }));
  }

  private eventOf(document: DocumentNode, operationName: string | undefined): Event {
    const known = this.events.get(document) ?? new Map<string, Event>();
    this.events.set(document, known);
    const key = operationName ?? '';
    const event = known.get(key) ?? this.reduce(document, key);
    known.set(key, event);
    return event;
  }

  private reduce(document: DocumentNode, operationName: string): Event {
    const separated = separateOperations(document);
    const own = separated[operationName] ?? Object.values(separated)[0] ?? document;
    const bare = this.withoutRootArguments(own);
    const used = usedVariables(bare);
    const reduced = visit(bare, {
      OperationDefinition: (node): OperationDefinitionNode => ({
        ...node,
        variableDefinitions: (node.variableDefinitions ?? []).filter(({ variable }) =>
          used.has(variable.name.value),
        ),
      }),
    });
    return {
      document: reduced,
      text: print(reduced),
      variableNames: [...used].sort(),
      shared: this.isShared(reduced),
    };
  }

  /** Those alone stay that must be given: without them it is no operation. */
  private withoutRootArguments(document: DocumentNode): DocumentNode {
    const types = new TypeInfo(this.contract.schema);
    const root = this.contract.schema.getSubscriptionType();
    return visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node) => {
          if (types.getParentType() !== root) return undefined;
          const required = (types.getFieldDef()?.args ?? []).filter(isRequiredArgument);
          const stays = ({ name }: ArgumentNode) => required.some((one) => one.name === name.value);
          return { ...node, arguments: (node.arguments ?? []).filter(stays) };
        },
      }),
    );
  }

  /** Denied by default: a field that does not carry the mark is worked out for each viewer. */
  private isShared(document: DocumentNode): boolean {
    const types = new TypeInfo(this.contract.schema);
    const root = this.contract.schema.getSubscriptionType();
    let shared = true;
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const parent = types.getParentType();
          if (parent === root || name.value === '__typename') return;
          if (!parent || !this.contract.sharedFields.has(`${parent.name}.${name.value}`)) shared = false;
        },
      }),
    );
    return shared;
  }
}

function usedVariables(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}
