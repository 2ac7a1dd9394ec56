import type { Define } from './cli.js';

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly group: string;
  readonly load: () => Promise<{ readonly define: Define }>;
}

const entry = (group: string, name: string, summary: string, load: Entry['load']): Entry => ({
  group,
  name,
  summary,
  load,
});

const [account, publications, community, hub] = [
  'Your account:',
  'What is shared:',
  'The community:',
  'The hub:',
] as const;

/** Every command, with what `--help` shows before its module is loaded. */
export const CATALOGUE: readonly Entry[] = [
  entry(account, 'sign-in', 'Sign in to a hub', () => import('./commands/sign-in.js')),
  entry(
    account,
    'sign-out',
    'Sign out and forget the hub on this computer',
    () => import('./commands/sign-out.js'),
  ),
  entry(account, 'whoami', 'Who you are to the hub', () => import('./commands/whoami.js')),
  entry(account, 'preferences', 'How you are reached', () => import('./commands/preferences/index.js')),
  entry(account, 'keys', 'API keys for programs', () => import('./commands/keys/index.js')),
  entry(
    account,
    'accept',
    'Accept an invitation, or set a new password with a reset link',
    () => import('./commands/accept.js'),
  ),
  entry(publications, 'post', 'Post an alert, advisory or bulletin', () => import('./commands/post.js')),
  entry(publications, 'list', 'What you may see, latest first', () => import('./commands/list.js')),
  entry(publications, 'show', 'One publication in full', () => import('./commands/show.js')),
  entry(publications, 'tail', 'What is released, as it happens', () => import('./commands/tail.js')),
  entry(publications, 'search', 'Search the text of what you may see', () => import('./commands/search.js')),
  entry(publications, 'inbox', 'What reached you', () => import('./commands/inbox.js')),
  entry(publications, 'acknowledge', "Give your member's answer", () => import('./commands/acknowledge.js')),
  entry(
    publications,
    'comment',
    'What is said about a publication',
    () => import('./commands/comment/index.js'),
  ),
  entry(publications, 'level', 'Alert levels of regions', () => import('./commands/level/index.js')),
  entry(
    publications,
    'reach',
    'Whom a publication reached, and who answered',
    () => import('./commands/reach.js'),
  ),
  entry(publications, 'remind', 'Remind those who have not answered', () => import('./commands/remind.js')),
  entry(
    publications,
    'revise',
    'Release a new revision, or address it to others',
    () => import('./commands/revise.js'),
  ),
  entry(publications, 'withdraw', 'Withdraw a publication', () => import('./commands/withdraw.js')),
  entry(
    publications,
    'templates',
    'Templates to begin a publication from',
    () => import('./commands/templates/index.js'),
  ),
  entry(
    publications,
    'drafts',
    'Drafts, and what waits for review',
    () => import('./commands/drafts/index.js'),
  ),
  entry(publications, 'import', 'Take in STIX, CSAF, CAP or MISP', () => import('./commands/import.js')),
  entry(publications, 'export', 'Write STIX, CSAF, CAP, MISP or CSV', () => import('./commands/export.js')),
  entry(publications, 'subscribe', 'What your inbox asks for', () => import('./commands/subscribe/index.js')),
  entry(
    publications,
    'indicators',
    'Addresses, names, digests and patterns of what is bad',
    () => import('./commands/indicators/index.js'),
  ),
  entry(publications, 'look-up', 'What is known of values', () => import('./commands/look-up.js')),
  entry(publications, 'sighting', 'Say that an indicator was seen', () => import('./commands/sighting.js')),
  entry(
    publications,
    'webhooks',
    'Where releases are posted to, signed',
    () => import('./commands/webhooks/index.js'),
  ),
  entry(community, 'members', 'The members of the community', () => import('./commands/members/index.js')),
  entry(community, 'people', "A member's people", () => import('./commands/people/index.js')),
  entry(
    community,
    'contacts',
    'Whom to ask when an alert goes unanswered',
    () => import('./commands/contacts/index.js'),
  ),
  entry(community, 'invite', 'Invite a person by a link', () => import('./commands/invite.js')),
  entry(community, 'groups', 'Sharing groups', () => import('./commands/groups/index.js')),
  entry(community, 'regions', 'Look up regions', () => import('./commands/regions.js')),
  entry(
    hub,
    'deliveries',
    'How delivery does, as an operator',
    () => import('./commands/deliveries/index.js'),
  ),
  entry(
    hub,
    'remotes',
    'Feeds that the hub reads, as an operator',
    () => import('./commands/remotes/index.js'),
  ),
  entry(hub, 'audit', 'Read and verify the audit log', () => import('./commands/audit/index.js')),
  entry(hub, 'demo', 'The demo community', () => import('./commands/demo.js')),
];
