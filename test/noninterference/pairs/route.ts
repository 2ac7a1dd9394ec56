import type { Question } from '../world/served-hub.js';
import type { Drawing } from './pools.js';

/** A plain route, as something to ask. */
export type DrawRoute = (drawing: Drawing) => Pick<Question, 'path' | 'body'>;
