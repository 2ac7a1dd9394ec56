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
  const code = ofTheRequest(wrapped, formatted);
  if (code) {
    const message = formatted?.message ?? wrapped?.message ?? '';
    const field = /\bat "([^"]+)"/
      .exec(message)?.[1]
      ?.split(/[.[\]]+/)
      .filter(Boolean);
    return { message: short(message), ...place, extensions: { code, ...(field ? { field } : {}) } };
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

/** The code of a fault of the request itself: its text, or a variable that is not of its type. */
function ofTheRequest(wrapped: GraphQLError | null, formatted?: GraphQLFormattedError): string | null {
  const given = formatted?.extensions?.code ?? wrapped?.extensions?.code;
  if (typeof given === 'string' && OF_THE_REQUEST.has(given)) return given;
  const isPlain = wrapped && (!wrapped.originalError || wrapped.originalError instanceof GraphQLError);
  return isPlain && !wrapped.path ? 'BAD_USER_INPUT' : null;
}

/** Such messages quote what was sent, however long. */
const short = (message: string): string =>
  message.length > 500 ? `${message.slice(0, 250)} … ${message.slice(-200)}` : message;
