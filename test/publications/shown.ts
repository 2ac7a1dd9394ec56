import type { PublicationView } from '#publications';

/** All of a publication that is the same for all who hold the same keys to it: what the contract marks as shared. */
export async function sharedPart(view: PublicationView | null): Promise<object | null> {
  if (!view) return null;
  const {
    id,
    kind,
    state,
    title,
    summary,
    body,
    instructions,
    tlp,
    tlpLabel,
    attribution,
    status,
    severity,
  } = view;
  const { urgency, certainty, affectedSystems, affectedProducts, cves, references, expiresAt, updatedAt } =
    view;
  const revisions = await view.revisions();
  return {
    ...{ id, kind, state, title, summary, body, instructions, tlp, tlpLabel, attribution, status, severity },
    ...{ urgency, certainty, affectedSystems, affectedProducts, cves, references, expiresAt, updatedAt },
    origin: view.origin?.id ?? null,
    onBehalfOf: view.onBehalfOf?.id ?? null,
    withdrawal: view.withdrawal,
    publishedAt: await view.publishedAt(),
    regions: view.audience?.regions.map(({ code }) => code),
    memberKinds: view.audience?.memberKinds,
    revision: view.revision?.id,
    number: await view.revision?.number(),
    revisions: await Promise.all(
      revisions.map(async (one) => [one.id, await one.number(), one.title, one.releasedAt, one.tlp]),
    ),
    supersedes: await Promise.all((await view.supersedes()).map(neighbour)),
    supersededBy: await neighbour(await view.supersededBy()),
  };
}

const neighbour = async (view: PublicationView | null) =>
  view && [view.id, view.title, view.origin?.id, await view.publishedAt(), await view.revision?.number()];

/** All that the contract shows of a publication. */
export async function shown(view: PublicationView | null): Promise<object | null> {
  const releasers = (await view?.revisions())?.map((one) => one.releasedBy());
  return (
    view && {
      ...(await sharedPart(view)),
      groups: await view.audience?.groups(),
      persons: await view.audience?.persons(),
      releasedBy: await Promise.all(releasers ?? []),
    }
  );
}
