import type { Tlp } from '#access';
import type { PublicationStatus } from '#contract';
import type { Letter } from '#mail';
import type { Ways } from './facts.js';
import { footerOf } from './footer.js';

/** Whether nothing of a publication leaves the hub in a mail, not even its title. */
export const isSecret = (tlp: Tlp): boolean => tlp === 'AMBER_STRICT' || tlp === 'RED';

/** That there is something to read, and not a word of what. */
export const secretLetter = (
  { tlp, status }: { readonly tlp: Tlp; readonly status: PublicationStatus },
  ways: Ways,
): Letter => ({
  subject: 'Sign in to read',
  tlp,
  status,
  blocks: [
    { kind: 'title', text: 'Sign in to read' },
    { kind: 'text', text: 'Something was shared with you that does not travel by mail.' },
    { kind: 'actions', actions: [{ label: 'Sign in to read', url: ways.read }] },
  ],
  footer: footerOf('You get this because you may read it.', tlp, ways),
});
