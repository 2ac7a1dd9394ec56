import type { Letter } from '#mail';

/** The link by which somebody sets a new password. */
export const passwordLetter = (link: string, minutes: number): Letter => ({
  subject: 'Set a new password',
  tlp: null,
  status: 'ACTUAL',
  blocks: [
    { kind: 'title', text: 'Set a new password' },
    {
      kind: 'text',
      text: `Somebody asked for this with your address. The link is good once, for ${minutes} minutes. A new password signs you out everywhere.`,
    },
    { kind: 'actions', actions: [{ label: 'Set a new password', url: link }] },
    {
      kind: 'text',
      text: 'If it was not you, do nothing: your password stays as it is. If it happens again, tell your coordinator.',
    },
  ],
  footer: [{ kind: 'text', text: 'Nobody from the hub asks you for your password, or for this link.' }],
});
