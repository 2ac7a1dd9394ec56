import { createHash } from 'node:crypto';
import type { HttpReply, HttpRequest } from './exchanged.js';

/** What is sent for a GET. */
export interface Body {
  readonly type: string;
  readonly text: string;
  /** Whether anybody at all is sent the same. */
  readonly open: boolean;
}

/**
 * Sends it, or says that what the reader has is still the same. The tag is made of what is sent and of nothing else, so it tells
 * no more than that. RFC 9110, sections 8.8.3 and 13.1.2.
 */
export function answer(request: HttpRequest, reply: HttpReply, { type, text, open }: Body): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', open ? 'public, no-cache' : 'private, no-cache');
  if (open) reply.header('access-control-allow-origin', '*');
  if (holds(request.headers['if-none-match'], etag)) reply.code(304).send();
  else reply.code(200).type(type).send(text);
}

const holds = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')));
