import type { Letter } from '#mail';
import type { Ways } from './facts.js';
import { footerOf } from './footer.js';

/** That somebody's mail comes back, for whoever runs their member. */
export const addressLetter = (
  { name, address, said }: { readonly name: string; readonly address: string; readonly said: string },
  { settings }: Pick<Ways, 'settings'>,
): Letter => ({
  subject: `Mail to ${name} comes back`,
  tlp: null,
  status: 'ACTUAL',
  blocks: [
    { kind: 'title', text: `Mail to ${name} comes back` },
    {
      kind: 'text',
      text: `The address ${address} was refused for good. Until it is mended only what is severe is still tried.`,
    },
    { kind: 'facts', rows: [['The server said', said]] },
    { kind: 'text', text: 'Ask them for a new address, or say that the old one works again.' },
  ],
  footer: footerOf('You get this because you run your member’s people.', null, {
    settings,
    unsubscribe: null,
  }),
});
