import type { AccessDeclaration } from '#contract';

/** Who may read, and who may find out how far it goes: TAXII 2.1 has nothing for strangers here. */
export const READERS: AccessDeclaration = {
  kind: 'SIGNED_IN',
  reason: 'What a caller sees is decided by their keys.',
};

/** Who may ever add or delete; whether to this collection is asked once it is known which. */
export const WRITERS: AccessDeclaration = { kind: 'ACT', action: 'indicator.add' };
