import { badInput, tooLarge } from '#platform';
import { LIMITS } from './limits.js';

/**
 * Refuses variables that hold longer lists, are nested deeper than any input of the contract means, or hold a null character,
 * which PostgreSQL cannot store.
 * @throws Refusal TOO_LARGE, BAD_INPUT naming the place
 */
export function boundVariables(variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) bound(value, [name]);
}

function bound(value: unknown, at: readonly string[]): void {
  if (typeof value === 'string' && value.includes('\0')) {
    throw badInput(at, 'No text of the hub has a null character.');
  }
  if (value === null || typeof value !== 'object') return;
  if (at.length > LIMITS.inputDepth) {
    throw badInput(at.slice(0, 3), `This is nested deeper than ${LIMITS.inputDepth} levels.`);
  }
  if (Array.isArray(value) && value.length > LIMITS.listLength) {
    throw tooLarge(`Give ${LIMITS.listLength} entries at most.`, { field: at });
  }
  for (const [step, inner] of Object.entries(value)) bound(inner, [...at, step]);
}
