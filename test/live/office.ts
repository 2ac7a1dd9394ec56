import { LiveHub } from '#live';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub, type TestHubOptions } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';
import { Listening, type Release, type Wish } from './listen.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const PUBLISH =
  'mutation ($input: PublishInput!) { publish(input: $input) { outcome cursor publication { id revision { id } } } }';

const CONTENT = {
  kind: 'ALERT',
  title: 'Pollbooks are down',
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
};

interface Published {
  readonly id: string;
  readonly revisionId: string;
  readonly cursor: string;
}

/** A hub with an office at each desk, to which one can listen. */
export class LiveOffice {
  private readonly listenings: Listening<never>[] = [];

  private constructor(
    readonly hub: TestHub,
    readonly desks: Record<Desk, Someone>,
  ) {}

  static async open({ env, ...options }: TestHubOptions = {}): Promise<LiveOffice> {
    const hub = await startHub({ ...options, env: { WATCHFIRE_REVIEW_NATIONAL: 'false', ...env } });
    return new LiveOffice(hub, await openOffices(hub));
  }

  get live(): LiveHub {
    return this.hub.app.get(LiveHub);
  }

  /** Listens, and waits until the hub has taken it up or refused it. */
  async listen<R = Release>(desk: Desk | null, wish: Omit<Wish, 'token'> = {}): Promise<Listening<R>> {
    const before = this.live.figures.listenersInStep;
    const listening = this.begin<R>({ ...wish, token: desk === null ? null : this.desks[desk].token });
    while (this.live.figures.listenersInStep === before && listening.end === null) await pause(5);
    return listening;
  }

  /** @throws when it is refused */
  async act<T = Record<string, unknown>>(desk: Desk, query: string, input: object): Promise<T> {
    const { data, errors } = await ask<T>(this.hub.url, this.desks[desk].token, query, { input });
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  async publish(desk: Desk, content: object): Promise<Published> {
    const { publish } = await this.act<{ publish: Outcome }>(desk, PUBLISH, {
      content: { ...CONTENT, ...content },
    });
    if (!publish.publication) throw new Error(publish.outcome);
    return {
      id: publish.publication.id,
      revisionId: publish.publication.revision.id,
      cursor: publish.cursor,
    };
  }

  /** Begins to listen, without waiting for the hub. */
  begin<R = Release>(wish: Wish & { readonly url?: string }): Listening<R> {
    const { url = this.hub.url, ...rest } = wish;
    const listening = new Listening<R>(url, rest);
    this.listenings.push(listening as unknown as Listening<never>);
    return listening;
  }

  /** Stops all of it, and waits until the hub knows. */
  async stopListening(): Promise<void> {
    for (const listening of this.listenings.splice(0)) listening.stop();
    for (let left = 500; this.live.figures.connections > 0 && left > 0; left -= 1) await pause(10);
  }

  async close(): Promise<void> {
    await this.stopListening();
    await this.hub.close();
  }
}

interface Outcome {
  readonly outcome: string;
  readonly cursor: string;
  readonly publication: { readonly id: string; readonly revision: { readonly id: string } } | null;
}
