import type { Words } from '../spoken.js';
import { community } from './community.js';
import { frame } from './frame.js';
import { traces } from './indicators.js';
import { reached } from './reached.js';
import { reading } from './reading.js';
import { remotes } from './remotes.js';
import { vocabulary } from './vocabulary.js';
import { writing } from './writing.js';

/** Everything that the console says, in Spanish. */
export const es: Words = {
  ...frame,
  ...reading,
  ...reached,
  ...traces,
  ...remotes,
  ...writing,
  ...community,
  ...vocabulary,
};
