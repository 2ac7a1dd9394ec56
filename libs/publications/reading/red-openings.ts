import { Injectable } from '@nestjs/common';
import { type Key, type Principal, personKey, principalOf } from '#access';
import { Audit } from '#audit';
import { Viewers } from '#members';
import { Database } from '#platform';

/** Something red that is about to be handed out. */
export interface Opening {
  readonly objectType: 'publication' | 'draft' | 'comment';
  readonly objectId: string;
}

const PERSON = personKey('');

/**
 * Writes down that somebody opens something red, before they get it. A principal stands for one request: the same thing
 * opened twice in it is written down once.
 */
@Injectable()
export class RedOpenings {
  private readonly written = new WeakMap<Principal, Map<string, Promise<void>>>();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly viewers: Viewers,
  ) {}

  /** Resolves once the entries are committed; nothing red may leave before. */
  async record(principal: Principal, openings: readonly Opening[]): Promise<void> {
    if (openings.length === 0) return;
    const written = this.written.get(principal) ?? new Map<string, Promise<void>>();
    this.written.set(principal, written);
    const fresh = new Map(
      openings.filter(({ objectId }) => !written.has(objectId)).map((one) => [one.objectId, one]),
    );
    if (fresh.size > 0) {
      const writing = this.write(principal, [...fresh.values()]);
      for (const id of fresh.keys()) written.set(id, writing);
    }
    await Promise.all(openings.map(({ objectId }) => written.get(objectId)));
  }

  private async write(principal: Principal, openings: readonly Opening[]): Promise<void> {
    await this.database.write(async (tx) => {
      const reader = principal.viewer
        ? principal
        : principalOf(await this.viewers.load(tx, personOf(principal.held)));
      for (const { objectType, objectId } of openings) {
        this.audit.append(tx, reader, { action: `${objectType}.opened`, objectType, objectId });
      }
    });
  }
}

/** Live delivery works an event out for whoever holds the same keys; what is red for one person alone. */
function personOf(held: ReadonlySet<Key>): string {
  for (const key of held) if (key.startsWith(PERSON)) return key.slice(PERSON.length);
  throw new Error('Something red is about to be read by nobody.');
}
