import {
  knowsGroup,
  personOf,
  presentOf,
  seesComment,
  seesDraft,
  seesIndicator,
  seesPublication,
  seesRevision,
} from '../model/rules.js';
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
  const indicators = Object.keys(facts.indicators).filter((id) => seesIndicator(facts, asker, id));
  const held: Record<string, string[]> = {
    publications: feed,
    drafts: drafts.map(({ id }) => id).sort(),
    groups: groups.sort(),
    indicators: indicators.sort(),
  };
  const differing: string[] = [];
  for (const [root, ids] of Object.entries(held)) {
    const told = await listed(world, viewer, root);
    if (root !== 'publications') told.sort();
    if (told.join() !== ids.join()) differing.push(`${viewer.name}, ${root}: told ${told}, held ${ids}`);
  }
  if (personOf(facts, asker)) differing.push(...(await ofInbox(world, viewer)));
  differing.push(...(await ofRevisions(world, viewer)));
  differing.push(...(await ofTaxii(world, viewer)));
  differing.push(...(await ofComments(world, viewer)));
  const { data } = await world.ask(viewer.carrier, {
    query: '{ searchPublications(first: 1) { totalCount } }',
  });
  const counted = (data?.searchPublications as { totalCount: number } | undefined)?.totalCount;
  if (counted !== feed.length) differing.push(`${viewer.name}: counted ${counted} of ${feed.length}`);
  return differing;
}

/** Collections hold the reports of what is seen and not red, and no others. Cookies count for nothing there. */
async function ofTaxii({ facts, hub }: World, { name, asker, carrier }: Viewer): Promise<string[]> {
  if (!carrier.authorization) return [];
  const told: string[] = [];
  for (const root of ['community', 'exercises']) {
    const path = `/taxii2/${root}/collections/all/objects/?match[type]=report&limit=1000`;
    const body = await hub.answer(carrier, { path, query: '' });
    told.push(...[...body.matchAll(/"id":"report--([^"]+)"/g)].map(([, id = '']) => id));
  }
  const held = Object.values(facts.publications).filter(
    (one) => presentOf(one).released.tlp !== 'RED' && seesPublication(facts, asker, one.id),
  );
  const [is, wanted] = [
    told.sort().join(),
    held
      .map(({ id }) => id)
      .sort()
      .join(),
  ];
  return is === wanted ? [] : [`${name}: told the reports ${is}, held ${wanted}`];
}

/** An inbox has nothing of what is not seen, and its count is what it lists. */
async function ofInbox({ facts, hub }: World, { name, asker, carrier }: Viewer): Promise<string[]> {
  const query = `{ inbox(states: [UNREAD], first: 100) { edges { node { publication { id } } } } inboxCounts { unread } }`;
  const { data } = await hub.ask(carrier, { query });
  const told = data as { inbox: InboxPage; inboxCounts: { unread: number } } | null | undefined;
  const ids = told?.inbox.edges.map(({ node }) => node.publication.id) ?? [];
  const unseen = ids.filter((id) => !seesPublication(facts, asker, id));
  const counted = told?.inboxCounts.unread ?? 0;
  return [
    ...unseen.map((id) => `${name}: ${id} in the inbox`),
    ...(counted === ids.length ? [] : [`${name}: counted ${counted} of ${ids.length} unread`]),
  ];
}

interface InboxPage {
  readonly edges: readonly { readonly node: { readonly publication: { readonly id: string } } }[];
}

/** What was said about a publication, in its order, and no more counted than that. */
async function ofComments({ facts, hub }: World, { name, asker, carrier }: Viewer): Promise<string[]> {
  const query = `{ publications(first: 100) { edges { node { id commentCount comments(first: 50) { edges { node { id } } } } } } }`;
  const { data } = await hub.ask(carrier, { query });
  const told = (data?.publications as CommentPage | undefined)?.edges ?? [];
  return told.flatMap(({ node: { id, commentCount, comments } }) => {
    const seen = Object.values(facts.comments).filter(
      (comment) => comment.publicationId === id && seesComment(facts, asker, comment),
    );
    const held = [seen.filter(({ ended }) => !ended).length, ...seen.map((comment) => comment.id)].join();
    const is = [commentCount, ...comments.edges.map(({ node }) => node.id)].join();
    return is === held ? [] : [`${name}: told the comments ${is} of ${id}, held ${held}`];
  });
}

interface CommentPage {
  readonly edges: readonly {
    readonly node: {
      readonly id: string;
      readonly commentCount: number;
      readonly comments: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
    };
  }[];
}

/** What somebody does not see of a publication's past does not count, neither in its numbers nor in its times. */
async function ofRevisions({ facts, hub }: World, { name, asker, carrier }: Viewer): Promise<string[]> {
  const query = `{ publications(first: 100) { edges { node { id publishedAt revision { number }
    revisions { id number releasedAt } } } } }`;
  const { data } = await hub.ask(carrier, { query });
  const told = (data?.publications as RevisionPage | undefined)?.edges ?? [];
  return told.flatMap(({ node: { id, publishedAt, revision, revisions } }) => {
    const publication = facts.publications[id];
    if (!publication || publication.withdrawn) return [];
    const seen = publication.revisions.filter((one) => seesRevision(facts, asker, id, one));
    const held = {
      publishedAt: seen[0]?.at,
      revision: { number: seen.length },
      revisions: seen.map(({ id: revisionId, at }, index) => ({
        id: revisionId,
        number: index + 1,
        releasedAt: at,
      })),
    };
    const is = JSON.stringify({ publishedAt, revision, revisions });
    return is === JSON.stringify(held) ? [] : [`${name}: told ${is}, held ${JSON.stringify(held)}`];
  });
}

interface RevisionPage {
  readonly edges: readonly {
    readonly node: {
      readonly id: string;
      readonly publishedAt: string;
      readonly revision: { readonly number: number } | null;
      readonly revisions: readonly {
        readonly id: string;
        readonly number: number;
        readonly releasedAt: string;
      }[];
    };
  }[];
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
