import { isIP } from 'node:net';
import { badInput, cleanLine } from '#platform';
import type { Networks } from '../outgoing/networks.js';

const LONGEST = 2_000;
const FIELD = ['input', 'url'];

/**
 * An address to post to. What its name leads to is not asked here, since that can change; it is at every connection.
 * @throws Refusal BAD_INPUT
 */
export function readWebhookUrl(text: string, networks: Networks): string {
  const cleaned = cleanLine(text, { field: FIELD, min: 1, max: LONGEST });
  if (!URL.canParse(cleaned)) throw badInput(FIELD, 'This is no URL.');
  const url = new URL(cleaned);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw badInput(FIELD, 'Give an https URL.');
  if (url.username || url.password)
    throw badInput(FIELD, 'Put no user or password into it: each request is signed.');
  if (url.hash) throw badInput(FIELD, 'Leave out what follows #: it is never sent.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !networks.admits(host)) {
    throw badInput(FIELD, 'This address lies in a network to which the hub sends nothing.');
  }
  if (url.protocol === 'http:' && !(isIP(host) === 0 ? networks.allowsAny : networks.isAllowed(host))) {
    throw badInput(FIELD, 'Give an https URL; http is for networks that the hub’s operator allows.');
  }
  return url.href;
}
