import { usage } from '../failure.js';

/** Where a hub listens that was started with nothing configured. */
export const USUAL_HUB = 'http://localhost:4000';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A hub's address as it is kept and compared: without a slash at its end. */
export function hubUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search || url.hash) {
    throw usage(`The hub's address must be an http or https URL such as ${USUAL_HUB}.`);
  }
  if (url.username || url.password) throw usage("The hub's address must not hold a name or password.");
  return url.href.replace(/\/+$/, '');
}

/** Refuses to send a secret where anyone on the way could read it. */
export function mustBePrivate(hub: string, env: NodeJS.ProcessEnv): void {
  const { protocol, hostname } = new URL(hub);
  if (protocol === 'https:' || loopback.test(hostname) || env.WATCHFIRE_PLAIN_HTTP === '1') return;
  throw usage(
    `${hub} is not encrypted, so nothing secret is sent to it: use https, or set WATCHFIRE_PLAIN_HTTP=1 if the way there is safe.`,
  );
}

/** Where queries and mutations go. */
export const graphqlUrl = (hub: string): string => `${hub}/graphql`;

/** Where live operations go over WebSocket (graphql-transport-ws). */
export const socketUrl = (hub: string): string => `${hub.replace(/^http/, 'ws')}/graphql`;

/** Where live operations go as server-sent events (GraphQL over SSE, distinct connections). */
export const streamUrl = (hub: string): string => `${hub}/graphql/stream`;
