import type { PublicationQuery } from '../../generated/operations.generated.js';

/** A publication as its page shows it. */
export type Shown = NonNullable<PublicationQuery['publication']>;
