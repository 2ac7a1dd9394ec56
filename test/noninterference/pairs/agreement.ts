import { knowsGroup, seesDraft, seesPublication } from '../model/rules.js';
import type { World } from '../world/world.js';
import type { Viewer } from './plan.js';

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Where what a viewer is told by lists is not what the proof holds to be theirs to see: nothing more, nothing less, and the
 * feed in the order of releases.
 */
export async function disagreements(world: World, viewer: Viewer): Promise<string[]> {
  const { facts } = world;
  const { asker } = viewer;
  const feed = Object.values(facts.publications)
    .filter(({ id }) => seesPublication(facts, asker, id))
    .sort((a, b) => b.latest - a.latest)
    .map(({ id }) => id);
  const drafts = Object.values(facts.drafts).filter((draft) => seesDraft(facts, asker, draft));
  const groups = Object.keys(facts.groups).filter((id) => knowsGroup(facts, asker, id));
  const held: Record<string, string[]> = {
    publications: feed,
    drafts: drafts.map(({ id }) => id).sort(),
    groups: groups.sort(),
  };
  const differing: string[] = [];
  for (const [root, ids] of Object.entries(held)) {
    const told = await listed(world, viewer, root);
    if (root !== 'publications') told.sort();
    if (told.join() !== ids.join()) differing.push(`${viewer.name}, ${root}: told ${told}, held ${ids}`);
  }
  const query = '{ searchPublications(first: 1) { totalCount } }';
  const { data } = await world.ask(viewer.carrier, { query });
  const counted = (data?.searchPublications as { totalCount: number } | undefined)?.totalCount;
  if (counted !== feed.length) differing.push(`${viewer.name}: counted ${counted} of ${feed.length}`);
  return differing;
}

/** Everything on a list, page by page; nothing on one that refuses. */
async function listed(world: World, { carrier }: Viewer, root: string): Promise<string[]> {
  const query = `query ($after: Cursor) { ${root}(first: 7, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await world.ask(carrier, { query, variables: { after } });
    const page = data?.[root] as Page | undefined;
    ids.push(...(page?.edges ?? []).map(({ node }) => node.id));
    if (!page?.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
}
