import type { Handle } from '../month/text.js';

/** A desk of the demo community at which one can sign in. */
export interface Persona {
  readonly persona: string;
  /** The handle of the desk. */
  readonly desk: Handle;
}

/** In the order in which a newcomer would try them. */
export const PERSONAS: readonly Persona[] = [
  { persona: 'county-clerk', desk: '55025' },
  { persona: 'state-official', desk: '55' },
  { persona: 'neighbor-clerk', desk: '55105' },
  { persona: 'city-clerk', desk: '55079' },
  { persona: 'distant-clerk', desk: '12086' },
  { persona: 'distant-state', desk: '12' },
  { persona: 'federal-analyst', desk: 'CISA' },
  { persona: 'hub-analyst', desk: 'HUB_ANALYST' },
  { persona: 'operator', desk: 'HUB_OPERATOR' },
  { persona: 'auditor', desk: 'HUB_AUDITOR' },
  { persona: 'vendor', desk: 'POLLBOOK' },
];
