import { Inject, Injectable } from '@nestjs/common';
import {
  type Outgoing,
  type Party,
  type Place,
  type RevisionNote,
  type Source,
  uuid5,
  WATCHFIRE_NAMESPACE,
} from '#exchange';
import { Originals } from '#imports';
import type { MemberRecord } from '#members';
import { CONFIG, type Config } from '#platform';
import type { PublicationView } from '#publications';
import { type Region, RegionsService, sameCovering, toIso } from '#regions';

/** Makes of what a viewer sees what may leave the hub in another format. */
@Injectable()
export class Outgoings {
  constructor(
    private readonly regions: RegionsService,
    private readonly originals: Originals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The hub as the sender of it all: what anyone may know of it. */
  source(): Source {
    const url = this.config.publicUrl;
    return { hub: { id: uuid5(WATCHFIRE_NAMESPACE, url), name: 'Watchfire', kind: 'HUB' }, url };
  }

  /** TLP:RED is left out: it leaves by no way. What several need is read for all of them at once. */
  async of(views: readonly PublicationView[]): Promise<Outgoing[]> {
    const leaving = views.filter(({ tlp }) => tlp !== 'RED');
    const upstream = await this.originals.upstream(leaving);
    return Promise.all(leaving.map((view) => this.one(view, upstream.get(view.id) ?? [])));
  }

  private async one(view: PublicationView, takenFrom: readonly string[]): Promise<Outgoing> {
    const named = view.attribution === 'NAMED' && view.state === 'RELEASED';
    const { id, kind, state, title, summary, body, instructions, tlp, status, severity } = view;
    const { urgency, certainty, affectedSystems, affectedProducts, cves, references } = view;
    const { analyticConfidence, sourcing, handling, acknowledgeWithinMinutes, expiresAt } = view;
    const { updatedAt, withdrawal, onBehalfOf, origin } = view;
    return {
      ...{ id, kind, state, title, summary, body, instructions, tlp, status, severity },
      ...{ urgency, certainty, affectedSystems, affectedProducts, cves, references },
      ...{ analyticConfidence, sourcing, handling, acknowledgeWithinMinutes, expiresAt },
      ...{ updatedAt, withdrawal, takenFrom },
      origin: named && origin ? partyOf(origin) : null,
      onBehalfOf: onBehalfOf && partyOf(onBehalfOf),
      regions: (view.audience?.regions ?? []).map((region) => this.place(region)),
      publishedAt: await view.publishedAt(),
      revisions: await revisionsOf(view),
    };
  }

  private place(region: Region): Place {
    const state = this.regions.tree().stateOf(region.code);
    return {
      code: region.code,
      name: region.fullName,
      stateIso: (state && toIso(state)) ?? null,
      same: sameCovering(region),
    };
  }
}

async function revisionsOf(view: PublicationView): Promise<RevisionNote[]> {
  const [history, revisions] = await Promise.all([view.history(), view.revisions()]);
  const notes = new Map(revisions.map(({ id, note }) => [id, note]));
  return history.map(({ revisionId: id, at }) => ({ id, at, note: notes.get(id) ?? null }));
}

const partyOf = ({ id, name, kind }: MemberRecord): Party => ({ id, name, kind });
