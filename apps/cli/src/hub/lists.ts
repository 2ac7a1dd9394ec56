import { Failure } from '../failure.js';
import { CLIENT, type Hub } from './hub.js';
import { noAnswer, Unreachable } from './post.js';
import { refusalOf } from './refusal.js';

/** How long one part of a list may take. */
const TIMEOUT_MS = 120_000;

/**
 * Sends lines to one of the hub's plain routes for lists.
 * @throws Failure with the hub's code when it refuses; Unreachable when it does not answer
 */
export async function postLines(
  hub: Hub,
  path: string,
  type: string,
  lines: readonly string[],
): Promise<string> {
  const bearer = await hub.bearers.forReading();
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${hub.url}${path}`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': type,
        'user-agent': CLIENT,
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: lines.join('\n'),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (error) {
    throw noAnswer(hub.url, error);
  }
  if (response.ok) return text;
  throw (
    refused(text) ??
    new Unreachable(`${hub.url} does not answer as a Watchfire hub does (HTTP ${response.status}).`, true)
  );
}

function refused(text: string): Failure | null {
  try {
    const { error } = JSON.parse(text) as { error?: { code: string; message: string; field?: string[] } };
    if (typeof error?.message !== 'string') return null;
    return refusalOf({ message: error.message, extensions: { code: error.code, field: error.field } });
  } catch {
    return null;
  }
}
