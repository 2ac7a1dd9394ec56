const PUBLICATION = `
  id kind title tlpLabel state revision { id }
`;

/** What the scenario asks, all of it in the public contract. */
export const OPERATIONS = {
  hub: 'query { hub { name version demo } }',
  issueToken: `mutation ($input: SignInInput!) {
    issueToken(input: $input) { token viewer { person { name } member { name kind } roles } }
  }`,
  position: 'query { releasePosition }',
  releases: `subscription ($after: Cursor, $filter: PublicationFilter) {
    releases(after: $after, filter: $filter) {
      what publicationId publication { ${PUBLICATION} supersedes { id } origin { name } }
    }
  }`,
  preview: `query ($content: PublicationContentInput!) {
    previewPublication(content: $content) {
      memberCount personCount notifiedCount reviewReasons byKind { kind count }
    }
  }`,
  publish: `mutation ($input: PublishInput!) {
    publish(input: $input) { outcome reviewReasons publication { ${PUBLICATION} } draft { id version } }
  }`,
  changeAudience: `mutation ($input: ChangeAudienceInput!) { changeAudience(input: $input) { outcome } }`,
  drafts: `query { drafts(filter: { states: [SUBMITTED] }) {
    edges { node { id version reviewReasons member { name } content { kind title tlp } } }
  } }`,
  releaseDraft: `mutation ($input: ReleaseDraftInput!) {
    releaseDraft(input: $input) { outcome publication { ${PUBLICATION} } }
  }`,
  publication: `query ($id: ID!) { publication(id: $id) { ${PUBLICATION} inbox { state } } }`,
  search: `query ($text: String!) { searchPublications(text: $text) { totalCount } }`,
  inbox: `query { inbox(first: 20) { edges { node { state publication { ${PUBLICATION} } } } } }`,
  subscribe: `mutation ($input: CreateSubscriptionInput!) {
    createSubscription(input: $input) { subscription { id name } }
  }`,
  acknowledge: `mutation ($input: AcknowledgeInput!) {
    acknowledge(input: $input) { acknowledgement { response note member { name } } }
  }`,
  reach: `query ($id: ID!) { publication(id: $id) { reach {
    notifiedCount openedCount memberCount acknowledgedCount silentCount
    responses { response count }
    byKind { kind memberCount acknowledgedCount }
    byState { region { name } memberCount acknowledgedCount }
    members(first: 100) { edges { node { member { name } acknowledgement { response note person { name } } } } }
  } } }`,
  silent: `query ($id: ID!) { publication(id: $id) { reach {
    members(silentOnly: true, first: 3) { edges { node { member { name } } } }
  } } }`,
  audit: 'query { auditVerification { intact entries fault { sequence reason } } }',
};
