import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { ValidationRule } from 'graphql';

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
} as const;

/** Rules beyond the specification's own, for documents from outside. */
export const limitRules = [
  maxDepthRule({ n: LIMITS.depth, ignoreIntrospection: true }),
  maxAliasesRule({ n: LIMITS.aliases }),
  maxDirectivesRule({ n: LIMITS.directives }),
] as unknown as readonly ValidationRule[];
