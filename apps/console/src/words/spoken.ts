import type { en } from './en/index.js';
import type { Said } from './said.js';

/** Everything that the console says, in one language. */
export type Words = Said<typeof en>;
