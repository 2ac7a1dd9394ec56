import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** What one operation may ask for, over HTTP and live alike. */
export const LIMITS = {
  /** Nested fields. The explorer's introspection, which is 13 deep, is not counted. */
  depth: 12,
  /** Renamed fields. */
  aliases: 30,
  /** Directives. */
  directives: 20,
  /** Lexical tokens of the document. */
  tokens: 3_000,
  /** Sum of the fields' weights, multiplied through lists; see `@cost` in the contract. */
  cost: 20_000,
  /** Levels of a variable. */
  inputDepth: 12,
  /** Entries of a list in a variable. */
  listLength: 500,
} as const;

type Report = (context: Pick<ValidationContext, 'reportError'> | null, error: GraphQLError) => void;

/** Says which limit was passed, as validation says everything else, instead of breaking it off. */
const report = (sentence: string) => ({
  propagateOnRejection: false,
  onReject: [((context) => context?.reportError(new GraphQLError(sentence))) as Report],
});

/** Rules beyond the specification's own, for documents from outside. */
export const limitRules = [
  maxDepthRule({
    n: LIMITS.depth,
    ignoreIntrospection: true,
    ...report(`This is nested too deeply: ${LIMITS.depth} fields at most.`),
  }),
  maxAliasesRule({ n: LIMITS.aliases, ...report(`These are too many aliases: ${LIMITS.aliases} at most.`) }),
  maxDirectivesRule({
    n: LIMITS.directives,
    ...report(`These are too many directives: ${LIMITS.directives} at most.`),
  }),
] as unknown as readonly ValidationRule[];
