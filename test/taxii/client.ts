import type { Clock } from '#platform';
import { Office, type Told } from '../indicators/office.js';
import { followed } from '../support/followed.js';
import type { Desk } from '../support/office-world.js';

export const TAXII = 'application/taxii+json;version=2.1';

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly body?: string;
  /** Who asks; nobody for null. */
  readonly as?: Desk | null;
}

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Told;
}

/** A TAXII client at a hub. */
export class Taxii {
  private constructor(readonly office: Office) {}

  static async open(env: Record<string, string> = {}, clock?: Clock): Promise<Taxii> {
    return new Taxii(await Office.open(env, clock));
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** Until releases are in the log of objects. */
  settle(): Promise<void> {
    return followed(this.office.hub.app);
  }

  async ask(path: string, { method = 'GET', headers = {}, body, as = 'official' }: Asked = {}): Promise<Got> {
    const token = this.office.tokenOf(as);
    const sent: Record<string, string> = {
      accept: TAXII,
      ...(token && { authorization: `Bearer ${token}` }),
    };
    for (const [name, value] of Object.entries(headers)) {
      if (value === undefined) delete sent[name];
      else sent[name] = value;
    }
    const answer = await fetch(`${this.office.hub.url}${path}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    let json: Told = null;
    try {
      json = JSON.parse(text);
    } catch {
      // Some answers have no body.
    }
    return { status: answer.status, headers: answer.headers, text, json };
  }

  at(collection: string, rest = '', asked: Asked = {}): Promise<Got> {
    return this.ask(`/taxii2/community/collections/${collection}/${rest}`, asked);
  }

  post(collection: string, objects: unknown, asked: Asked = {}): Promise<Got> {
    return this.at(collection, 'objects/', {
      method: 'POST',
      body: typeof objects === 'string' ? objects : JSON.stringify({ objects }),
      ...asked,
      headers: { 'content-type': TAXII, ...asked.headers },
    });
  }

  /** Everything in a collection, page by page. */
  async all(collection: string, query = '', asked: Asked = {}): Promise<Told[]> {
    const objects: Told[] = [];
    for (let next = ''; ; ) {
      const { json } = await this.at(
        collection,
        `objects/?limit=7&${query}${next && `&next=${next}`}`,
        asked,
      );
      objects.push(...(json.objects ?? []));
      if (!json.more) return objects;
      next = json.next;
    }
  }
}

export const indicator = (uuid: string, modified: string, more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${uuid}`,
  created: '2026-01-01T00:00:00.000Z',
  modified,
  pattern: "[ipv4-addr:value = '45.9.148.1']",
  pattern_type: 'stix',
  valid_from: '2026-01-01T00:00:00Z',
  ...more,
});
