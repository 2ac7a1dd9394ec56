import type { Reader } from '../data/community.js';
import { PASSWORD } from '../data/fill.js';
import type { LoadRequest } from './load.js';
import type { Server } from './processes.js';

export type Name = 'hub' | 'reference';

/** What a client shows as its first screen. */
const QUERY = `query Feed($first: Int!) {
  publications(first: $first) {
    edges {
      node {
        id kind tlp title summary severity status updatedAt
        origin { id name kind }
        audience { regions { code name } }
        inbox { state arrivedAt readAt }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The same question as each server takes it, one request a reader. */
export const requestsTo = (name: Name, tokens: readonly string[]): LoadRequest[] =>
  tokens.map((token): LoadRequest => {
    const authorization = `Bearer ${token}`;
    if (name === 'reference') return { method: 'GET', path: '/feed', headers: { authorization }, body: null };
    const body = JSON.stringify({ query: QUERY, variables: { first: 20 } });
    return {
      method: 'POST',
      path: '/graphql',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    };
  });

/** Each reader signs in as a program does. @returns their tokens */
export async function signIn(hub: Server, readers: readonly Reader[]): Promise<string[]> {
  const query = 'mutation ($input: SignInInput!) { issueToken(input: $input) { token } }';
  const tokens: string[] = [];
  for (const { email } of readers) {
    const answer = await ask(hub.origin, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { email, password: PASSWORD } } }),
    });
    const token = JSON.parse(answer).data?.issueToken?.token;
    if (typeof token !== 'string') throw new Error(`Signing in failed: ${answer}`);
    tokens.push(token);
  }
  return tokens;
}

async function ask(origin: string, { path, ...request }: LoadRequest): Promise<string> {
  return (await fetch(`${origin}${path}`, request)).text();
}

/** Nothing is compared that does not say the same. @throws when two answers differ */
export async function assertSame(
  servers: Readonly<Record<Name, Server>>,
  tokens: readonly string[],
): Promise<void> {
  for (const place of tokens.keys()) {
    const answerOf = async (name: Name) =>
      (await ask(servers[name].origin, requestsTo(name, tokens)[place] as LoadRequest)).trim();
    const [hub, reference] = [await answerOf('hub'), await answerOf('reference')];
    const lines = JSON.parse(hub).data?.publications?.edges?.length;
    if (lines !== 20) throw new Error(`The hub shows ${lines} publications: ${hub.slice(0, 500)}`);
    if (hub !== reference) throw new Error(`The two servers differ:\n${differing(hub, reference)}`);
  }
}

/** Where two texts part, with some of what follows. */
function differing(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 200)).join('\n');
}
