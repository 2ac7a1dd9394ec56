import { Failure } from '../failure.js';
import { safeLine } from '../terminal/sanitize.js';

/** An error of the hub, as GraphQL carries it. */
export interface HubError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const SENTENCES: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'You are not signed in, or no longer. Run: watchfire sign-in',
  GRAPHQL_VALIDATION_FAILED: 'The hub does not know what this command asks for: one of the two is older.',
};

/** What the hub said, as one sentence that begins with the field it is about, where it named one. */
export function refusalOf(error: HubError): Failure {
  const code =
    typeof error.extensions?.code === 'string' ? safeLine(error.extensions.code) : 'REFUSED_BY_HUB';
  const sentence = SENTENCES[code] ?? safeLine(error.message);
  const field = fieldOf(error.extensions?.field);
  return new Failure(code, field ? `${field}: ${sentence}` : sentence);
}

/** `['input', 'content', 'title']` as `title`: what whoever typed it can recognise. */
function fieldOf(field: unknown): string {
  const path = Array.isArray(field)
    ? field.filter((part) => typeof part === 'string' || typeof part === 'number')
    : [];
  return safeLine(path.filter((part) => part !== 'input' && part !== 'content').join('.'));
}
