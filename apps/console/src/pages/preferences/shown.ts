import type { PreferencesQuery } from '../../generated/operations.generated.js';

/** Preferences as the page shows them. */
export type PreferencesShown = PreferencesQuery['preferences'];
