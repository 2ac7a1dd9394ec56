import type { Tlp } from '#access';
import type { Block } from '#mail';
import type { Ways } from './facts.js';
import { SHARING } from './words.js';

/** Why it came, with whom it may be shared, and what its reader can do about such mail. */
export function footerOf(
  because: string,
  tlp: Tlp | null,
  { settings, unsubscribe }: Pick<Ways, 'settings' | 'unsubscribe'>,
): Block[] {
  const links = [
    { label: 'Set how you are reached', url: settings },
    ...(unsubscribe === null ? [] : [{ label: 'No more such mail', url: unsubscribe }]),
  ];
  return [
    { kind: 'text', text: tlp === null ? because : `${because} ${SHARING[tlp]}` },
    { kind: 'links', links },
  ];
}
