import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal, refusalOf } from '#platform';

const logger = new Logger('GraphQL');

/** Codes that GraphQL and the server give to requests which never reach a resolver. */
const OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * An error as it leaves the hub: a sentence, a stable code, the field at fault. Whatever is not a refusal is a fault of
 * ours: it is logged under the request's id and leaves as that id alone, without a word of what went wrong inside.
 */
export function outward(
  error: unknown,
  requestId: string,
  formatted?: GraphQLFormattedError,
): GraphQLFormattedError {
  const wrapped = error instanceof GraphQLError ? error : null;
  const cause = wrapped?.originalError ?? error;
  const place = {
    ...(wrapped?.locations ? { locations: wrapped.locations } : {}),
    ...(wrapped?.path ? { path: wrapped.path } : {}),
  };
  const refusal = cause instanceof Refusal ? cause : refusalOf(cause);
  if (refusal && refusal.code !== 'INTERNAL') {
    const extensions = { code: refusal.code, ...(refusal.field ? { field: refusal.field } : {}) };
    return { message: refusal.message, ...place, extensions };
  }
  const code = formatted?.extensions?.code ?? wrapped?.extensions.code;
  if (typeof code === 'string' && OF_THE_REQUEST.has(code)) {
    return { message: formatted?.message ?? wrapped?.message ?? '', ...place, extensions: { code } };
  }
  logger.error(
    `request ${requestId}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
  );
  return {
    message: 'Something went wrong in the hub.',
    ...place,
    extensions: { code: 'INTERNAL', requestId },
  };
}
