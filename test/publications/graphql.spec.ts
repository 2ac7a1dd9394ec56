import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';
import { ANONYMOUS } from '#access';
import { AccessGuard, contractSources, type Mutation, type Query } from '#contract';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase } from './hub.js';

const PUBLICATION = `id kind state title summary body instructions tlp tlpLabel attribution status severity urgency certainty
  audience { regions { code name } memberKinds groups { id } persons { id } } origin { id name } onBehalfOf { id }
  affectedSystems affectedProducts cves references { title url } analyticConfidence sourcing handling acknowledgeWithinMinutes
  expiresAt publishedAt updatedAt withdrawal { at reason } supersedes { id } supersededBy { id }
  revision { id number releasedAt note title tlp severity audience { regions { code } } releasedBy { id name } }
  revisions { id number title }`;
const PAYLOAD = `outcome reviewReasons cursor publication { ${PUBLICATION} } draft { id version state }`;
const DRAFT = `draft { id version state member { id } author { id } revises { id } reviewReasons reviewNote note updatedAt
  supersedes { id } content { kind title tlp attribution status severity audience { regions { code } } onBehalfOf { id } } }`;

describe('the contract of publications', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let centre: Office;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(
      place,
      {},
      {
        imports: [
          GraphQLModule.forRoot<ApolloDriverConfig>({
            driver: ApolloDriver,
            typeDefs: contractSources().join('\n'),
          }),
        ],
        providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
      },
    );
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    centre = await hub.office('HUB', 'US');
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  async function ask<T extends keyof Mutation | keyof Query>(
    who: Office | null,
    source: string,
    variableValues: object = {},
  ) {
    const principal = who === null ? ANONYMOUS : await hub.as(who);
    const contextValue = {
      principal,
      requestId: 'r',
      loaders: new Map(),
      client: { address: '', userAgent: null },
    };
    const { schema } = hub.get(GraphQLSchemaHost);
    const { data, errors } = await graphql({
      schema,
      source,
      contextValue,
      variableValues: { ...variableValues },
    });
    return {
      data: data as unknown as Pick<Mutation & Query, T>,
      errors: errors?.map(({ originalError, message }) => originalError ?? message),
    };
  }

  it('takes a publication from its publishing to its withdrawal', async () => {
    const publish = `mutation ($input: PublishInput!) { publish(input: $input) { ${PAYLOAD} } }`;
    const { data, errors } = await ask<'publish'>(dane, publish, { input: { content: alert() } });
    expect(errors).toBeUndefined();
    const id = data.publish.publication?.id ?? '';
    const first = data.publish.publication?.revision?.id ?? '';
    expect(data.publish).toMatchObject({
      outcome: 'RELEASED',
      reviewReasons: [],
      draft: null,
      publication: {
        title: 'Pollbooks down',
        tlp: 'AMBER',
        origin: { id: dane.memberId },
        audience: { regions: [{ code: '55', name: 'Wisconsin' }], groups: [], persons: [] },
        revision: { number: 1, releasedBy: { id: dane.personId } },
        revisions: [{ number: 1 }],
        supersedes: [],
        supersededBy: null,
      },
    });
    const revise = `mutation ($input: RevisePublicationInput!) { revisePublication(input: $input) { ${PAYLOAD} } }`;
    const revising = { id, revisionId: first, note: 'Better', content: alert({ title: 'Up again' }) };
    const revised = await ask<'revisePublication'>(centre, revise, { input: revising });
    expect(revised.data.revisePublication.publication).toMatchObject({
      title: 'Up again',
      revision: { number: 2 },
    });
    const change = `mutation ($input: ChangeAudienceInput!) { changeAudience(input: $input) { ${PAYLOAD} } }`;
    const revisionId = revised.data.revisePublication.publication?.revision?.id;
    const changed = await ask<'changeAudience'>(dane, change, {
      input: { id, revisionId, audience: { regions: ['55025'] }, tlp: 'GREEN' },
    });
    expect(changed.data.changeAudience.publication).toMatchObject({ tlp: 'GREEN', tlpLabel: 'TLP:GREEN' });
    const withdraw = `mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { ${PAYLOAD} } }`;
    const gone = await ask<'withdrawPublication'>(dane, withdraw, { input: { id, reason: 'Over' } });
    expect(gone.data.withdrawPublication.publication).toMatchObject({
      state: 'WITHDRAWN',
      withdrawal: { reason: 'Over' },
    });

    const read = `query ($id: ID!) { publication(id: $id) { ${PUBLICATION} }
      publications { edges { cursor node { id title } } pageInfo { hasNextPage endCursor } }
      releases { edges { cursor node { cursor what at publicationId publication { id } revision { id number } } }
        pageInfo { endCursor } }
      releasePosition }`;
    const seen = await ask<'publication' | 'publications' | 'releases' | 'releasePosition'>(wisconsin, read, {
      id,
    });
    expect(seen.errors).toBeUndefined();
    expect(seen.data.releases.edges.map(({ node }: { node: { what: string } }) => node.what)).toEqual([
      'PUBLISHED',
      'REVISED',
      'AUDIENCE_CHANGED',
      'WITHDRAWN',
    ]);
    expect(seen.data.releasePosition).toBe(seen.data.releases.pageInfo.endCursor);
    expect(
      (await ask<'publication' | 'publications' | 'releases' | 'releasePosition'>(null, read, { id })).data,
    ).toMatchObject({
      publication: null,
      publications: { edges: [] },
    });
  });

  it('takes a draft from its beginning to its end', async () => {
    const create = `mutation ($input: CreateDraftInput!) { createDraft(input: $input) { ${DRAFT} } }`;
    const { data, errors } = await ask<'createDraft'>(dane, create, { input: { content: alert() } });
    expect(errors).toBeUndefined();
    const id = data.createDraft.draft?.id;
    const update = `mutation ($input: UpdateDraftInput!) { updateDraft(input: $input) { ${DRAFT} } }`;
    const updated = await ask<'updateDraft'>(dane, update, {
      input: { id, version: 1, content: alert({ title: 'T' }) },
    });
    expect(updated.data.updateDraft.draft).toMatchObject({
      version: 2,
      content: { title: 'T', tlp: 'AMBER' },
    });
    const submit = `mutation ($input: SubmitDraftInput!) { submitDraft(input: $input) { ${DRAFT} } }`;
    const submitted = await ask<'submitDraft'>(dane, submit, { input: { id } });
    expect(submitted.data.submitDraft.draft).toMatchObject({
      state: 'SUBMITTED',
      reviewReasons: ['REQUESTED'],
    });
    const list = '{ drafts(filter: { states: [SUBMITTED] }) { edges { node { id } } } }';
    expect((await ask<'drafts'>(centre, list)).data.drafts.edges).toEqual([{ node: { id } }]);
    const giveBack = `mutation ($input: ReturnDraftInput!) { returnDraft(input: $input) { ${DRAFT} } }`;
    const returned = await ask<'returnDraft'>(centre, giveBack, { input: { id, note: 'More' } });
    expect(returned).toEqual({ data: { returnDraft: { draft: null } }, errors: undefined });
    const one = `query ($id: ID!) { draft(id: $id) { state reviewNote } }`;
    expect((await ask<'draft'>(dane, one, { id })).data.draft).toEqual({
      state: 'RETURNED',
      reviewNote: 'More',
    });
    expect((await ask<'draft'>(wisconsin, one, { id })).data.draft).toBeNull();
    const release = `mutation ($input: ReleaseDraftInput!) { releaseDraft(input: $input) { ${PAYLOAD} } }`;
    const out = await ask<'releaseDraft'>(dane, release, { input: { id, version: 4 } });
    expect(out.data.releaseDraft).toMatchObject({ outcome: 'RELEASED', publication: { title: 'T' } });
    const discard = 'mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { id } }';
    expect((await ask<'discardDraft'>(dane, discard, { input: { id } })).errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  it('searches with counts', async () => {
    const search = `{ searchPublications(text: "pollbooks") { totalCount edges { node { id } snippet { text match } }
      facets { kinds { value count } severities { value count } tlps { value count } statuses { value count }
        affectedSystems { value count } states { region { code } count } } } }`;
    await hub.publish(wisconsin);
    const { data, errors } = await ask<'searchPublications'>(dane, search);
    expect(errors).toBeUndefined();
    const { totalCount, edges, facets } = data.searchPublications;
    expect(totalCount).toBe(edges.length);
    expect(facets.states).toEqual([{ region: { code: '55' }, count: expect.any(Number) }]);
    expect(edges[0]?.snippet).toContainEqual({ text: 'Pollbooks', match: true });
  });

  it('lets nobody draft or see drafts who has not signed in', async () => {
    expect((await ask(null, '{ drafts { edges { node { id } } } }')).errors).toMatchObject([
      { code: 'UNAUTHENTICATED' },
    ]);
    const publish = 'mutation ($input: PublishInput!) { publish(input: $input) { outcome } }';
    const attempt = await ask<'publish'>(null, publish, { input: { content: alert() } });
    expect(attempt.errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });
});
