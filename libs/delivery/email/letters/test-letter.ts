import type { Letter } from '#mail';
import type { Ways } from './facts.js';
import { footerOf } from './footer.js';

/** To see whether mail arrives. */
export const testLetter = ({ settings }: Pick<Ways, 'settings'>): Letter => ({
  subject: 'Mail of this hub reaches you',
  tlp: null,
  status: 'TEST',
  blocks: [
    { kind: 'title', text: 'Mail of this hub reaches you' },
    { kind: 'text', text: 'There is nothing to do. Warnings will come to this address the same way.' },
  ],
  footer: footerOf('You get this because you asked for it.', null, { settings, unsubscribe: null }),
});
