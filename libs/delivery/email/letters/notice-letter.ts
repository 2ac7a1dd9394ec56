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

/** That nothing is sent to an endpoint any more, for whoever runs it. */
export const endpointLetter = (
  { name, url, why }: { readonly name: string; readonly url: string; readonly why: string },
  { settings }: Pick<Ways, 'settings'>,
): Letter => ({
  subject: `The webhook endpoint ${name} is switched off`,
  tlp: null,
  status: 'ACTUAL',
  blocks: [
    { kind: 'title', text: `The webhook endpoint ${name} is switched off` },
    {
      kind: 'text',
      text: 'Nothing is sent to it until you switch it on again. What was not taken can be replayed then.',
    },
    {
      kind: 'facts',
      rows: [
        ['Address', url],
        ['Why', why],
      ],
    },
  ],
  footer: footerOf('You get this because you run it.', null, { settings, unsubscribe: null }),
});
