import type { Agent } from 'undici';
import { guardedAgent, type Networks } from '#platform/outgoing';
import type { Answered } from './answer.js';

const ANSWERS_WITHIN = 15_000;
/** Headers of an answer; of its body nothing is kept. Bytes. */
const MOST_HEADERS = 16 * 1024;
const MOST_BODY = 16 * 1024;
/** What is left of an answer's body after so long is not waited for. Milliseconds. */
const BODY_WITHIN = 5_000;
const IDLE = 10_000;
/** To one host and port. */
const CONNECTIONS = 128;

/** Posts to addresses that strangers chose: redirects are not followed; time and size are bounded. */
export class WebhookClient {
  private readonly agent: Agent;

  constructor(networks: Networks) {
    this.agent = guardedAgent(networks, {
      connections: CONNECTIONS,
      pipelining: 1,
      headersTimeout: ANSWERS_WITHIN,
      bodyTimeout: BODY_WITHIN,
      maxHeaderSize: MOST_HEADERS,
      keepAliveTimeout: IDLE,
    });
  }

  /**
   * An answer is known by its status. Its body is read past, so that the connection can be used again, unless it is long or slow.
   * @throws AddressRefused; whatever keeps the request from being answered in time
   */
  post(url: URL, headers: Record<string, string>, body: Uint8Array): Promise<Answered> {
    const request = {
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body,
    } as const;
    return new Promise((resolve, reject) => {
      let size = 0;
      let until = Number.POSITIVE_INFINITY;
      this.agent.dispatch(request, {
        onRequestStart: () => {},
        onResponseStart: (_, status, told) => {
          if (status < 200) return;
          until = performance.now() + BODY_WITHIN;
          resolve({ status, headers: told });
        },
        onResponseData: (controller, chunk) => {
          size += chunk.length;
          if (size > MOST_BODY || performance.now() > until)
            controller.abort(new Error('The answer is too long.'));
        },
        onResponseEnd: () => {},
        onResponseError: (_, error) => reject(error),
      });
    });
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
