import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { notFound } from '#platform';
import type { PublicationView } from './publication-view.js';
import { Views } from './views.js';

/** Publications by id, as a principal may see them. */
@Injectable()
export class Publications {
  constructor(private readonly views: Views) {}

  /** Those of them that the principal may see, in one statement. What is red is written down as opened. */
  byIds(principal: Principal, ids: Iterable<string>): Promise<Map<string, PublicationView>> {
    return this.views.publications(principal, [...ids]);
  }

  /**
   * Publications as they were by their revisions, each by the id of the revision: those that the principal may see of those that
   * stand, and of what was withdrawn the last.
   */
  asOf(
    principal: Principal,
    revisions: readonly { readonly publicationId: string; readonly revisionId: string }[],
  ): Promise<Map<string, PublicationView>> {
    return this.views.asOf(principal, revisions);
  }

  /** One that the principal may see; null for an absent one and for one not seen. */
  async one(principal: Principal, id: string): Promise<PublicationView | null> {
    return (await this.byIds(principal, [id])).get(id) ?? null;
  }

  /** @throws Refusal NOT_FOUND for an absent one and for one not seen: the two are one answer */
  async get(principal: Principal, id: string): Promise<PublicationView> {
    const found = await this.one(principal, id);
    if (!found) throw notFound();
    return found;
  }
}
