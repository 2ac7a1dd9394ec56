import { isIP } from 'node:net';
import { badInput } from '../errors.js';
import { cleanLine } from '../text.js';
import type { Networks } from './networks.js';

const LONGEST = 2_000;

/**
 * An address to which the hub is to connect. What its name leads to is not asked here, since that can change; it is at every
 * connection.
 * @throws Refusal BAD_INPUT naming the field
 */
export function readOutgoingUrl(text: string, networks: Networks, field: readonly string[]): string {
  const cleaned = cleanLine(text, { field, min: 1, max: LONGEST });
  if (!URL.canParse(cleaned)) throw badInput(field, 'This is no URL.');
  const url = new URL(cleaned);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw badInput(field, 'Give an https URL.');
  if (url.username || url.password) throw badInput(field, 'Put no user and no password into it.');
  if (url.hash) throw badInput(field, 'Leave out what follows #: it is never sent.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !networks.admits(host)) {
    throw badInput(field, 'This address lies in a network to which the hub sends nothing.');
  }
  if (url.protocol === 'http:' && !(isIP(host) === 0 ? networks.allowsAny : networks.isAllowed(host))) {
    throw badInput(field, 'Give an https URL; http is for networks that the hub’s operator allows.');
  }
  return url.href;
}
