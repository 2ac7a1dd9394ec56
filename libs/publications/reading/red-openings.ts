import { Injectable } from '@nestjs/common';
import { type Key, type Principal, personKey, principalOf } from '#access';
import { Audit } from '#audit';
import { Viewers } from '#members';
import { Database } from '#platform';

/** Something red that is about to be handed out. */
export interface Opening {
  readonly objectType: 'publication' | 'draft';
  readonly objectId: string;
}

const PERSON = personKey('');

/**
 * Writes down that somebody opens something red, before they get it. A principal stands for one request: the same thing
 * opened twice in it is written down once.
 */
@Injectable()
export class RedOpenings {
  private readonly written = new WeakMap<Principal, Set<string>>();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly viewers: Viewers,
  ) {}

  /** Resolves once the entries are committed; nothing red may leave before. */
  async record(principal: Principal, openings: readonly Opening[]): Promise<void> {
    const written = this.written.get(principal) ?? new Set<string>();
    const fresh = new Map(
      openings.filter(({ objectId }) => !written.has(objectId)).map((one) => [one.objectId, one]),
    );
    if (fresh.size === 0) return;
    await this.database.write(async (tx) => {
      const reader = principal.viewer
        ? principal
        : principalOf(await this.viewers.load(tx, personOf(principal.held)));
      for (const { objectType, objectId } of fresh.values()) {
        this.audit.append(tx, reader, { action: `${objectType}.opened`, objectType, objectId });
      }
    });
    for (const id of fresh.keys()) written.add(id);
    this.written.set(principal, written);
  }
}

/** Live delivery works an event out for whoever holds the same keys; what is red for one person alone. */
function personOf(held: ReadonlySet<Key>): string {
  for (const key of held) if (key.startsWith(PERSON)) return key.slice(PERSON.length);
  throw new Error('Something red is about to be read by nobody.');
}
