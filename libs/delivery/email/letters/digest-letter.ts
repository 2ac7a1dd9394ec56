import { TLPS, type Tlp } from '#access';
import type { PublicationStatus } from '#contract';
import { type Block, type Letter, STATUS_MARKS, TLP_MARKS } from '#mail';
import type { Reader, Told, Ways } from './facts.js';
import { footerOf } from './footer.js';
import { kindOf } from './release-letter.js';
import { isSecret } from './secret-letter.js';
import { moment } from './words.js';

/** One thing of a digest. */
export interface DigestItem {
  readonly told: Told;
  readonly what: 'NEW' | 'UPDATED' | 'WITHDRAWN';
  readonly at: string;
  readonly read: string;
}

/**
 * What came since the last digest, the most severe first. Nothing red is in it.
 * @param more how many more there are, which it does not tell of
 */
export function digestLetter(
  items: readonly DigestItem[],
  more: number,
  ways: Pick<Ways, 'settings' | 'unsubscribe'> & { readonly inbox: string },
  reader: Reader,
): Letter {
  const shown = items.filter(({ told }) => !isSecret(told.tlp));
  const hidden = items.length - shown.length;
  const tlp = strictest(items.map(({ told }) => told.tlp));
  const count = items.length + Math.max(more, 0);
  return {
    subject: `Digest: ${count} ${count === 1 ? 'publication' : 'publications'}`,
    tlp,
    status: statusOf(items),
    blocks: [
      { kind: 'title', text: 'Since your last digest' },
      ...shown.flatMap((item) => itemBlocks(item, reader)),
      ...(hidden === 0 ? [] : hiddenBlocks(hidden)),
      ...(more > 0 ? [{ kind: 'text', text: `And ${more} more, in your inbox.` } as const] : []),
      { kind: 'actions', actions: [{ label: 'Open your inbox', url: ways.inbox }] },
    ],
    footer: footerOf('You get this because your preferences ask for a digest.', tlp, ways),
  };
}

function itemBlocks({ told, what, at, read }: DigestItem, { timeZone }: Reader): Block[] {
  const status = STATUS_MARKS[told.status];
  const news = what === 'NEW' ? '' : what === 'UPDATED' ? 'Updated: ' : 'Withdrawn: ';
  const rows: [string, string][] = [
    ['TLP', TLP_MARKS[told.tlp].label],
    ['Kind', kindOf(told)],
    ...(what === 'WITHDRAWN' ? [] : [from(told)]),
    ['Released', moment(at, timeZone)],
  ];
  return [
    { kind: 'heading', text: `${status ? `[${told.status}] ` : ''}${news}${told.title ?? ''}` },
    ...(status ? [{ kind: 'text', text: status } as const] : []),
    { kind: 'facts', rows },
    ...(told.summary ? [{ kind: 'text', text: told.summary } as const] : []),
    { kind: 'links', links: [{ label: 'Read it', url: read }] },
  ];
}

const from = ({ origin }: Told): [string, string] => [
  'From',
  origin ? origin.name : 'an office that is not named',
];

const hiddenBlocks = (count: number): Block[] => [
  { kind: 'heading', text: 'Sign in to read' },
  { kind: 'text', text: `${count} more that ${count === 1 ? 'does' : 'do'} not travel by mail.` },
];

const strictest = (tlps: readonly Tlp[]): Tlp =>
  tlps.reduce((most, tlp) => (TLPS.indexOf(tlp) > TLPS.indexOf(most) ? tlp : most), 'CLEAR');

/** Marked as a whole where all of it is alike; else each thing is marked by itself. */
function statusOf(items: readonly DigestItem[]): PublicationStatus {
  const [first] = items;
  return first && items.every(({ told }) => told.status === first.told.status) ? first.told.status : 'ACTUAL';
}
