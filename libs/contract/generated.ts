// Generated from schema/ by scripts/check-contract.mjs; do not edit.

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in RFC 3339, UTC, with milliseconds: `2026-11-03T11:00:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A region's code: `US`, `R01` to `R10`, two-digit state FIPS, five-digit county GEOID, ten-digit place or town below a county. */
  RegionCode: { input: string; output: string; }
  /** An opaque, sealed position in a list or in the release log. It is good only for what it was given for. */
  Cursor: { input: string; output: string; }
};

/** Everything that can be read. */
export type Query = {
  /** The audit log, newest first. Auditors only. */
  readonly audit: AuditConnection;
  /** Checks the whole chain of the audit log and names the first entry that was changed, removed or reordered. Auditors only. */
  readonly auditVerification: AuditVerification;
  /** The hub itself: what anyone may know. */
  readonly hub: Hub;
  /** How delivery does as a whole, for operators: how much there is, and never of what. */
  readonly deliveryHealth: DeliveryHealth;
  /**
   * Dead letters of all members, those planned latest first, for operators: what is about no publication, or about one that the viewer
   * sees. `deliveryHealth` counts the others too.
   */
  readonly deadLetters: DeadLetterConnection;
  /**
   * What reached the viewer, latest first: matches of subscriptions, and what notifies without one. Where `unanswered`, only what
   * asks for an answer that the member has not given.
   */
  readonly inbox: InboxConnection;
  /** How much waits in the inbox. */
  readonly inboxCounts: InboxCounts;
  /**
   * What the viewer may see and asks for, latest release first, each publication as a document of another format. TLP:RED is
   * left out, and what the format has no place for: CAP takes alerts alone. An anonymous origin is named to nobody.
   */
  readonly exportPublications: ExportConnection;
  /** One publication as a document of another format; null for what the viewer may not see and for what leaves by no export. */
  readonly exportPublication?: Maybe<ExportedDocument>;
  /** CISA's catalogue of known exploited vulnerabilities, as the hub took it in last; what was added or changed last comes first. */
  readonly knownExploited: KnownExploitedConnection;
  /** Who is asking; null for somebody who has not signed in. */
  readonly viewer?: Maybe<Viewer>;
  /** One indicator that the viewer may see. */
  readonly indicator?: Maybe<Indicator>;
  /** Indicators that the viewer may see, latest first. */
  readonly indicators: IndicatorConnection;
  /**
   * What is known of some values, at most 500; `POST /indicators/look-up` takes 10,000. Answers come in the order of the values.
   * What was asked is neither kept nor told to anybody.
   */
  readonly lookUp: ReadonlyArray<LookUp>;
  /**
   * Alert levels as the viewer may know them, in one answer for a map: of the nation, CISA's regions, states and territories each with
   * its own or the one that it inherits from what lies above; of counties and places those that have one of their own. A county
   * or place that is not in the list has what lies above it; a state that is not in it has none. `within` narrows it to a region, which
   * comes first with its own or what it inherits, and what lies under it.
   */
  readonly alertLevels: ReadonlyArray<AlertLevelStanding>;
  /** How a region's own level changed, latest first, as far as the viewer may see it. */
  readonly alertLevelHistory: AlertLevelChangeConnection;
  /**
   * How much was released in a window of time that the viewer may see, by the regions it is addressed to, in one answer for a map: each
   * region with what is addressed to it or under it, regions without any left out. Only ACTUAL ones that stand; of more than
   * 5,000 the latest 5,000 are counted.
   */
  readonly regionActivity: ReadonlyArray<RegionActivity>;
  /** One member of the community, for those signed in. */
  readonly member?: Maybe<Member>;
  /** The community's members, by name, for those signed in. */
  readonly members: MemberConnection;
  /** One person, where the viewer may know of them: their own member's people and other members' listed contacts. */
  readonly person?: Maybe<Person>;
  /** One sharing group of which the viewer's member is a member. */
  readonly group?: Maybe<Group>;
  /** The sharing groups of which the viewer's member is a member, by name. */
  readonly groups: GroupConnection;
  /** What an invitation's link is for. Open to anyone who holds the link. */
  readonly invitation?: Maybe<Invitation>;
  /** How the viewer is reached: as they have set it, else as their member has, else as is usual. */
  readonly preferences: Preferences;
  /** How those of a member's people are reached who have not set it themselves. For the viewer's own member, as its coordinator. */
  readonly memberPreferences: Preferences;
  /** One publication that the viewer may see, or its tombstone. */
  readonly publication?: Maybe<Publication>;
  /** The feed: what the viewer may see, latest release first. */
  readonly publications: PublicationConnection;
  /** Full text over what the viewer may see, latest release first, with counts by facet. Without text, every publication matches. */
  readonly searchPublications: SearchConnection;
  /** The release log as the viewer may see it, in order. `after` is any cursor of the log; without it the log is read from its beginning. */
  readonly releases: ReleaseConnection;
  /** The log's present end: subscribe after it to miss nothing of what a list read later does not show. */
  readonly releasePosition: Scalars['Cursor']['output'];
  /** One draft of the viewer's member, or one submitted to the viewer for review. */
  readonly draft?: Maybe<Draft>;
  /** Drafts of the viewer's member and, for hub analysts, those submitted for review; latest change first. */
  readonly drafts: DraftConnection;
  /** Who would see this and how many would be notified, were it released now. */
  readonly previewPublication: Preview;
  /** One region. Codes that have changed are resolved to what they are today; unknown codes give null. */
  readonly region?: Maybe<Region>;
  /**
   * Regions by text, best match first: `dane wi`, `St. Louis city`, `55025`, `US-WI`, `region 5`. Without text, the regions directly
   * under `within` (by default the nation).
   */
  readonly regions: ReadonlyArray<Region>;
  /** The remote collections that the hub reads, by name. */
  readonly remoteCollections: ReadonlyArray<RemoteCollection>;
  /** One of them; null for one that is not there. */
  readonly remoteCollection?: Maybe<RemoteCollection>;
  /** The viewer's own subscriptions and those of their member. */
  readonly subscriptions: ReadonlyArray<StandingSubscription>;
  /**
   * What a subscription would have brought: publications that the viewer may see now, latest first, last released within the last `days` (1 to
   * 92) and asked for by the interest. What the viewer released, and what is red and so reaches whom it names anyway, is left
   * out. Looks at the latest 2,000 at most.
   */
  readonly previewInterest: InterestPreview;
  /** What to begin from when composing: the hub's built-in templates, then those of the viewer's member by name. */
  readonly templates: ReadonlyArray<Template>;
  /** One's own webhook endpoints and, for its coordinators, those of one's member, by name. */
  readonly webhookEndpoints: ReadonlyArray<WebhookEndpoint>;
  /** One of them; null for one that is not the viewer's to run. */
  readonly webhookEndpoint?: Maybe<WebhookEndpoint>;
};


/** Everything that can be read. */
export type QueryAuditArgs = {
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryDeadLettersArgs = {
  channels?: InputMaybe<ReadonlyArray<DeliveryChannel>>;
  causes?: InputMaybe<ReadonlyArray<DeliveryCause>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryInboxArgs = {
  states?: InputMaybe<ReadonlyArray<InboxState>>;
  unanswered?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryExportPublicationsArgs = {
  format: ExportFormat;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryExportPublicationArgs = {
  id: Scalars['ID']['input'];
  format?: ExportFormat;
};


/** Everything that can be read. */
export type QueryKnownExploitedArgs = {
  changedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  cve?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryIndicatorArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryIndicatorsArgs = {
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryLookUpArgs = {
  values: ReadonlyArray<Scalars['String']['input']>;
};


/** Everything that can be read. */
export type QueryAlertLevelsArgs = {
  within?: InputMaybe<Scalars['RegionCode']['input']>;
};


/** Everything that can be read. */
export type QueryAlertLevelHistoryArgs = {
  region: Scalars['RegionCode']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryRegionActivityArgs = {
  filter: RegionActivityFilter;
};


/** Everything that can be read. */
export type QueryMemberArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryMembersArgs = {
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryGroupArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryGroupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryInvitationArgs = {
  token: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QueryPublicationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryPublicationsArgs = {
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QuerySearchPublicationsArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryReleasesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. */
export type QueryDraftArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryDraftsArgs = {
  filter?: InputMaybe<DraftFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** Everything that can be read. */
export type QueryPreviewPublicationArgs = {
  content: PublicationContentInput;
};


/** Everything that can be read. */
export type QueryRegionArgs = {
  code: Scalars['RegionCode']['input'];
};


/** Everything that can be read. */
export type QueryRegionsArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['RegionCode']['input']>;
  levels?: InputMaybe<ReadonlyArray<RegionLevel>>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. */
export type QueryRemoteCollectionArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryPreviewInterestArgs = {
  interest: InterestInput;
  days?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. */
export type QueryTemplatesArgs = {
  language?: InputMaybe<Language>;
  kind?: InputMaybe<PublicationKind>;
};


/** Everything that can be read. */
export type QueryWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};

/** An entry of the append-only, hash-chained audit log. It names things by id and carries no content. */
export type AuditEntry = {
  /** Its number; numbers follow each other without a gap. */
  readonly sequence: Scalars['Int']['output'];
  /** When it was written. */
  readonly at: Scalars['DateTime']['output'];
  /** The person who acted; null for the hub itself and for somebody who has not signed in. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** The member for which they acted. */
  readonly memberId?: Maybe<Scalars['ID']['output']>;
  /** What was done, by the names of the table of actions and a few more such as `session.signIn`. */
  readonly action: Scalars['String']['output'];
  /** The kind of the object. */
  readonly objectType?: Maybe<Scalars['String']['output']>;
  /** The object's id. */
  readonly objectId?: Maybe<Scalars['ID']['output']>;
  /** Further facts as JSON: ids, numbers and codes, no content. */
  readonly detail: Scalars['String']['output'];
  /** The chained hash, hexadecimal. */
  readonly hash: Scalars['String']['output'];
};

/** Which entries to list. */
export type AuditFilter = {
  /** Only actions by this person. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Only actions for this member. */
  readonly memberId?: InputMaybe<Scalars['ID']['input']>;
  /** Only actions on this object. */
  readonly objectId?: InputMaybe<Scalars['ID']['input']>;
  /** Only this action. */
  readonly action?: InputMaybe<Scalars['String']['input']>;
  /** Not before. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What checking the chain found. */
export type AuditVerification = {
  /** Whether every entry is as it was written. */
  readonly intact: Scalars['Boolean']['output'];
  /** How many entries were checked. */
  readonly entries: Scalars['Int']['output'];
  /** The newest entry's number and hash: keep it elsewhere, and a later check can be held against it. */
  readonly head?: Maybe<Scalars['String']['output']>;
  /** The first entry that is wrong, and how. */
  readonly fault?: Maybe<AuditFault>;
};

/** Where the chain is broken. */
export type AuditFault = {
  /** The number of the first wrong entry. */
  readonly sequence: Scalars['Int']['output'];
  /** What is wrong. */
  readonly reason: Scalars['String']['output'];
};

/** A page of the audit log. */
export type AuditConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<AuditEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An entry in a list. */
export type AuditEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** Everything that changes something. Each takes one input and answers with a payload. */
export type Mutation = {
  /** Comments on a publication that the viewer sees: for their member, as its author, releaser, or as hub analyst. */
  readonly postComment: CommentPayload;
  /** Takes back a comment: by whoever wrote it, or a releaser of their member. A tombstone stays. */
  readonly withdrawComment: CommentPayload;
  /** Removes somebody's comment, as a hub analyst. A tombstone with the reason stays. */
  readonly removeComment: CommentPayload;
  /** Ends the session or token that carries this request. */
  readonly signOut: SignOutPayload;
  /**
   * Sends dead letters again, as an operator: some, or all. Whether something may be sent is asked anew, as always. What cannot be sent
   * again, and what was sent meanwhile, is left as it is.
   */
  readonly replayDeadLetters: ReplayDeadLettersPayload;
  /** Marks publications in one's inbox as read or unread. */
  readonly markInbox: MarkInboxPayload;
  /** Answers for one's member: acting, not affected, or in need of help. A later answer replaces an earlier one; both stay in the audit log. One's own and what has been withdrawn are not answered. */
  readonly acknowledge: AcknowledgePayload;
  /** Reminds by e-mail, once for each release, the people of members that have not answered. For whoever may read whom it reached. */
  readonly remindSilent: RemindSilentPayload;
  /** Signs in with e-mail and password and sets the session cookie. The answer to an unknown account and to a wrong password is the same. */
  readonly signIn: SignInPayload;
  /** Signs in with e-mail and password and gives a short-lived bearer token for a program. */
  readonly issueToken: IssueTokenPayload;
  /** Accepts an invitation, or sets a new password with a reset link. Signs nobody in. */
  readonly acceptInvitation: AcceptInvitationPayload;
  /**
   * Asks for a link by mail to set a new password. The answer is the same whether the address has an account or not; a hub that
   * sends no mail refuses it.
   */
  readonly requestPasswordReset: RequestPasswordResetPayload;
  /** Changes one's own password; all other sessions and tokens end. */
  readonly changePassword: ChangePasswordPayload;
  /** Ends one of one's own sessions or tokens. */
  readonly endSession: EndSessionPayload;
  /** Creates an API key, which is shown once. */
  readonly createApiKey: CreateApiKeyPayload;
  /** Revokes one of one's own API keys, or as coordinator one of the member's people's. */
  readonly revokeApiKey: RevokeApiKeyPayload;
  /**
   * Shares indicators, at most 500, of a publication or by themselves; `POST /indicators` takes lists of any length. What is shared
   * already is not shared twice. One that is bad refuses all of them.
   */
  readonly addIndicators: AddIndicatorsPayload;
  /** Revokes an indicator: it is no longer believed. */
  readonly revokeIndicator: IndicatorPayload;
  /** Says that an indicator was seen here. */
  readonly recordSighting: IndicatorPayload;
  /**
   * Sets the alert level of a region: a state of itself and of what lies under it, the hub of all. The level, its reason and its TLP
   * go out as an advisory to the region, under the rules of every release: it may wait for review. The next change revises that
   * advisory; withdrawing it ends the level.
   */
  readonly setAlertLevel: ReleasePayload;
  /** Adds a member to the community. Operators only. */
  readonly createMember: MemberPayload;
  /** Changes a member's name, jurisdiction or agreement. Operators only. */
  readonly updateMember: MemberPayload;
  /** Sets how a member releases. */
  readonly configureMember: MemberPayload;
  /** Suspends a member: its people see nothing and its sessions end at once. Operators only. */
  readonly suspendMember: MemberPayload;
  /** Ends a member's suspension. Operators only. */
  readonly reinstateMember: MemberPayload;
  /** Invites a person by a link, which is shown once. */
  readonly invitePerson: InvitePersonPayload;
  /**
   * Invites many people from a CSV text, or with `dryRun` only tells what would come of it. If any line is wrong, nobody is invited, and
   * each wrong line says why.
   */
  readonly invitePeople: InvitePeoplePayload;
  /** Withdraws an invitation that has not been accepted. */
  readonly revokeInvitation: RevokeInvitationPayload;
  /** Makes a link by which a person sets a new password; it is shown once and ends their sessions when used. */
  readonly createPasswordReset: CreatePasswordResetPayload;
  /** Changes the roles that a person holds. Their rights change at once, on open connections too. */
  readonly changeRoles: PersonPayload;
  /** Says whether other members may see a person as this member's contact. */
  readonly setContact: PersonPayload;
  /** Suspends a person: their sessions, tokens and keys end at once. */
  readonly suspendPerson: PersonPayload;
  /** Ends a person's suspension. */
  readonly reinstatePerson: PersonPayload;
  /** Creates a sharing group owned by the viewer's member. */
  readonly createGroup: GroupPayload;
  /** Renames a group. Its owner's coordinators only. */
  readonly renameGroup: GroupPayload;
  /** Adds a member to a group. Its owner's coordinators only. */
  readonly addGroupMember: GroupPayload;
  /** Takes a member out of a group: by its owner's coordinators, or by that member's own to leave. */
  readonly removeGroupMember: RemoveGroupMemberPayload;
  /** Closes a group for good. Its id is never used again. Its owner's coordinators only. */
  readonly closeGroup: CloseGroupPayload;
  /**
   * Sets how one is reached or, as coordinator, how one's member's people are who have not set it themselves. What is left out stays.
   * Nobody switches off what is red and names them, or an emergency.
   */
  readonly setPreferences: PreferencesPayload;
  /** Sends oneself a mail, at most once a minute, to see whether it arrives. A hub that sends no mail refuses it. */
  readonly testMail: TestMailPayload;
  /** Sets, as coordinator, whom of one's member's people to ask one after another when an alert goes unanswered. */
  readonly setContactList: ContactListPayload;
  /** Starts a draft: of a new publication, or of a new revision of one. */
  readonly createDraft: DraftPayload;
  /**
   * Changes a draft, and takes it out of review. `version` is the one that was read; if somebody else changed it since, the answer is
   * CONFLICT and nothing is lost.
   */
  readonly updateDraft: DraftPayload;
  /** Submits a draft for review by a releaser of one's own member and by hub analysts. */
  readonly submitDraft: DraftPayload;
  /** Gives a submitted draft back to its author with a note. */
  readonly returnDraft: DraftPayload;
  /** Discards a draft. */
  readonly discardDraft: DiscardDraftPayload;
  /** Releases a draft. What needs a second person or reaches beyond one's own rights is submitted for review instead, and the outcome says so. */
  readonly releaseDraft: ReleasePayload;
  /** Drafts and releases in one step, under the same rules. */
  readonly publish: ReleasePayload;
  /** Releases a new revision of a publication. */
  readonly revisePublication: ReleasePayload;
  /** Addresses a publication to others, its text unchanged. Earlier revisions stay closed to those who are added. */
  readonly changeAudience: ReleasePayload;
  /** Withdraws a publication; a tombstone stays. */
  readonly withdrawPublication: ReleasePayload;
  /** Adds a city, town or other place below a county, so that it can be a jurisdiction. Operators only. */
  readonly addPlace: AddPlacePayload;
  /** Has the hub read a collection of another TAXII 2.1 server from now on; there are at most 100. */
  readonly addRemoteCollection: RemoteCollectionPayload;
  /** Changes how a remote collection is read, pauses it or goes on. */
  readonly updateRemoteCollection: RemoteCollectionPayload;
  /** Reads a remote collection no more. What has come from it stays. */
  readonly removeRemoteCollection: RemoveRemoteCollectionPayload;
  /** Reads a remote collection at once, even if it is failing. */
  readonly pollRemoteCollection: RemoteCollectionPayload;
  /**
   * Releases a draft at a later moment, or in 10 seconds within which it can be undone; one of severity EMERGENCY without a moment goes
   * out at once. Until then nothing of it is in the release log. What needs a second person is submitted for review at once. At its
   * time everything is asked again, with the rights that whoever scheduled it has then; if it may not go out, it stays a
   * draft that says why.
   */
  readonly scheduleRelease: ScheduleReleasePayload;
  /** Takes a scheduled release back: undo. The draft stays as it is. Once it has gone out there is no such draft any more; withdraw it instead. */
  readonly cancelScheduledRelease: DraftPayload;
  /** Creates a standing subscription of oneself or, as coordinator, of one's member; each has at most 50. */
  readonly createSubscription: SubscriptionPayload;
  /** Changes a subscription. */
  readonly updateSubscription: SubscriptionPayload;
  /** Ends a subscription. */
  readonly deleteSubscription: DeleteSubscriptionPayload;
  /** Makes a template of the viewer's member; it has at most 100. */
  readonly createTemplate: TemplatePayload;
  /** Changes a template of the viewer's member. `version` is the one that was read; if somebody else changed it since, the answer is CONFLICT. */
  readonly updateTemplate: TemplatePayload;
  /** Deletes a template of the viewer's member. */
  readonly deleteTemplate: DeleteTemplatePayload;
  /** Makes an endpoint of oneself or, as coordinator, of one's member; each has at most 20. Its secret is shown once. */
  readonly createWebhookEndpoint: WebhookSecretPayload;
  /** Changes an endpoint, or has it sent to again. */
  readonly updateWebhookEndpoint: WebhookEndpointPayload;
  /** Ends an endpoint. What waits for it is not sent. */
  readonly deleteWebhookEndpoint: DeleteWebhookEndpointPayload;
  /** Gives an endpoint a new secret, shown once. For a while both sign, so that the receiver can change over. */
  readonly rotateWebhookSecret: WebhookSecretPayload;
  /** Sends an endpoint something to try it with. */
  readonly testWebhookEndpoint: TestWebhookEndpointPayload;
  /** Sends again what was sent to an endpoint or could not be: some, those of a time, or all that failed. */
  readonly replayWebhookDeliveries: ReplayWebhookDeliveriesPayload;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationPostCommentArgs = {
  input: PostCommentInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationWithdrawCommentArgs = {
  input: WithdrawCommentInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRemoveCommentArgs = {
  input: RemoveCommentInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationReplayDeadLettersArgs = {
  input: ReplayDeadLettersInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationMarkInboxArgs = {
  input: MarkInboxInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationAcknowledgeArgs = {
  input: AcknowledgeInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRemindSilentArgs = {
  input: RemindSilentInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationIssueTokenArgs = {
  input: SignInInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationAddIndicatorsArgs = {
  input: AddIndicatorsInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRevokeIndicatorArgs = {
  input: RevokeIndicatorInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRecordSightingArgs = {
  input: RecordSightingInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSetAlertLevelArgs = {
  input: SetAlertLevelInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateMemberArgs = {
  input: CreateMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationUpdateMemberArgs = {
  input: UpdateMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationConfigureMemberArgs = {
  input: ConfigureMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSuspendMemberArgs = {
  input: SuspendMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationReinstateMemberArgs = {
  input: ReinstateMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationInvitePersonArgs = {
  input: InvitePersonInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationInvitePeopleArgs = {
  input: InvitePeopleInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreatePasswordResetArgs = {
  input: CreatePasswordResetInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationChangeRolesArgs = {
  input: ChangeRolesInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSetContactArgs = {
  input: SetContactInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSuspendPersonArgs = {
  input: SuspendPersonInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationReinstatePersonArgs = {
  input: ReinstatePersonInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateGroupArgs = {
  input: CreateGroupInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRenameGroupArgs = {
  input: RenameGroupInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationAddGroupMemberArgs = {
  input: AddGroupMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRemoveGroupMemberArgs = {
  input: RemoveGroupMemberInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCloseGroupArgs = {
  input: CloseGroupInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSetPreferencesArgs = {
  input: SetPreferencesInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationTestMailArgs = {
  input: TestMailInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSetContactListArgs = {
  input: SetContactListInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateDraftArgs = {
  input: CreateDraftInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationUpdateDraftArgs = {
  input: UpdateDraftInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationSubmitDraftArgs = {
  input: SubmitDraftInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationReturnDraftArgs = {
  input: ReturnDraftInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationDiscardDraftArgs = {
  input: DiscardDraftInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationReleaseDraftArgs = {
  input: ReleaseDraftInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationPublishArgs = {
  input: PublishInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRevisePublicationArgs = {
  input: RevisePublicationInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationChangeAudienceArgs = {
  input: ChangeAudienceInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationWithdrawPublicationArgs = {
  input: WithdrawPublicationInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationAddPlaceArgs = {
  input: AddPlaceInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationAddRemoteCollectionArgs = {
  input: AddRemoteCollectionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationUpdateRemoteCollectionArgs = {
  input: UpdateRemoteCollectionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRemoveRemoteCollectionArgs = {
  input: RemoveRemoteCollectionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationPollRemoteCollectionArgs = {
  input: PollRemoteCollectionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationScheduleReleaseArgs = {
  input: ScheduleReleaseInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCancelScheduledReleaseArgs = {
  input: CancelScheduledReleaseInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateSubscriptionArgs = {
  input: CreateSubscriptionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationUpdateSubscriptionArgs = {
  input: UpdateSubscriptionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationDeleteSubscriptionArgs = {
  input: DeleteSubscriptionInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateTemplateArgs = {
  input: CreateTemplateInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationUpdateTemplateArgs = {
  input: UpdateTemplateInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationDeleteTemplateArgs = {
  input: DeleteTemplateInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationDeleteWebhookEndpointArgs = {
  input: DeleteWebhookEndpointInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationTestWebhookEndpointArgs = {
  input: TestWebhookEndpointInput;
};


/** Everything that changes something. Each takes one input and answers with a payload. */
export type MutationReplayWebhookDeliveriesArgs = {
  input: ReplayWebhookDeliveriesInput;
};

/** Everything that arrives live. */
export type Subscription = {
  /**
   * A publication once at the beginning, and again whenever something has changed among those of its `comments` that the viewer may
   * see, at most once a second. For whoever has signed in and sees the publication. After a break one asks again, and begins with
   * what stands.
   */
  readonly commentsChanged: Publication;
  /**
   * Releases as they happen, and first those missed since `after`. Without `after` it begins now. Delivered over WebSocket
   * (`graphql-transport-ws`) and over server-sent events; whoever is cut off resumes with the last cursor received, without gap
   * or repeat.
   */
  readonly releases: Release;
  /**
   * A publication once at the beginning, and again whenever its `reach` has changed, at most once a second: select the numbers, or
   * read them anew. For whoever may read its `reach`; to all others a publication that they do not see is not there. After a break
   * one asks again, and begins with what stands.
   */
  readonly reachChanged: Publication;
};


/** Everything that arrives live. */
export type SubscriptionCommentsChangedArgs = {
  publicationId: Scalars['ID']['input'];
};


/** Everything that arrives live. */
export type SubscriptionReleasesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PublicationFilter>;
};


/** Everything that arrives live. */
export type SubscriptionReachChangedArgs = {
  publicationId: Scalars['ID']['input'];
};

/** What members share. Whoever sees it sees its present revision; of a withdrawn one a tombstone remains. */
export type Publication = {
  /**
   * What was said about it, in the order in which it was said, as far as the viewer may see it: whoever holds a key of the comment's
   * own audience and of the publication's present one. To go on later, ask after the last cursor. A publication that was withdrawn
   * shows none.
   */
  readonly comments: CommentConnection;
  /** How many comments the viewer may see that have not been taken back or removed, counted to 1,000 at most. */
  readonly commentCount: Scalars['Int']['output'];
  /** Where it stands in the viewer's inbox; null if it is not there. */
  readonly inbox?: Maybe<InboxItem>;
  /** The answer of the viewer's member. */
  readonly acknowledgement?: Maybe<Acknowledgement>;
  /** Whom it reached and who answered: for the origin's authors, releasers and coordinators and, unless it is red, for hub analysts. */
  readonly reach?: Maybe<Reach>;
  /** Which of the CVEs that it names are known to be exploited, as CISA's catalogue says that the hub took in last. */
  readonly knownExploited: ReadonlyArray<KnownExploited>;
  /** The indicators of this publication that the viewer may see, latest first. */
  readonly indicators: IndicatorConnection;
  /** The alert level that it sets; null unless it sets one, and in a tombstone. */
  readonly alertLevel?: Maybe<AlertLevelSetting>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What kind it is. */
  readonly kind: PublicationKind;
  /** Whether it stands or has been withdrawn. */
  readonly state: PublicationState;
  /** Its title; null in the tombstone of a strict or red one. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Its gist in a sentence or two. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** Its body in Markdown, as written; whoever renders it must sanitize it. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** What to do, in Markdown. */
  readonly instructions?: Maybe<Scalars['String']['output']>;
  /** Its TLP. */
  readonly tlp: Tlp;
  /** The TLP as FIRST writes it: `TLP:AMBER+STRICT`. */
  readonly tlpLabel: Scalars['String']['output'];
  /** Whom it is addressed to. */
  readonly audience?: Maybe<Audience>;
  /** Whether its origin is named. */
  readonly attribution: Attribution;
  /** Who posted it; null where the origin is anonymous to the viewer, and in a tombstone but for its own people and hub analysts. */
  readonly origin?: Maybe<Member>;
  /** The federal partner on whose behalf the hub posted it. */
  readonly onBehalfOf?: Maybe<Member>;
  /** Whether it is real. Nothing but ACTUAL is. */
  readonly status: PublicationStatus;
  /** How severe the event is. */
  readonly severity?: Maybe<Severity>;
  /** How soon to act. */
  readonly urgency?: Maybe<Urgency>;
  /** How sure the origin is. */
  readonly certainty?: Maybe<Certainty>;
  /** Which systems it concerns. */
  readonly affectedSystems: ReadonlyArray<AffectedSystem>;
  /** Affected products, by name and version. */
  readonly affectedProducts: ReadonlyArray<Scalars['String']['output']>;
  /** CVE ids that it names. */
  readonly cves: ReadonlyArray<Scalars['String']['output']>;
  /** Where to read more. */
  readonly references: ReadonlyArray<Reference>;
  /** For a bulletin: how confident the analysts are. */
  readonly analyticConfidence?: Maybe<AnalyticConfidence>;
  /** For a bulletin: the sourcing statement. */
  readonly sourcing?: Maybe<Scalars['String']['output']>;
  /** For a bulletin: handling caveats. */
  readonly handling: ReadonlyArray<Scalars['String']['output']>;
  /** Within how many minutes an answer is asked for. */
  readonly acknowledgeWithinMinutes?: Maybe<Scalars['Int']['output']>;
  /** When it stops being current. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the first revision that the viewer may see was released. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** When the present revision was released. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The present revision; null in a tombstone. */
  readonly revision?: Maybe<Revision>;
  /** The revisions that the viewer may see, oldest first. */
  readonly revisions: ReadonlyArray<Revision>;
  /** Why and when it was withdrawn. */
  readonly withdrawal?: Maybe<Withdrawal>;
  /** What it supersedes, as far as the viewer may see it. */
  readonly supersedes: ReadonlyArray<Publication>;
  /** What supersedes it, if the viewer may see it. */
  readonly supersededBy?: Maybe<Publication>;
};


/** What members share. Whoever sees it sees its present revision; of a withdrawn one a tombstone remains. */
export type PublicationCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** What members share. Whoever sees it sees its present revision; of a withdrawn one a tombstone remains. */
export type PublicationIndicatorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** A comment on a publication, or its tombstone. */
export type Comment = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Whether it stands. */
  readonly state: CommentState;
  /** Its TLP: no looser than its publication's was. */
  readonly tlp: Tlp;
  /** The TLP as FIRST writes it. */
  readonly tlpLabel: Scalars['String']['output'];
  /** What it says, in Markdown as written; whoever renders it must sanitize it. Null in a tombstone. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Whether its member is named. */
  readonly attribution: Attribution;
  /** The member that it is from; null where it is anonymous to the viewer, and in a tombstone but for its own people and hub analysts. */
  readonly member?: Maybe<Member>;
  /** Who wrote it, for their own member's people and, unless it is red, hub analysts. */
  readonly author?: Maybe<Person>;
  /** When it was posted. */
  readonly postedAt: Scalars['DateTime']['output'];
  /** When it was taken back or removed. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was removed, in the analyst's words. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer may take it back. */
  readonly withdrawable: Scalars['Boolean']['output'];
  /** Whether the viewer may remove it. */
  readonly removable: Scalars['Boolean']['output'];
};

/** Whether a comment stands. */
export type CommentState =
  /** It stands. */
  | 'POSTED'
  /** Its author took it back; a tombstone stays. */
  | 'WITHDRAWN'
  /** A hub analyst removed it; a tombstone stays. */
  | 'REMOVED';

/** A page of comments. */
export type CommentConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<CommentEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A comment in a list. */
export type CommentEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The comment. */
  readonly node: Comment;
};

/** A comment to post. */
export type PostCommentInput = {
  /** The publication. */
  readonly publicationId: Scalars['ID']['input'];
  /** What it says, in Markdown; 1 to 5,000 characters. */
  readonly text: Scalars['String']['input'];
  /**
   * Its TLP, no looser than the publication's; by default the publication's, and AMBER where that is looser. A red one is for the
   * persons whom a red publication names, or for whoever released another.
   */
  readonly tlp?: InputMaybe<Tlp>;
  /** Whether its member is named. */
  readonly attribution?: InputMaybe<Attribution>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A comment to take back. */
export type WithdrawCommentInput = {
  /** The comment. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A comment to remove. */
export type RemoveCommentInput = {
  /** The comment. */
  readonly id: Scalars['ID']['input'];
  /** Why, for everyone who could see it; 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A comment as it is now. */
export type CommentPayload = {
  /** The comment. */
  readonly comment: Comment;
  /** What it is about. */
  readonly publication: Publication;
};

/** Where a page stands in its list. */
export type PageInfo = {
  /** Whether more follows after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something lies before `startCursor`. Lists are read forward; this is true whenever a page was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The position of the first entry of this page. */
  readonly startCursor?: Maybe<Scalars['Cursor']['output']>;
  /** The position of the last entry of this page; ask for the next page with it. */
  readonly endCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** The hub. */
export type Hub = {
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its software's version. */
  readonly version: Scalars['String']['output'];
  /** Whether it runs the demo community. A real hub never does. */
  readonly demo: Scalars['Boolean']['output'];
  /** Whether it sends mail, by which whoever forgot their password gets a new one. */
  readonly sendsMail: Scalars['Boolean']['output'];
  /** Where to report a weakness of the hub; null where its operator has named nowhere. */
  readonly securityContact?: Maybe<Scalars['String']['output']>;
  /** Who can sign in to the demo community, in the order in which a newcomer would try them; none at a real hub. */
  readonly personas: ReadonlyArray<DemoPersona>;
};

/** Somebody made up, as whom one can sign in to the demo community. */
export type DemoPersona = {
  /** What they are in the demo community's stories: `county-clerk`. */
  readonly persona: Scalars['String']['output'];
  /** The address to sign in with. */
  readonly email: Scalars['String']['output'];
  /** The password, which opens nothing but made-up things. */
  readonly password: Scalars['String']['output'];
  /** The name of their member. */
  readonly member: Scalars['String']['output'];
  /** What kind of member that is. */
  readonly kind: MemberKind;
};

/** How delivery does. What is counted is counted to 100,000 at most. */
export type DeliveryHealth = {
  /** The channels. */
  readonly channels: ReadonlyArray<ChannelHealth>;
  /** Releases for which it is not worked out to its end who gets them. */
  readonly unplannedCount: Scalars['Int']['output'];
  /** How long the oldest of them has waited; 0 when none does. */
  readonly oldestUnplannedSeconds: Scalars['Int']['output'];
  /** What takes longer than the 60 seconds that are promised; empty when all is well. */
  readonly late: ReadonlyArray<Lateness>;
  /** Webhook endpoints. */
  readonly endpointCount: Scalars['Int']['output'];
  /** Those of which every attempt fails. */
  readonly failingEndpointCount: Scalars['Int']['output'];
  /** Those that are not sent to. */
  readonly disabledEndpointCount: Scalars['Int']['output'];
  /** At most 100 of those that fail, longest first, and that were given up. */
  readonly failingEndpoints: ReadonlyArray<FailingEndpoint>;
};

/** How a channel does. */
export type ChannelHealth = {
  /** The channel. */
  readonly channel: DeliveryChannel;
  /** How much is due and not yet sent. */
  readonly waitingCount: Scalars['Int']['output'];
  /** How much is to be sent later: tried again, or held for hours of quiet. */
  readonly laterCount: Scalars['Int']['output'];
  /** Dead letters. */
  readonly deadCount: Scalars['Int']['output'];
  /** Dead letters by why they are, most first. */
  readonly dead: ReadonlyArray<CauseCount>;
  /** How long what is due has waited at most; 0 when nothing waits. */
  readonly oldestWaitingSeconds: Scalars['Int']['output'];
  /** How much was sent a minute, over the last five. */
  readonly sentPerMinute: Scalars['Int']['output'];
  /** Attempts of the last hour that did not succeed, by why, most first. */
  readonly failures: ReadonlyArray<CauseCount>;
};

/** A count of one cause. */
export type CauseCount = {
  /** Why. */
  readonly cause: DeliveryCause;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Something that takes too long. */
export type Lateness = {
  /** What. */
  readonly what: LateWork;
  /** For how long. */
  readonly seconds: Scalars['Int']['output'];
};

/** What can be late. */
export type LateWork =
  /** To work out who gets a release. */
  | 'PLANNING'
  /** E-mail. */
  | 'EMAIL'
  /** Webhooks. */
  | 'WEBHOOK';

/** A webhook endpoint that takes nothing, as operators see it. */
export type FailingEndpoint = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The member whose it is, or to which its person belongs. */
  readonly member: Member;
  /** Its host. */
  readonly host: Scalars['String']['output'];
  /** Whether it is sent to. */
  readonly state: WebhookEndpointState;
  /** Why it is not. */
  readonly disabledBecause?: Maybe<WebhookDisabledCause>;
  /** Since when it has failed. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last attempt failed. */
  readonly lastFailure?: Maybe<DeliveryCause>;
};

/** A delivery that was given up, as operators see it. */
export type DeadLetter = {
  /** The delivery's id. */
  readonly id: Scalars['ID']['output'];
  /** The member to which it was to go. */
  readonly member: Member;
  /** The person to whom; null for what is a member's. */
  readonly person?: Maybe<Person>;
  /** The host of its webhook endpoint; null for e-mail, and for an endpoint that is no more. */
  readonly host?: Maybe<Scalars['String']['output']>;
  /** Whether it can be sent again: nothing can to an endpoint that is disabled or no more. A digest goes with what failed in it. */
  readonly replayable: Scalars['Boolean']['output'];
  /** The delivery. */
  readonly delivery: Delivery;
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<DeadLetterEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A dead letter in a list. */
export type DeadLetterEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The dead letter. */
  readonly node: DeadLetter;
};

/** Which dead letters to send again: give `ids`, or `all`. */
export type ReplayDeadLettersInput = {
  /** These, at most 100. What is no dead letter that the viewer sees is left out. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** All, also those that the viewer does not see; or all of some channels or causes. */
  readonly all?: InputMaybe<Scalars['Boolean']['input']>;
  /** With `all`, of these channels. */
  readonly channels?: InputMaybe<ReadonlyArray<DeliveryChannel>>;
  /** With `all`, given up for these causes. */
  readonly causes?: InputMaybe<ReadonlyArray<DeliveryCause>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What is sent again. */
export type ReplayDeadLettersPayload = {
  /** How many of those that the viewer sees; at most 10,000 are sent at once. */
  readonly count: Scalars['Int']['output'];
};

/** One thing on its way to one address. */
export type Delivery = {
  /** Its id, the same on every attempt: `webhook-id` of a webhook. */
  readonly id: Scalars['ID']['output'];
  /** By which channel. */
  readonly channel: DeliveryChannel;
  /** Why it is delivered. */
  readonly reason: DeliveryReason;
  /** Where it stands. */
  readonly state: DeliveryState;
  /** When it was planned. */
  readonly plannedAt: Scalars['DateTime']['output'];
  /** When the next attempt is due; null when none is. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many attempts were made. */
  readonly tries: Scalars['Int']['output'];
  /** When the last attempt was over. */
  readonly triedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last attempt did not succeed. */
  readonly cause?: Maybe<DeliveryCause>;
  /** What the other side said last. */
  readonly said?: Maybe<Scalars['String']['output']>;
  /** What it is about; null for what is about no publication, and for one that the viewer does not see. */
  readonly publication?: Maybe<Publication>;
};

/** The ways on which a release goes to somebody by itself. */
export type DeliveryChannel =
  /** E-mail to a person. */
  | 'EMAIL'
  /** A webhook endpoint. */
  | 'WEBHOOK'
  /** A digest, with others: it stands as the e-mail that carries it does. */
  | 'DIGEST';

/** Why something is delivered. */
export type DeliveryReason =
  /** It was released. */
  | 'RELEASE'
  /** It asks again for an answer. */
  | 'REMINDER'
  /** It is a step of an escalation. */
  | 'ESCALATION'
  /** It gathers several in one. */
  | 'DIGEST'
  /** It says that an address stopped working. */
  | 'NOTICE'
  /** Somebody tries the channel. */
  | 'TEST';

/** Where a delivery stands. */
export type DeliveryState =
  /** Not tried yet. */
  | 'PENDING'
  /** Tried, and to be tried again. */
  | 'RETRYING'
  /** Taken by the other side. */
  | 'SENT'
  /** Given up: a dead letter, which can be replayed. */
  | 'FAILED'
  /** Not sent, since whoever it was for may no longer have it, or wants it no more. */
  | 'DROPPED';

/** Why an attempt did not succeed. */
export type DeliveryCause =
  /** No connection. */
  | 'UNREACHABLE'
  /** No answer in time. */
  | 'TIMED_OUT'
  /** The address lies in a network to which nothing is sent. */
  | 'ADDRESS_REFUSED'
  /** The other side asked to come later. */
  | 'BUSY'
  /** The other side failed. */
  | 'SERVER_ERROR'
  /** The other side refused it. */
  | 'REJECTED'
  /** The other side is no more. */
  | 'GONE'
  /** The address is not in use. */
  | 'DISABLED'
  /** Whoever it was for may not see it. */
  | 'NOT_VISIBLE'
  /** There is no address. */
  | 'NO_ADDRESS'
  /** Something later took its place. */
  | 'OVERTAKEN'
  /** It was answered meanwhile. */
  | 'ANSWERED'
  /** Whoever it was for has switched it off. */
  | 'UNWANTED'
  /** There was nothing left to say. */
  | 'EMPTY'
  /** The hub itself failed. */
  | 'INTERNAL';

/** A page of deliveries. */
export type DeliveryConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<DeliveryEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A delivery in a list. */
export type DeliveryEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The delivery. */
  readonly node: Delivery;
};

/** Something in an inbox. */
export type InboxItem = {
  /** Whether it is unread, read, or acknowledged by the viewer's member. */
  readonly state: InboxState;
  /** When it arrived or was last revised. */
  readonly arrivedAt: Scalars['DateTime']['output'];
  /** When it was read. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The publication. */
  readonly publication: Publication;
};

/** States of what is in an inbox. */
export type InboxState =
  /** Not read, or revised since. */
  | 'UNREAD'
  /** Read. */
  | 'READ'
  /** The member has answered. */
  | 'ACKNOWLEDGED';

/** How much is in an inbox, each counted to 1,000 at most. */
export type InboxCounts = {
  /** Unread. */
  readonly unread: Scalars['Int']['output'];
  /** Asking for an answer that the member has not given. */
  readonly unanswered: Scalars['Int']['output'];
};

/** A member's answer to a publication. */
export type Acknowledgement = {
  /** The answer. */
  readonly response: AcknowledgementResponse;
  /** A note to the sender. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The member that answered. */
  readonly member: Member;
  /** Who answered for it, for the member's own people and for the sender. */
  readonly person?: Maybe<Person>;
};

/** Answers. */
export type AcknowledgementResponse =
  /** We are acting on it. */
  | 'ACTING'
  /** We are not affected. */
  | 'NOT_AFFECTED'
  /** We need help. */
  | 'NEED_HELP';

/** Whom a publication reached. */
export type Reach = {
  /** How many people it was put before, or answered it; the origin's own people among them. */
  readonly notifiedCount: Scalars['Int']['output'];
  /** How many of them have opened it. */
  readonly openedCount: Scalars['Int']['output'];
  /** How many members it was put before; the origin, which does not answer itself, is not one of them. */
  readonly memberCount: Scalars['Int']['output'];
  /** How many of those members have answered. */
  readonly acknowledgedCount: Scalars['Int']['output'];
  /** How many have not. */
  readonly silentCount: Scalars['Int']['output'];
  /** To how many of those members it was sent by e-mail or webhook. */
  readonly sentCount: Scalars['Int']['output'];
  /** To how many it was to be sent, and could not be on any way. */
  readonly failedCount: Scalars['Int']['output'];
  /** The answers, counted. */
  readonly responses: ReadonlyArray<ResponseCount>;
  /** The same by state, most members first. */
  readonly byState: ReadonlyArray<RegionReach>;
  /** The same by kind of member, most first. */
  readonly byKind: ReadonlyArray<KindReach>;
  /** The members by name, with their answers; where `silentOnly`, only those that have not answered. */
  readonly members: MemberReachConnection;
};


/** Whom a publication reached. */
export type ReachMembersArgs = {
  silentOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** A count of one answer. */
export type ResponseCount = {
  /** The answer. */
  readonly response: AcknowledgementResponse;
  /** How many members gave it. */
  readonly count: Scalars['Int']['output'];
};

/** Reach in a state. */
export type RegionReach = {
  /** The state; null for members with the nation as jurisdiction, or none. */
  readonly region?: Maybe<Region>;
  /** How many members it was put before. */
  readonly memberCount: Scalars['Int']['output'];
  /** How many have it open by at least one person. */
  readonly openedCount: Scalars['Int']['output'];
  /** How many answered. */
  readonly acknowledgedCount: Scalars['Int']['output'];
  /** How many have not. */
  readonly silentCount: Scalars['Int']['output'];
  /** To how many it was sent by e-mail or webhook. */
  readonly sentCount: Scalars['Int']['output'];
  /** To how many it was to be sent, and could not be on any way. */
  readonly failedCount: Scalars['Int']['output'];
};

/** Reach among members of a kind. */
export type KindReach = {
  /** The kind. */
  readonly kind: MemberKind;
  /** How many members it was put before. */
  readonly memberCount: Scalars['Int']['output'];
  /** How many have it open by at least one person. */
  readonly openedCount: Scalars['Int']['output'];
  /** How many answered. */
  readonly acknowledgedCount: Scalars['Int']['output'];
  /** How many have not. */
  readonly silentCount: Scalars['Int']['output'];
  /** To how many it was sent by e-mail or webhook. */
  readonly sentCount: Scalars['Int']['output'];
  /** To how many it was to be sent, and could not be on any way. */
  readonly failedCount: Scalars['Int']['output'];
};

/** Reach at one member. */
export type MemberReach = {
  /** The member. */
  readonly member: Member;
  /** When the first of its people opened it. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its answer. */
  readonly acknowledgement?: Maybe<Acknowledgement>;
  /** How far the asking has come where no answer came in time; null where none is asked for in time. */
  readonly escalation?: Maybe<Escalation>;
};

/** Asking again where no answer came in time. */
export type Escalation = {
  /** Where it stands. */
  readonly state: EscalationState;
  /** The last step that was taken; null while the first is waited for. */
  readonly step?: Maybe<EscalationStep>;
  /** When the next step is due; null when there is none. */
  readonly nextAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Where the asking stands. */
export type EscalationState =
  /** An answer is waited for. */
  | 'OPEN'
  /** It was answered. */
  | 'ANSWERED'
  /** Nobody is left to ask, or it is over. */
  | 'ENDED';

/** Steps of asking again. */
export type EscalationStep =
  /** Its people are asked by e-mail who had it in their inbox only, and by those webhook endpoints to which it did not go. */
  | 'CHANNEL'
  /** The next of its contacts is asked. */
  | 'CONTACT'
  /** The jurisdiction above is told. */
  | 'ABOVE';

/** A page of members reached. */
export type MemberReachConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<MemberReachEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A member reached, in a list. */
export type MemberReachEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The member. */
  readonly node: MemberReach;
};

/** What to mark. */
export type MarkInboxInput = {
  /** The publications, at most 100. */
  readonly publicationIds: ReadonlyArray<Scalars['ID']['input']>;
  /** READ or UNREAD. */
  readonly state: InboxState;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What was marked. */
export type MarkInboxPayload = {
  /** The items, in the order asked; what is not in the inbox is left out. */
  readonly items: ReadonlyArray<InboxItem>;
};

/** An answer. */
export type AcknowledgeInput = {
  /** The publication. */
  readonly publicationId: Scalars['ID']['input'];
  /** The answer. */
  readonly response: AcknowledgementResponse;
  /** A note to the sender, at most 1,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to remind of. */
export type RemindSilentInput = {
  /** The publication. */
  readonly publicationId: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Who is reminded. Whoever was already reminded of this release is not, and not counted. */
export type RemindSilentPayload = {
  /** How many members. */
  readonly memberCount: Scalars['Int']['output'];
  /** How many people. */
  readonly personCount: Scalars['Int']['output'];
  /** The publication. */
  readonly publication: Publication;
};

/** An answer given. */
export type AcknowledgePayload = {
  /** The answer. */
  readonly acknowledgement: Acknowledgement;
  /** What was answered. */
  readonly publication: Publication;
};

/** A page of an inbox. */
export type InboxConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<InboxEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An item in a list. */
export type InboxEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. */
  readonly node: InboxItem;
};

/** Formats of documents that leave the hub. */
export type ExportFormat =
  /** STIX 2.1: a bundle. */
  | 'STIX'
  /** MISP: an event. */
  | 'MISP'
  /** CSAF 2.0: a security advisory. */
  | 'CSAF'
  /** CAP 1.2: an alert message. */
  | 'CAP'
  /** CSV: a line; the header is `ExportConnection.header`. */
  | 'CSV';

/** A publication as a document of another format. */
export type ExportedDocument = {
  /** The publication's id. */
  readonly publicationId: Scalars['ID']['output'];
  /** What to call the file: the publication's id and the format, and nothing that it says. */
  readonly fileName: Scalars['String']['output'];
  /** Its media type. */
  readonly mediaType: Scalars['String']['output'];
  /** The document. */
  readonly text: Scalars['String']['output'];
  /** Whether it is the document that the publication was taken from, byte for byte. */
  readonly original: Scalars['Boolean']['output'];
};

/** A page of exported documents. */
export type ExportConnection = {
  /** The documents. A page may hold fewer than were asked for while more follow. */
  readonly edges: ReadonlyArray<ExportEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What goes before the first document, once: the header of CSV. */
  readonly header?: Maybe<Scalars['String']['output']>;
};

/** An exported document in a page. */
export type ExportEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The document. */
  readonly node: ExportedDocument;
};

/** A vulnerability that is known to be exploited. */
export type KnownExploited = {
  /** Its CVE id. */
  readonly cve: Scalars['String']['output'];
  /** The vendor or project. */
  readonly vendor: Scalars['String']['output'];
  /** The product. */
  readonly product: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What it is. */
  readonly description: Scalars['String']['output'];
  /** What federal agencies must do about it. */
  readonly requiredAction: Scalars['String']['output'];
  /** The day it was added to the catalogue: `2026-11-03`. */
  readonly addedOn: Scalars['String']['output'];
  /** The day by which federal agencies must have acted. */
  readonly dueOn: Scalars['String']['output'];
  /** Whether ransomware is known to use it. */
  readonly ransomware: Scalars['Boolean']['output'];
  /** When the hub took it in, or learned that ransomware uses it. */
  readonly changedAt: Scalars['DateTime']['output'];
};

/** A page of the catalogue. */
export type KnownExploitedConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<KnownExploitedEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An entry in a page of the catalogue. */
export type KnownExploitedEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The entry. */
  readonly node: KnownExploited;
};

/** Whoever is asking. */
export type Viewer = {
  /** The person. */
  readonly person: Person;
  /** Their member. */
  readonly member: Member;
  /** Their roles. */
  readonly roles: ReadonlyArray<Role>;
  /** What they may do at all, by the names of the table of actions: what a screen offers. */
  readonly actions: ReadonlyArray<Scalars['String']['output']>;
  /** Their open sessions and tokens. */
  readonly sessions: ReadonlyArray<Session>;
  /** Their API keys that have not been revoked. */
  readonly apiKeys: ReadonlyArray<ApiKey>;
};

/** A browser's session or a program's token. */
export type Session = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: SessionKind;
  /** Whether it carries this request. */
  readonly current: Scalars['Boolean']['output'];
  /** When it began. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was last used, to within a minute. */
  readonly lastUsedAt: Scalars['DateTime']['output'];
  /** When it ends at the latest. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What the client called itself. */
  readonly userAgent?: Maybe<Scalars['String']['output']>;
};

/** Ways of being signed in. */
export type SessionKind =
  /** A browser's cookie. */
  | 'COOKIE'
  /** A program's bearer token. */
  | 'TOKEN';

/** A key for programs. */
export type ApiKey = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its first characters, to tell it from others. */
  readonly prefix: Scalars['String']['output'];
  /** What it is good for. */
  readonly scopes: ReadonlyArray<ApiKeyScope>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it ends. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** When it was last used, to within a minute. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What an API key is good for, within what its person may do. */
export type ApiKeyScope =
  /** To read. */
  | 'READ'
  /** To draft, release, revise, withdraw and acknowledge. */
  | 'PUBLISH'
  /** To read feeds, and nothing else: such a key may stand in a feed's address. */
  | 'FEED';

/** An account's e-mail and password. */
export type SignInInput = {
  /** The e-mail address. */
  readonly email: Scalars['String']['input'];
  /** The password. */
  readonly password: Scalars['String']['input'];
};

/** The end of a session. */
export type SignOutPayload = {
  /** Whether there was one to end. */
  readonly signedOut: Scalars['Boolean']['output'];
};

/** A new session. */
export type SignInPayload = {
  /** Who signed in. */
  readonly viewer: Viewer;
  /** When the session ends at the latest. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** A new token. */
export type IssueTokenPayload = {
  /** The token, to be sent as `Authorization: Bearer`; shown this once. */
  readonly token: Scalars['String']['output'];
  /** Who signed in. */
  readonly viewer: Viewer;
  /** When it ends. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** An invitation to accept. */
export type AcceptInvitationInput = {
  /** The token of the link. */
  readonly token: Scalars['String']['input'];
  /** The new password: 15 characters or more, and not one that is known or easily guessed. */
  readonly password: Scalars['String']['input'];
  /** The person's name, where it should differ from the invitation's. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** An accepted invitation. */
export type AcceptInvitationPayload = {
  /** The address to sign in with. */
  readonly email: Scalars['String']['output'];
};

/** Whoever has forgotten their password. */
export type RequestPasswordResetInput = {
  /** The address that they sign in with. */
  readonly email: Scalars['String']['input'];
};

/** That a request was noted, for whatever address. */
export type RequestPasswordResetPayload = {
  /** True. */
  readonly noted: Scalars['Boolean']['output'];
};

/** A change of password. */
export type ChangePasswordInput = {
  /** The present password. */
  readonly currentPassword: Scalars['String']['input'];
  /** The new one: 15 characters or more, and not one that is known or easily guessed. */
  readonly newPassword: Scalars['String']['input'];
};

/** A changed password. */
export type ChangePasswordPayload = {
  /** How many other sessions and tokens were ended. */
  readonly endedSessions: Scalars['Int']['output'];
};

/** A session to end. */
export type EndSessionInput = {
  /** The session. */
  readonly id: Scalars['ID']['input'];
};

/** An ended session. */
export type EndSessionPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** An API key to create. */
export type CreateApiKeyInput = {
  /** Its name, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What it is good for. */
  readonly scopes: ReadonlyArray<ApiKeyScope>;
  /** In how many days it ends, 1 to 365. */
  readonly expiresInDays?: Scalars['Int']['input'];
};

/** A new API key. */
export type CreateApiKeyPayload = {
  /** The key. */
  readonly apiKey: ApiKey;
  /** The secret, to be sent as `Authorization: Bearer`; shown this once. */
  readonly secret: Scalars['String']['output'];
};

/** An API key to revoke. */
export type RevokeApiKeyInput = {
  /** The key. */
  readonly id: Scalars['ID']['input'];
};

/** A revoked API key. */
export type RevokeApiKeyPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** An observable by which something bad is known: a plain value, or a STIX pattern. */
export type Indicator = {
  /** Its id; its STIX id is `indicator--` and this. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly type: IndicatorType;
  /** The value in its canonical form; null for a pattern. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** The STIX pattern; of a plain value the one that stands for it. */
  readonly pattern: Scalars['String']['output'];
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** How sure its origin is, from 0 to 100. */
  readonly confidence?: Maybe<Scalars['Int']['output']>;
  /** Since when it is good. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Until when it is good. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Where in an attack it belongs. */
  readonly killChainPhases: ReadonlyArray<KillChainPhase>;
  /** Its TLP; never looser than its publication's is now. */
  readonly tlp: Tlp;
  /** The TLP as FIRST writes it. */
  readonly tlpLabel: Scalars['String']['output'];
  /** Whether its origin is named. */
  readonly attribution: Attribution;
  /** Who shared it; null where the origin is anonymous to the viewer. */
  readonly origin?: Maybe<Member>;
  /** The publication that it is part of. */
  readonly publication?: Maybe<Publication>;
  /** Whether it is believed. */
  readonly state: IndicatorState;
  /** Why the value is well known to be harmless, if it is: to block it would hurt. */
  readonly harmless?: Maybe<HarmlessKind>;
  /** When it was shared. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** How often it was seen, by all who told. */
  readonly sightingCount: Scalars['Int']['output'];
  /** When it was first seen. */
  readonly firstSeen?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last seen. */
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** The latest sightings. */
  readonly sightings: ReadonlyArray<Sighting>;
};


/** An observable by which something bad is known: a plain value, or a STIX pattern. */
export type IndicatorSightingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody saw it. */
export type Sighting = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** When it was told. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was first seen in this sighting. */
  readonly firstSeen: Scalars['DateTime']['output'];
  /** When it was last seen in this sighting. */
  readonly lastSeen: Scalars['DateTime']['output'];
  /** How often. */
  readonly count: Scalars['Int']['output'];
  /** Who saw it; null unless they let it be told. */
  readonly member?: Maybe<Member>;
};

/** Where in an attack something belongs. */
export type KillChainPhase = {
  /** The chain, such as `mitre-attack`. */
  readonly killChain: Scalars['String']['output'];
  /** The phase, such as `initial-access`. */
  readonly phase: Scalars['String']['output'];
};

/** What is known of a value that was looked up. */
export type LookUp = {
  /** The value as it was given. */
  readonly value: Scalars['String']['output'];
  /** What it was taken for; null for what is no value. */
  readonly type?: Maybe<IndicatorType>;
  /** Its canonical form. */
  readonly canonical?: Maybe<Scalars['String']['output']>;
  /** Whether an indicator that the viewer may see holds it. */
  readonly known: Scalars['Boolean']['output'];
  /** How often it was seen. */
  readonly sightingCount: Scalars['Int']['output'];
  /** When it was first seen. */
  readonly firstSeen?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last seen. */
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is well known to be harmless, if it is. */
  readonly harmless?: Maybe<HarmlessKind>;
  /** The indicators that hold it, latest first, at most 10. */
  readonly indicators: ReadonlyArray<Indicator>;
};

/** What an indicator is. */
export type IndicatorType =
  /** An IPv4 address or network. */
  | 'IPV4'
  /** An IPv6 address or network. */
  | 'IPV6'
  /** A domain name. */
  | 'DOMAIN'
  /** A URL. */
  | 'URL'
  /** An e-mail address. */
  | 'EMAIL'
  /** The MD5 digest of a file. */
  | 'MD5'
  /** The SHA-1 digest of a file. */
  | 'SHA1'
  /** The SHA-256 digest of a file. */
  | 'SHA256'
  /** The SHA-512 digest of a file. */
  | 'SHA512'
  /** A STIX pattern that says more than one value does. */
  | 'PATTERN';

/** Whether an indicator is believed. */
export type IndicatorState =
  /** It is. */
  | 'ACTIVE'
  /** It was revoked. */
  | 'REVOKED';

/** Why a value is well known to be harmless. */
export type HarmlessKind =
  /** An address that is not routed on the internet. */
  | 'PRIVATE_ADDRESS'
  /** A DNS service that most networks ask. */
  | 'PUBLIC_RESOLVER'
  /** A name that leads nowhere. */
  | 'RESERVED_NAME'
  /** A site of the nation's own election offices or governments. */
  | 'ELECTION_SITE'
  /** A site on which half of the web depends. */
  | 'POPULAR_SITE'
  /** The digest of nothing. */
  | 'EMPTY_FILE';

/** What came of sharing an indicator. */
export type AddingOutcome =
  /** It is shared. */
  | 'ADDED'
  /** It was shared before, and says something else now. */
  | 'UPDATED'
  /** It was shared before, and nothing changed. */
  | 'KNOWN';

/** A page of indicators. */
export type IndicatorConnection = {
  /** The indicators. */
  readonly edges: ReadonlyArray<IndicatorEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An indicator in a list. */
export type IndicatorEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The indicator. */
  readonly node: Indicator;
};

/** What is asked of indicators. Everything given must match. */
export type IndicatorFilter = {
  /** What they are. */
  readonly types?: InputMaybe<ReadonlyArray<IndicatorType>>;
  /** Only those that are believed. */
  readonly activeOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Indicators to share, and what holds for all of them. */
export type AddIndicatorsInput = {
  /** The publication that they are part of; without one they are shared by themselves. */
  readonly publicationId?: InputMaybe<Scalars['ID']['input']>;
  /** Whom they are for. Those of a publication are for whom it is for now, and take none. */
  readonly audience?: InputMaybe<AudienceInput>;
  /**
   * Their TLP. Of a publication: not looser than it, and by default the same. By themselves: AMBER by default, and not RED, which
   * goes to persons whom a publication names.
   */
  readonly tlp?: InputMaybe<Tlp>;
  /** Whether their origin is named; those of a publication are as it is. */
  readonly attribution?: InputMaybe<Attribution>;
  /** The indicators. */
  readonly indicators: ReadonlyArray<IndicatorInput>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An indicator to share: a value or a pattern. */
export type IndicatorInput = {
  /** A plain value, as it is or defanged: `hxxps://evil[.]example/`. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
  /** A STIX pattern, STIX 2.1 section 9. */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
  /** What it is about, at most 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** How sure one is, from 0 to 100. */
  readonly confidence?: InputMaybe<Scalars['Int']['input']>;
  /** Since when it is good; by default now. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until when it is good. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where in an attack it belongs, at most 10. */
  readonly killChainPhases?: InputMaybe<ReadonlyArray<KillChainPhaseInput>>;
};

/** Where in an attack something belongs. */
export type KillChainPhaseInput = {
  /** The chain, such as `mitre-attack`. */
  readonly killChain: Scalars['String']['input'];
  /** The phase, such as `initial-access`. */
  readonly phase: Scalars['String']['input'];
};

/** An indicator that is no longer believed. */
export type RevokeIndicatorInput = {
  /** The indicator. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A sighting. */
export type RecordSightingInput = {
  /** The indicator that was seen. */
  readonly indicatorId: Scalars['ID']['input'];
  /** When it was first seen; by default now. */
  readonly firstSeen?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it was last seen; by default when it was first seen. */
  readonly lastSeen?: InputMaybe<Scalars['DateTime']['input']>;
  /** How often. */
  readonly count?: InputMaybe<Scalars['Int']['input']>;
  /** Whether it is told who saw it, to all who see the indicator; by default to one's own people and hub analysts alone. */
  readonly attribution?: InputMaybe<Attribution>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of sharing indicators, in the order given. */
export type AddIndicatorsPayload = {
  /** One for each. */
  readonly results: ReadonlyArray<AddedIndicator>;
};

/** What came of sharing one indicator. */
export type AddedIndicator = {
  /** What came of it. */
  readonly outcome: AddingOutcome;
  /** The indicator as it is now. */
  readonly indicator: Indicator;
};

/** An indicator as it is now. */
export type IndicatorPayload = {
  /** The indicator. */
  readonly indicator: Indicator;
};

/** A numbered, immutable version of a publication. */
export type Revision = {
  /** The alert level that it set; null unless it set one. */
  readonly alertLevel?: Maybe<AlertLevelSetting>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its number among the revisions that the viewer may see, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When it was released. */
  readonly releasedAt: Scalars['DateTime']['output'];
  /** What was changed, in the releaser's words. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Its gist. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** Its body in Markdown. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** What to do, in Markdown. */
  readonly instructions?: Maybe<Scalars['String']['output']>;
  /** Its TLP. */
  readonly tlp: Tlp;
  /** Its severity. */
  readonly severity?: Maybe<Severity>;
  /** Whom it was addressed to. */
  readonly audience?: Maybe<Audience>;
  /** Who released it, for the origin's own people and, unless it is red, hub analysts. */
  readonly releasedBy?: Maybe<Person>;
};

/** A draft's content. */
export type DraftContent = {
  /** The alert level that it will set; null unless it sets one. */
  readonly alertLevel?: Maybe<AlertLevelSetting>;
  /** What kind of publication it will be. */
  readonly kind: PublicationKind;
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Its gist. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** Its body in Markdown. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** What to do. */
  readonly instructions?: Maybe<Scalars['String']['output']>;
  /** Its TLP. */
  readonly tlp: Tlp;
  /** Whom it is addressed to. */
  readonly audience: Audience;
  /** Whether its origin will be named. */
  readonly attribution: Attribution;
  /** Whether it is real. */
  readonly status: PublicationStatus;
  /** Its severity. */
  readonly severity?: Maybe<Severity>;
  /** Its urgency. */
  readonly urgency?: Maybe<Urgency>;
  /** Its certainty. */
  readonly certainty?: Maybe<Certainty>;
  /** Which systems it concerns. */
  readonly affectedSystems: ReadonlyArray<AffectedSystem>;
  /** Affected products. */
  readonly affectedProducts: ReadonlyArray<Scalars['String']['output']>;
  /** CVE ids. */
  readonly cves: ReadonlyArray<Scalars['String']['output']>;
  /** References. */
  readonly references: ReadonlyArray<Reference>;
  /** Analytic confidence. */
  readonly analyticConfidence?: Maybe<AnalyticConfidence>;
  /** Sourcing statement. */
  readonly sourcing?: Maybe<Scalars['String']['output']>;
  /** Handling caveats. */
  readonly handling: ReadonlyArray<Scalars['String']['output']>;
  /** The federal partner on whose behalf the hub posts it. */
  readonly onBehalfOf?: Maybe<Member>;
  /** Within how many minutes an answer is asked for. */
  readonly acknowledgeWithinMinutes?: Maybe<Scalars['Int']['output']>;
  /** When it stops being current. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Alert levels, least first. */
export type AlertLevel =
  /** Nothing beyond the usual. */
  | 'LOW'
  /** A general risk. */
  | 'GUARDED'
  /** A significant risk. */
  | 'ELEVATED'
  /** A high risk. */
  | 'HIGH'
  /** A severe risk: events are under way or about to be. */
  | 'SEVERE';

/** A level and the region for which it is set. */
export type AlertLevelSetting = {
  /** The region. */
  readonly region: Region;
  /** The level. */
  readonly level: AlertLevel;
};

/** The level of a region at present. */
export type AlertLevelStanding = {
  /** The region. */
  readonly region: Region;
  /** The level. */
  readonly level: AlertLevel;
  /** The region for which it was set: itself, or the nearest above it that has one. */
  readonly setFor: Region;
  /** Since when it is said so: when the advisory was last released. */
  readonly since: Scalars['DateTime']['output'];
  /** Why, in the words of who set it. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The advisory that says so, with its TLP, origin and history. */
  readonly publication: Publication;
};

/** A change of a region's level. */
export type AlertLevelChange = {
  /** The level. */
  readonly level: AlertLevel;
  /** When it was set. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The TLP under which it was said. */
  readonly tlp: Tlp;
  /** The advisory that says so. */
  readonly publication: Publication;
};

/** A page of changes. */
export type AlertLevelChangeConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<AlertLevelChangeEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A change in a list. */
export type AlertLevelChangeEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The change. */
  readonly node: AlertLevelChange;
};

/** What to count by region. */
export type RegionActivityFilter = {
  /** Only regions at or under this one. */
  readonly within?: InputMaybe<Scalars['RegionCode']['input']>;
  /** From when; at most 92 days before `until`. */
  readonly from: Scalars['DateTime']['input'];
  /** Until when; by default now. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<PublicationKind>>;
  /** The least severity. */
  readonly severityAtLeast?: InputMaybe<Severity>;
};

/** How much was released for a region. */
export type RegionActivity = {
  /** The region. */
  readonly region: Region;
  /** How many publications are addressed to it or under it. */
  readonly publicationCount: Scalars['Int']['output'];
  /** How many of them are alerts. */
  readonly alertCount: Scalars['Int']['output'];
  /** The greatest severity among them. */
  readonly highestSeverity?: Maybe<Severity>;
};

/** A level to set. */
export type SetAlertLevelInput = {
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
  /** The level. */
  readonly level: AlertLevel;
  /** Why, in Markdown; 1 to 5,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** What to do, in Markdown; at most 10,000 characters. */
  readonly instructions?: InputMaybe<Scalars['String']['input']>;
  /** Its TLP; by default what it has so far, and AMBER for a new one. A red one is not for a region. */
  readonly tlp?: InputMaybe<Tlp>;
  /** When it stops being current; in the future. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An organization in the community. */
export type Member = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What kind of organization it is. */
  readonly kind: MemberKind;
  /** The region that it answers for; a partner has none. */
  readonly jurisdiction?: Maybe<Region>;
  /** Whether it is suspended. For its own people and the hub's operators. */
  readonly suspended?: Maybe<Scalars['Boolean']['output']>;
  /** Its settings, for its own people and the hub's operators. */
  readonly settings?: Maybe<MemberSettings>;
  /** Its people: all for its own people and the hub's operators, the listed contacts for everyone else. */
  readonly people: PersonConnection;
  /** Invitations not yet accepted, for its coordinators and the hub's operators. */
  readonly invitations: InvitationConnection;
  /** Whom of its people to ask one after another when an alert goes unanswered; for its own people and the hub's operators. */
  readonly contactList?: Maybe<ReadonlyArray<DutyContact>>;
};


/** An organization in the community. */
export type MemberPeopleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** An organization in the community. */
export type MemberInvitationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** How a member works. */
export type MemberSettings = {
  /** Whether a release needs a second person besides the author. */
  readonly twoPersonRelease: Scalars['Boolean']['output'];
  /** For a partner: the regions that its agreement lets it address. */
  readonly agreedRegions: ReadonlyArray<Region>;
};

/** Kinds of member. */
export type MemberKind =
  /** A state's chief election office. */
  | 'STATE'
  /** A county, city or town election office. */
  | 'LOCAL'
  /** A federal partner. */
  | 'FEDERAL'
  /** The hub's own operations centre. */
  | 'HUB'
  /** A vendor, platform or association. */
  | 'PARTNER';

/** A person with an account, who belongs to exactly one member. */
export type Person = {
  /** Their id. */
  readonly id: Scalars['ID']['output'];
  /** Their name or the name of their desk. */
  readonly name: Scalars['String']['output'];
  /** Their e-mail address, for their own member and the hub's operators. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Their roles, for their own member and the hub's operators. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** Whether other members may see them as a contact. */
  readonly contact: Scalars['Boolean']['output'];
  /** Whether they are suspended, for their own member and the hub's operators. */
  readonly suspended?: Maybe<Scalars['Boolean']['output']>;
  /** The member that they belong to. */
  readonly member: Member;
};

/** What a person may do. */
export type Role =
  /** Reads. */
  | 'VIEWER'
  /** Drafts, and acknowledges for the member. */
  | 'AUTHOR'
  /** Releases, revises and withdraws. */
  | 'RELEASER'
  /** Runs the member's people, subscriptions and keys. */
  | 'COORDINATOR'
  /** At the hub: triage, curation and review. */
  | 'ANALYST'
  /** At the hub: members, regions and configuration. */
  | 'OPERATOR'
  /** At the hub: the audit log, and no content. */
  | 'AUDITOR';

/** A named set of members, run by its owner. Only its own members know of it. */
export type Group = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** The member that runs it. */
  readonly owner: Member;
  /** Its members, by name. */
  readonly members: MemberConnection;
};


/** A named set of members, run by its owner. Only its own members know of it. */
export type GroupMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** An invitation to join, or to set a new password. */
export type Invitation = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly purpose: InvitationPurpose;
  /** The member that the person joins. */
  readonly member: Member;
  /** The invited address. */
  readonly email: Scalars['String']['output'];
  /** The name under which the person is invited. */
  readonly name: Scalars['String']['output'];
  /** The roles that come with it. */
  readonly roles: ReadonlyArray<Role>;
  /** When it ends. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** What a link is for. */
export type InvitationPurpose =
  /** To join a member. */
  | 'JOIN'
  /** To set a new password. */
  | 'RESET';

/** Which members to list. */
export type MemberFilter = {
  /** A part of the name. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Only these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<MemberKind>>;
  /** Only members whose jurisdiction lies at or under this region. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** A member to add. */
export type CreateMemberInput = {
  /** Its name, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Its kind. */
  readonly kind: MemberKind;
  /** Its jurisdiction: a state for STATE, a county or place for LOCAL, the nation for FEDERAL and HUB, none for PARTNER. */
  readonly jurisdiction?: InputMaybe<Scalars['RegionCode']['input']>;
  /** For a partner: the regions that its agreement lets it address. */
  readonly agreedRegions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of a member; what is left out stays. */
export type UpdateMemberInput = {
  /** The member. */
  readonly id: Scalars['ID']['input'];
  /** Its new name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Its new jurisdiction. */
  readonly jurisdiction?: InputMaybe<Scalars['RegionCode']['input']>;
  /** The regions that a partner's agreement lets it address. */
  readonly agreedRegions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a member releases. */
export type ConfigureMemberInput = {
  /** The member. */
  readonly id: Scalars['ID']['input'];
  /** Whether a release needs a second person besides the author. */
  readonly twoPersonRelease: Scalars['Boolean']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A member to suspend. */
export type SuspendMemberInput = {
  /** The member. */
  readonly id: Scalars['ID']['input'];
  /** Why, for the audit log; at most 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A member to reinstate. */
export type ReinstateMemberInput = {
  /** The member. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Whom to invite. */
export type InvitePersonInput = {
  /** The member to join; by default the viewer's own. */
  readonly memberId?: InputMaybe<Scalars['ID']['input']>;
  /** The address that the person will sign in with. */
  readonly email: Scalars['String']['input'];
  /** Their name or the name of their desk. */
  readonly name: Scalars['String']['input'];
  /** The roles that they will hold. */
  readonly roles: ReadonlyArray<Role>;
  /** Makes a repetition return the first result, without the link, which is shown once. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Whom to invite, by CSV. */
export type InvitePeopleInput = {
  /** The member to join; by default the viewer's own. */
  readonly memberId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * CSV (RFC 4180) with a header line: `email,name,roles`, in any order; roles are separated by spaces, semicolons or `|`. At most
   * 200 people and 100,000 characters.
   */
  readonly csv: Scalars['String']['input'];
  /** Whether only to tell what would come of it. */
  readonly dryRun?: Scalars['Boolean']['input'];
  /** Makes a repetition return the first result, without the links, which are shown once. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An invitation to withdraw. */
export type RevokeInvitationInput = {
  /** The invitation. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Whose password to reset. */
export type CreatePasswordResetInput = {
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** Makes a repetition return the first result, without the link, which is shown once. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Roles to set. */
export type ChangeRolesInput = {
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** All roles that they hold from now on. */
  readonly roles: ReadonlyArray<Role>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a person is listed. */
export type SetContactInput = {
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** Whether other members may see them. */
  readonly contact: Scalars['Boolean']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A person to suspend. */
export type SuspendPersonInput = {
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** Why, for the audit log; at most 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A person to reinstate. */
export type ReinstatePersonInput = {
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A group to create. */
export type CreateGroupInput = {
  /** Its name, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Its first members besides the owner. */
  readonly memberIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A group's new name. */
export type RenameGroupInput = {
  /** The group. */
  readonly groupId: Scalars['ID']['input'];
  /** Its new name. */
  readonly name: Scalars['String']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A member to add to a group. */
export type AddGroupMemberInput = {
  /** The group. */
  readonly groupId: Scalars['ID']['input'];
  /** The member. */
  readonly memberId: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A member to take out of a group. */
export type RemoveGroupMemberInput = {
  /** The group. */
  readonly groupId: Scalars['ID']['input'];
  /** The member. */
  readonly memberId: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A group to close. */
export type CloseGroupInput = {
  /** The group. */
  readonly groupId: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A member as it is now. */
export type MemberPayload = {
  /** The member. */
  readonly member: Member;
};

/** A person as they are now. */
export type PersonPayload = {
  /** The person. */
  readonly person: Person;
};

/** An invitation and its link. */
export type InvitePersonPayload = {
  /** The invitation. */
  readonly invitation: Invitation;
  /** The link, shown this once; null when the request was a repetition. */
  readonly link?: Maybe<Scalars['String']['output']>;
};

/** What came of inviting many. */
export type InvitePeoplePayload = {
  /** Whether they are invited; false for a dry run, and when a line is wrong. */
  readonly invited: Scalars['Boolean']['output'];
  /** The lines, in order. */
  readonly lines: ReadonlyArray<InvitedLine>;
  /** How many lines are wrong. */
  readonly errorCount: Scalars['Int']['output'];
};

/** A line of the CSV. */
export type InvitedLine = {
  /** Its number in the text, from 1; the header is a line too. */
  readonly line: Scalars['Int']['output'];
  /** The address, as far as it can be read. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The roles. */
  readonly roles: ReadonlyArray<Role>;
  /** The invitation, once it is made. */
  readonly invitation?: Maybe<Invitation>;
  /** The link, shown this once; null when the request was a repetition. */
  readonly link?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it; null if nothing is. */
  readonly error?: Maybe<InvitedLineError>;
};

/** What is wrong with a line. */
export type InvitedLineError = {
  /** The code, as of every refusal. */
  readonly code: Scalars['String']['output'];
  /** The column; null where the whole line is wrong. */
  readonly column?: Maybe<Scalars['String']['output']>;
  /** A sentence that says what would be right. */
  readonly message: Scalars['String']['output'];
};

/** A withdrawn invitation. */
export type RevokeInvitationPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** A link to set a new password. */
export type CreatePasswordResetPayload = {
  /** The link, shown this once; null when the request was a repetition. */
  readonly link?: Maybe<Scalars['String']['output']>;
  /** When it ends. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** A group as it is now. */
export type GroupPayload = {
  /** The group. */
  readonly group: Group;
};

/** A member taken out of a group. */
export type RemoveGroupMemberPayload = {
  /** The group; null for whoever no longer belongs to it. */
  readonly group?: Maybe<Group>;
};

/** A closed group. */
export type CloseGroupPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** A page of members. */
export type MemberConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<MemberEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A member in a list. */
export type MemberEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The member. */
  readonly node: Member;
};

/** A page of people. */
export type PersonConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<PersonEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A person in a list. */
export type PersonEdge = {
  /** Their position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The person. */
  readonly node: Person;
};

/** A page of groups. */
export type GroupConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<GroupEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A group in a list. */
export type GroupEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The group. */
  readonly node: Group;
};

/** A page of invitations. */
export type InvitationConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<InvitationEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An invitation in a list. */
export type InvitationEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation. */
  readonly node: Invitation;
};

/** How somebody is reached. */
export type Preferences = {
  /** Whose they are. */
  readonly owner: SubscriptionOwner;
  /** On which ways what of each severity comes, from BASELINE to EMERGENCY. What has no severity counts as BASELINE. */
  readonly channels: ReadonlyArray<SeverityChannels>;
  /** When nothing comes by e-mail but what is SEVERE or worse; null for no such hours. */
  readonly quietHours?: Maybe<QuietHours>;
  /** The time zone of all these hours, a name of the IANA database such as `America/Chicago`. */
  readonly timeZone: Scalars['String']['output'];
  /** When digests come. */
  readonly digest: DigestTimes;
  /** Which of these were set here. The others follow the member's or, there, what is usual. */
  readonly own: ReadonlyArray<PreferenceName>;
};

/** The parts of preferences. */
export type PreferenceName =
  /** What comes when by e-mail, and what by webhook. */
  | 'CHANNELS'
  /** Quiet hours. */
  | 'QUIET_HOURS'
  /** The time zone. */
  | 'TIME_ZONE'
  /** When digests come. */
  | 'DIGEST';

/** How what of one severity comes. */
export type SeverityChannels = {
  /** The severity. */
  readonly severity: Severity;
  /** When it comes by e-mail. */
  readonly email: MailTiming;
  /**
   * Whether it is posted to one's webhook endpoints, as far as each asks for it; a member's goes for those of its people who have not
   * set it, and for the member's own endpoints. News of what an endpoint got is posted to it whatever is set.
   */
  readonly webhook: Scalars['Boolean']['output'];
};

/** When something comes by e-mail. */
export type MailTiming =
  /** By itself, at once. */
  | 'AT_ONCE'
  /** In the next digest; at once if its urgency is IMMEDIATE, it asks for an answer, or it is SEVERE or worse. */
  | 'DIGEST'
  /** Not at all: it is in the inbox only. */
  | 'OFF';

/** Hours of quiet. They go past midnight where `from` is the later. */
export type QuietHours = {
  /** When they begin, `HH:MM`. */
  readonly from: Scalars['String']['output'];
  /** When they end, `HH:MM`. */
  readonly until: Scalars['String']['output'];
};

/** When digests come. */
export type DigestTimes = {
  /** How often. */
  readonly every: DigestPeriod;
  /** At what time of day, `HH:MM`; an hourly digest comes on the hour. */
  readonly at: Scalars['String']['output'];
  /** On which day a weekly one comes. */
  readonly weekday: Weekday;
};

/** How often digests come. */
export type DigestPeriod =
  /** Every hour. */
  | 'HOUR'
  /** Every day. */
  | 'DAY'
  /** Every week. */
  | 'WEEK';

/** Days of the week. */
export type Weekday =
  /** Monday. */
  | 'MONDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Friday. */
  | 'FRIDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY';

/** Somebody to ask. */
export type DutyContact = {
  /** The person. */
  readonly person: Person;
  /** When they are on duty, by the member's time zone; none for always. */
  readonly duties: ReadonlyArray<Duty>;
};

/** Hours on duty on some days. What goes past midnight belongs to the day on which it begins. */
export type Duty = {
  /** The days. */
  readonly days: ReadonlyArray<Weekday>;
  /** When they begin, `HH:MM`. */
  readonly from: Scalars['String']['output'];
  /** When they end, `HH:MM`. */
  readonly until: Scalars['String']['output'];
};

/** How to be reached. */
export type SetPreferencesInput = {
  /** Whose preferences. */
  readonly owner?: InputMaybe<SubscriptionOwner>;
  /** What comes when by e-mail, and what by webhook; severities that are left out stay, and so does the way that one leaves out. */
  readonly channels?: InputMaybe<ReadonlyArray<SeverityChannelsInput>>;
  /** Quiet hours. */
  readonly quietHours?: InputMaybe<QuietHoursInput>;
  /** The time zone, a name of the IANA database such as `America/Chicago`. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** When digests come. */
  readonly digest?: InputMaybe<DigestTimesInput>;
  /** What to set no longer, but to follow the member in or, there, what is usual. */
  readonly inherit?: InputMaybe<ReadonlyArray<PreferenceName>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How what of one severity comes: one of the ways, or both. EMERGENCY is always AT_ONCE, and always posted. */
export type SeverityChannelsInput = {
  /** The severity. */
  readonly severity: Severity;
  /** When it comes by e-mail, where that changes. */
  readonly email?: InputMaybe<MailTiming>;
  /** Whether it is posted to webhook endpoints, where that changes. */
  readonly webhook?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Hours of quiet; without both times there are none. */
export type QuietHoursInput = {
  /** When they begin, `HH:MM`. */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** When they end, `HH:MM`. */
  readonly until?: InputMaybe<Scalars['String']['input']>;
};

/** When digests come. */
export type DigestTimesInput = {
  /** How often. */
  readonly every: DigestPeriod;
  /** At what time of day, `HH:MM`. */
  readonly at?: InputMaybe<Scalars['String']['input']>;
  /** On which day a weekly one comes. */
  readonly weekday?: InputMaybe<Weekday>;
};

/** Whom to ask, in order. */
export type SetContactListInput = {
  /** The contacts, at most 20, each of one's own member and named once; none empties the list. */
  readonly contacts: ReadonlyArray<DutyContactInput>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody to ask. */
export type DutyContactInput = {
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** When they are on duty, at most 14; none for always. */
  readonly duties?: InputMaybe<ReadonlyArray<DutyInput>>;
};

/** Hours on duty on some days. */
export type DutyInput = {
  /** The days. */
  readonly days: ReadonlyArray<Weekday>;
  /** When they begin, `HH:MM`. */
  readonly from: Scalars['String']['input'];
  /** When they end, `HH:MM`. */
  readonly until: Scalars['String']['input'];
};

/** Preferences as they are now. */
export type PreferencesPayload = {
  /** The preferences. */
  readonly preferences: Preferences;
};

/** A contact list as it is now. */
export type ContactListPayload = {
  /** The member, with its list. */
  readonly member: Member;
};

/** A mail to oneself. */
export type TestMailInput = {
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A mail on its way to oneself. */
export type TestMailPayload = {
  /** The delivery. */
  readonly deliveryId: Scalars['ID']['output'];
};

/** Whom a revision is addressed to. */
export type Audience = {
  /** The regions, with what lies under them. */
  readonly regions: ReadonlyArray<Region>;
  /** The kinds of member it is narrowed to; none means every kind. */
  readonly memberKinds: ReadonlyArray<MemberKind>;
  /** The groups it is widened by, as far as the viewer's member belongs to them. */
  readonly groups: ReadonlyArray<Group>;
  /** The persons that a red one names, for the origin's own people. */
  readonly persons: ReadonlyArray<Person>;
};

/** A withdrawal. */
export type Withdrawal = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Why, in the releaser's words. */
  readonly reason: Scalars['String']['output'];
};

/** A pointer to further reading. */
export type Reference = {
  /** What it is. */
  readonly title: Scalars['String']['output'];
  /** Its address; http or https. */
  readonly url: Scalars['String']['output'];
};

/** An entry of the release log, as the viewer may see it. */
export type Release = {
  /** Its position; resume after it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened, as it looks to the viewer. */
  readonly what: ReleaseKind;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The publication's id. */
  readonly publicationId: Scalars['ID']['output'];
  /** The publication as it is now; null when it is no longer available. */
  readonly publication?: Maybe<Publication>;
  /** The revision that was released; null when the viewer may not see it, or when it has been withdrawn. */
  readonly revision?: Maybe<Revision>;
};

/** A draft: of a new publication, or of a revision. */
export type Draft = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Counts its changes; send it back with the next one. */
  readonly version: Scalars['Int']['output'];
  /** Where it stands. */
  readonly state: DraftState;
  /** The member that it belongs to. */
  readonly member: Member;
  /** Who started it. */
  readonly author: Person;
  /** The publication that it revises; null for a new one. */
  readonly revises?: Maybe<Publication>;
  /** What it says so far. */
  readonly content: DraftContent;
  /** What is changed by it, in its writer's words, where they said so. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** What it is to supersede, as far as the viewer may see it. */
  readonly supersedes: ReadonlyArray<Publication>;
  /** Why it waits for review. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** The reviewer's note, when it was given back. */
  readonly reviewNote?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** When it will be released; null unless that is scheduled, or was and came to nothing. */
  readonly schedule?: Maybe<ReleaseSchedule>;
};

/** Why a draft goes to review instead of out. */
export type ReviewReason =
  /** Its author asked for it. */
  | 'REQUESTED'
  /** The member releases with two people. */
  | 'TWO_PERSON'
  /** It is addressed to the nation, which takes two people. */
  | 'NATIONAL_AUDIENCE'
  /** It reaches beyond what the member may address by itself. */
  | 'BEYOND_OWN_REGION';

/** Who would see a publication, and how many would hear of it. */
export type Preview = {
  /** How many members could see it. */
  readonly memberCount: Scalars['Int']['output'];
  /** How many people could see it. */
  readonly personCount: Scalars['Int']['output'];
  /** How many people would be notified: they subscribe to it, or it notifies them without a subscription. */
  readonly notifiedCount: Scalars['Int']['output'];
  /** Whether anyone could see it, signed in or not. */
  readonly public: Scalars['Boolean']['output'];
  /** The members that could see it, by kind. */
  readonly byKind: ReadonlyArray<KindCount>;
  /** The members that could see it, by state, most first. */
  readonly byState: ReadonlyArray<RegionCount>;
  /** The first members that could see it, by name. */
  readonly members: ReadonlyArray<Member>;
  /** Why releasing it would submit it for review instead; empty if it would go out at once. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
};


/** Who would see a publication, and how many would hear of it. */
export type PreviewMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A count of members of a kind. */
export type KindCount = {
  /** The kind. */
  readonly kind: MemberKind;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A count for a region. */
export type RegionCount = {
  /** The region. */
  readonly region: Region;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Kinds of publication. */
export type PublicationKind =
  /** A security event, posted by a state or local office or the hub. */
  | 'ALERT'
  /** Guidance with a revision history, from the hub, a state, a federal partner or a vendor. */
  | 'ADVISORY'
  /** Intelligence broadcast by a federal partner, or by the hub on its behalf. */
  | 'BULLETIN';

/** Whether a publication stands. */
export type PublicationState =
  /** It stands. */
  | 'RELEASED'
  /** It has been withdrawn; a tombstone stays. */
  | 'WITHDRAWN';

/** FIRST Traffic Light Protocol 2.0. */
export type Tlp =
  /** TLP:CLEAR: anyone. */
  | 'CLEAR'
  /** TLP:GREEN: the community. */
  | 'GREEN'
  /** TLP:AMBER: the audience and, as its clients' keeper, the state above. */
  | 'AMBER'
  /** TLP:AMBER+STRICT: the audience alone, with no forwarding. */
  | 'AMBER_STRICT'
  /** TLP:RED: the persons named. */
  | 'RED';

/** Whether the origin is named. */
export type Attribution =
  /** It is. */
  | 'NAMED'
  /** Only its own people and hub analysts can tell. */
  | 'ANONYMOUS';

/** CAP 1.2 status. */
export type PublicationStatus =
  /** Real. */
  | 'ACTUAL'
  /** An exercise. */
  | 'EXERCISE'
  /** A test. */
  | 'TEST';

/** US cyber incident severity schema. */
export type Severity =
  /** Level 0: unsubstantiated or inconsequential. */
  | 'BASELINE'
  /** Level 1: unlikely to have an effect. */
  | 'LOW'
  /** Level 2: may have an effect. */
  | 'MEDIUM'
  /** Level 3: likely to have a demonstrable effect. */
  | 'HIGH'
  /** Level 4: likely to have a significant effect. */
  | 'SEVERE'
  /** Level 5: an imminent threat to wide-scale services or lives. */
  | 'EMERGENCY';

/** CAP 1.2 urgency. */
export type Urgency =
  /** Act at once. */
  | 'IMMEDIATE'
  /** Act within the hour. */
  | 'EXPECTED'
  /** Act in the near future. */
  | 'FUTURE'
  /** It is over. */
  | 'PAST'
  /** Not known. */
  | 'UNKNOWN';

/** CAP 1.2 certainty. */
export type Certainty =
  /** It has been seen to happen. */
  | 'OBSERVED'
  /** More than even odds. */
  | 'LIKELY'
  /** Even odds or less. */
  | 'POSSIBLE'
  /** Not expected. */
  | 'UNLIKELY'
  /** Not known. */
  | 'UNKNOWN';

/** Systems of an election office. */
export type AffectedSystem =
  /** Voter registration. */
  | 'VOTER_REGISTRATION'
  /** Electronic pollbook. */
  | 'ELECTRONIC_POLLBOOK'
  /** Voting machine. */
  | 'VOTING_MACHINE'
  /** Ballot marking and tabulation. */
  | 'BALLOT_TABULATION'
  /** Election management. */
  | 'ELECTION_MANAGEMENT'
  /** Election night reporting. */
  | 'ELECTION_NIGHT_REPORTING'
  /** Public website. */
  | 'PUBLIC_WEBSITE'
  /** E-mail and office IT. */
  | 'OFFICE_IT'
  /** Social media and public information. */
  | 'PUBLIC_INFORMATION'
  /** Physical facility. */
  | 'PHYSICAL_FACILITY'
  /** People. */
  | 'PEOPLE'
  /** Something else. */
  | 'OTHER';

/** How confident the analysts are. */
export type AnalyticConfidence =
  /** Low confidence. */
  | 'LOW'
  /** Moderate confidence. */
  | 'MODERATE'
  /** High confidence. */
  | 'HIGH';

/** What happened in a release. */
export type ReleaseKind =
  /** It was published, as far as the viewer can tell. */
  | 'PUBLISHED'
  /** A new revision was released. */
  | 'REVISED'
  /** It was addressed to others. */
  | 'AUDIENCE_CHANGED'
  /** It was withdrawn. */
  | 'WITHDRAWN'
  /** It is no longer available to the viewer. */
  | 'UNAVAILABLE';

/** Where a draft stands. */
export type DraftState =
  /** Being written. */
  | 'DRAFT'
  /** Waiting for review. */
  | 'SUBMITTED'
  /** Given back with a note. */
  | 'RETURNED';

/** Which publications. */
export type PublicationFilter = {
  /** Only these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<PublicationKind>>;
  /** Only these TLPs. */
  readonly tlps?: InputMaybe<ReadonlyArray<Tlp>>;
  /** At least this severe; what has no severity is left out. */
  readonly severityAtLeast?: InputMaybe<Severity>;
  /** Only these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<PublicationStatus>>;
  /** Only those addressed to a region at or under one of these, or to one above them. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Only those concerning one of these systems. */
  readonly affectedSystems?: InputMaybe<ReadonlyArray<AffectedSystem>>;
  /** Only those of this member, where the viewer can tell. */
  readonly originId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those that name this CVE. */
  readonly cve?: InputMaybe<Scalars['String']['input']>;
  /** Released or revised at or after this moment. */
  readonly updatedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Released or revised before this moment. */
  readonly updatedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Leave out what has expired and what was withdrawn. */
  readonly currentOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which drafts. */
export type DraftFilter = {
  /** Only these states. */
  readonly states?: InputMaybe<ReadonlyArray<DraftState>>;
};

/** Whom to address. */
export type AudienceInput = {
  /** The regions, with what lies under them. For clear and green they say who is notified; for amber and stricter also who can see. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Narrows it to these kinds of member. */
  readonly memberKinds?: InputMaybe<ReadonlyArray<MemberKind>>;
  /** Widens it by these groups, of which one's own member must be a member. */
  readonly groupIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** For red: the persons, each of whom the viewer may know of. */
  readonly personIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A pointer to further reading. */
export type ReferenceInput = {
  /** What it is, at most 200 characters. */
  readonly title: Scalars['String']['input'];
  /** Its address; http or https. */
  readonly url: Scalars['String']['input'];
};

/** What a publication says. */
export type PublicationContentInput = {
  /** What kind it is. */
  readonly kind: PublicationKind;
  /** Its title, at most 200 characters. */
  readonly title: Scalars['String']['input'];
  /** Its gist, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** Its body in Markdown, at most 50,000 characters. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** What to do, in Markdown, at most 10,000 characters. */
  readonly instructions?: InputMaybe<Scalars['String']['input']>;
  /** Its TLP; AMBER where nothing is said, and in a revision what it was. */
  readonly tlp?: InputMaybe<Tlp>;
  /** Whom it is addressed to. */
  readonly audience: AudienceInput;
  /** Whether its origin is named; NAMED where nothing is said, and in a revision what it was. */
  readonly attribution?: InputMaybe<Attribution>;
  /** Whether it is real; ACTUAL where nothing is said, and in a revision what it was. */
  readonly status?: InputMaybe<PublicationStatus>;
  /** How severe the event is; an alert needs it. */
  readonly severity?: InputMaybe<Severity>;
  /** How soon to act; an alert needs it. */
  readonly urgency?: InputMaybe<Urgency>;
  /** How sure the origin is; an alert needs it. */
  readonly certainty?: InputMaybe<Certainty>;
  /** Which systems it concerns. */
  readonly affectedSystems?: InputMaybe<ReadonlyArray<AffectedSystem>>;
  /** Affected products, each at most 200 characters, at most 100. */
  readonly affectedProducts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** CVE ids, at most 100. */
  readonly cves?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** References, at most 50. */
  readonly references?: InputMaybe<ReadonlyArray<ReferenceInput>>;
  /** For a bulletin: analytic confidence. */
  readonly analyticConfidence?: InputMaybe<AnalyticConfidence>;
  /** For a bulletin: the sourcing statement, at most 2,000 characters. */
  readonly sourcing?: InputMaybe<Scalars['String']['input']>;
  /** For a bulletin: handling caveats, each at most 200 characters, at most 10. */
  readonly handling?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** For the hub: the federal partner on whose behalf it posts. */
  readonly onBehalfOfId?: InputMaybe<Scalars['ID']['input']>;
  /** Within how many minutes an answer is asked for, 5 to 10,080. */
  readonly acknowledgeWithinMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** When it stops being current; in the future. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A draft to start. */
export type CreateDraftInput = {
  /** What it says. */
  readonly content: PublicationContentInput;
  /** The publication that it revises. */
  readonly revisesId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a draft. */
export type UpdateDraftInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read. */
  readonly version: Scalars['Int']['input'];
  /** All that it says from now on. */
  readonly content: PublicationContentInput;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A draft to submit. */
export type SubmitDraftInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A draft to give back. */
export type ReturnDraftInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** What should be changed, at most 2,000 characters. */
  readonly note: Scalars['String']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A draft to discard. */
export type DiscardDraftInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A draft to release. */
export type ReleaseDraftInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read, so that nothing is released unseen. */
  readonly version: Scalars['Int']['input'];
  /** What was changed, for a revision; at most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** What this supersedes: each is withdrawn in the same moment. Without it, what the draft was to supersede as far as the releaser may withdraw it. */
  readonly supersedesIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to publish. */
export type PublishInput = {
  /** What it says. */
  readonly content: PublicationContentInput;
  /** What it supersedes: each is withdrawn in the same moment. */
  readonly supersedesIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A revision to release. */
export type RevisePublicationInput = {
  /** The publication. */
  readonly id: Scalars['ID']['input'];
  /** The id of the revision that was read; if another was released since, the answer is CONFLICT. */
  readonly revisionId: Scalars['ID']['input'];
  /** All that it says from now on. */
  readonly content: PublicationContentInput;
  /** What was changed, at most 500 characters. */
  readonly note: Scalars['String']['input'];
  /** For a hub analyst who loosens the TLP: where the origin's written word is to be found. It is audited. */
  readonly originsWord?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of audience. */
export type ChangeAudienceInput = {
  /** The publication. */
  readonly id: Scalars['ID']['input'];
  /** The id of the revision that was read. */
  readonly revisionId: Scalars['ID']['input'];
  /** Whom it is addressed to from now on. */
  readonly audience: AudienceInput;
  /** Its TLP from now on, where that changes. */
  readonly tlp?: InputMaybe<Tlp>;
  /** For a hub analyst who loosens the TLP: where the origin's written word is to be found. It is audited. */
  readonly originsWord?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A publication to withdraw. */
export type WithdrawPublicationInput = {
  /** The publication. */
  readonly id: Scalars['ID']['input'];
  /** Why, for everyone who could see it; at most 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** What supersedes it. */
  readonly supersededById?: InputMaybe<Scalars['ID']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A draft as it is now. */
export type DraftPayload = {
  /** The draft; null where it is no longer the viewer's to see, as when an analyst has given it back. */
  readonly draft?: Maybe<Draft>;
};

/** A discarded draft. */
export type DiscardDraftPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** How a release ended. */
export type ReleaseOutcome =
  /** It is out. */
  | 'RELEASED'
  /** It waits for review; nothing is out. */
  | 'SUBMITTED_FOR_REVIEW';

/** What came of a release. */
export type ReleasePayload = {
  /** How it ended. */
  readonly outcome: ReleaseOutcome;
  /** The publication, if it is out and the releaser may see it. */
  readonly publication?: Maybe<Publication>;
  /** The draft, if it waits for review. */
  readonly draft?: Maybe<Draft>;
  /** Why it waits for review. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** The release's position in the log; null while it waits for review. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
};

/** A page of the feed. */
export type PublicationConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<PublicationEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A publication in the feed. */
export type PublicationEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The publication. */
  readonly node: Publication;
};

/** A page of search results. */
export type SearchConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many match, counted to 1,000 at most. */
  readonly totalCount: Scalars['Int']['output'];
  /** How many match by facet, among the latest 1,000 matches. */
  readonly facets: SearchFacets;
};

/** A match. */
export type SearchEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The publication. */
  readonly node: Publication;
  /** The matching passage in pieces. */
  readonly snippet: ReadonlyArray<SnippetPiece>;
};

/** A piece of a passage. */
export type SnippetPiece = {
  /** The text, plain. */
  readonly text: Scalars['String']['output'];
  /** Whether it is what was searched for. */
  readonly match: Scalars['Boolean']['output'];
};

/** Counts of matches. */
export type SearchFacets = {
  /** By kind. */
  readonly kinds: ReadonlyArray<FacetCount>;
  /** By severity. */
  readonly severities: ReadonlyArray<FacetCount>;
  /** By TLP. */
  readonly tlps: ReadonlyArray<FacetCount>;
  /** By status. */
  readonly statuses: ReadonlyArray<FacetCount>;
  /** By affected system. */
  readonly affectedSystems: ReadonlyArray<FacetCount>;
  /** By state addressed, most first. */
  readonly states: ReadonlyArray<RegionCount>;
};

/** A count of matches that share a value. */
export type FacetCount = {
  /** The value, as in its enum. */
  readonly value: Scalars['String']['output'];
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A page of the release log. */
export type ReleaseConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<ReleaseEdge>;
  /** Where the page stands. `endCursor` is given for an empty page too, so that the reader can go on from there. */
  readonly pageInfo: PageInfo;
};

/** An entry of the log in a page. */
export type ReleaseEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The entry. */
  readonly node: Release;
};

/** A page of drafts. */
export type DraftConnection = {
  /** The entries. */
  readonly edges: ReadonlyArray<DraftEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A draft in a list. */
export type DraftEdge = {
  /** Its position. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The draft. */
  readonly node: Draft;
};

/** A place in the strict tree of regions. */
export type Region = {
  /** Its code, which is also its id. */
  readonly code: Scalars['RegionCode']['output'];
  /** Its name: `Dane County`. */
  readonly name: Scalars['String']['output'];
  /** Its name with its state: `Dane County, Wisconsin`. */
  readonly fullName: Scalars['String']['output'];
  /** Its level in the tree. */
  readonly level: RegionLevel;
  /** The region above it; null for the nation. */
  readonly parent?: Maybe<Region>;
  /** All that lies above it, nearest first. */
  readonly ancestors: ReadonlyArray<Region>;
  /** ISO 3166-2 code, for states, districts and territories: `US-WI`. */
  readonly iso?: Maybe<Scalars['String']['output']>;
  /** SAME/CAP geocode, for the nation, states and counties: `055025`. */
  readonly same?: Maybe<Scalars['String']['output']>;
  /** Open Civic Data division id. */
  readonly ocd?: Maybe<Scalars['String']['output']>;
  /** Successors, where this code is no longer in use. */
  readonly replacedBy: ReadonlyArray<Region>;
};

/** Levels of the tree of regions. */
export type RegionLevel =
  /** The nation. */
  | 'NATION'
  /** One of CISA's ten regions. */
  | 'CISA_REGION'
  /** A state, the District of Columbia or a territory. */
  | 'STATE'
  /** A county or county equivalent. */
  | 'COUNTY'
  /** A city, town or other place below a county. */
  | 'PLACE';

/** A place to add. */
export type AddPlaceInput = {
  /** Ten digits: the county's GEOID and the county subdivision or place code of five digits. */
  readonly code: Scalars['RegionCode']['input'];
  /** Its name with its kind: `Town of Madison`, `Green Bay city`. At most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of adding a place. */
export type AddPlacePayload = {
  /** The place. */
  readonly region: Region;
};

/**
 * A collection of another TAXII 2.1 server, such as a federal feed or another hub. What comes is taken in by one person's rights, as
 * bulletins of their member where it posts some; what is known here, or has come from here, is left.
 */
export type RemoteCollection = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What it is called here. */
  readonly name: Scalars['String']['output'];
  /** Where it is. */
  readonly url: Scalars['String']['output'];
  /** By what the hub signs in there. What that is, is told to nobody. */
  readonly signsInBy: RemoteSignIn;
  /** By whose rights what comes is taken in. */
  readonly person: Person;
  /** Whose bulletins it becomes. */
  readonly member: Member;
  /** Nothing that comes gets a looser TLP; what is marked stricter keeps that. */
  readonly tlp: Tlp;
  /** Whom what comes is for; none: whom it names itself, else the member's own jurisdiction. */
  readonly regions: ReadonlyArray<Region>;
  /** Whether what is complete goes out at once, under the rules of any release; else everything becomes a draft. */
  readonly releases: Scalars['Boolean']['output'];
  /** How often it is read. Minutes. */
  readonly everyMinutes: Scalars['Int']['output'];
  /** Whether it is read. */
  readonly state: RemoteCollectionState;
  /** Up to which moment of its server it has been read. */
  readonly readUpTo?: Maybe<Scalars['String']['output']>;
  /** When it was last read, or tried. */
  readonly lastPolledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is read next; null while it is paused. */
  readonly nextPollAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when every attempt has failed; null while it is read well. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** How often in a row it has failed. */
  readonly failures: Scalars['Int']['output'];
  /** What became of the last failed attempt while it is failing. */
  readonly lastFailure?: Maybe<RemoteFailure>;
  /** What was said of it. */
  readonly said?: Maybe<Scalars['String']['output']>;
  /** How many objects were taken in so far. */
  readonly takenCount: Scalars['Int']['output'];
  /** How many were left, since they were known or had come from here. */
  readonly leftCount: Scalars['Int']['output'];
  /** How many were refused, since they do not hold to the standard. */
  readonly refusedCount: Scalars['Int']['output'];
  /** When it was added. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** By what the hub signs in at a remote server. */
export type RemoteSignIn =
  /** By nothing. */
  | 'NOTHING'
  /** By a user name and a password (HTTP Basic). */
  | 'PASSWORD'
  /** By a token or an API key (Bearer). */
  | 'TOKEN';

/** Whether a remote collection is read. */
export type RemoteCollectionState =
  /** It is. */
  | 'ACTIVE'
  /** It is not, until somebody goes on with it. */
  | 'PAUSED';

/** Why a remote collection could not be read, or what came not be taken in. */
export type RemoteFailure =
  /** Nobody answered. */
  | 'UNREACHABLE'
  /** It took too long. */
  | 'TIMED_OUT'
  /** Its address lies in a network to which the hub does not connect. */
  | 'ADDRESS_REFUSED'
  /** The server wants us to come later. */
  | 'BUSY'
  /** The server does not admit us. */
  | 'NOT_ADMITTED'
  /** The server knows no such collection, or not for us. */
  | 'NOT_FOUND'
  /** The server failed. */
  | 'SERVER_ERROR'
  /** The answer is not one of TAXII 2.1. */
  | 'WRONG_ANSWER'
  /** The person by whose rights it is taken in may not do so. */
  | 'NOT_ALLOWED'
  /** What came was refused here. */
  | 'REFUSED'
  /** It failed here. */
  | 'INTERNAL';

/** What the hub is to sign in by: a user name with a password, or a token. */
export type RemoteCredentialsInput = {
  /** The user name, at most 200 characters. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
  /** The password, at most 500 characters. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** The token or API key, at most 2,000 characters. */
  readonly token?: InputMaybe<Scalars['String']['input']>;
};

/** A remote collection to read. */
export type AddRemoteCollectionInput = {
  /** What to call it, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Where it is: an https URL that ends in `/collections/<id>/`, at most 2,000 characters; http in networks that the hub's operator allows. */
  readonly url: Scalars['String']['input'];
  /** What the hub is to sign in by; nothing for what is open to all. */
  readonly credentials?: InputMaybe<RemoteCredentialsInput>;
  /** By whose rights what comes is taken in: a person who writes for their member. */
  readonly personId: Scalars['ID']['input'];
  /** Nothing that comes gets a looser TLP. RED is not taken: it is for persons. */
  readonly tlp?: InputMaybe<Tlp>;
  /** Whom what comes is for, at most 100 regions. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Whether what is complete goes out at once. */
  readonly releases?: InputMaybe<Scalars['Boolean']['input']>;
  /** How often to read it, 1 to 1,440 minutes. */
  readonly everyMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** From which moment of its server on, as `2026-11-03T00:00:00Z`; nothing for all that it has. */
  readonly readFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a remote collection. */
export type UpdateRemoteCollectionInput = {
  /** The collection. */
  readonly id: Scalars['ID']['input'];
  /** What to call it, where that changes. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What the hub is to sign in by from now on, where that changes; an empty object for nothing. */
  readonly credentials?: InputMaybe<RemoteCredentialsInput>;
  /** By whose rights what comes is taken in, where that changes. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Nothing that comes gets a looser TLP, where that changes. */
  readonly tlp?: InputMaybe<Tlp>;
  /** Whom what comes is for, where that changes. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Whether what is complete goes out at once, where that changes. */
  readonly releases?: InputMaybe<Scalars['Boolean']['input']>;
  /** How often to read it, where that changes. */
  readonly everyMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Whether it is to be read, where that changes. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A remote collection to read no more. */
export type RemoveRemoteCollectionInput = {
  /** The collection. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A remote collection to read at once. */
export type PollRemoteCollectionInput = {
  /** The collection. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A remote collection that was added or changed. */
export type RemoteCollectionPayload = {
  /** The collection. */
  readonly collection: RemoteCollection;
};

/** A remote collection that is read no more. */
export type RemoveRemoteCollectionPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** A release that waits for its time, or that came to nothing at its time. */
export type ReleaseSchedule = {
  /** Whether it waits or came to nothing. */
  readonly state: ReleaseScheduleState;
  /** Its time. */
  readonly at: Scalars['DateTime']['output'];
  /** Who scheduled it. */
  readonly by: Person;
  /** Why it came to nothing: the code of the refusal. */
  readonly refusal?: Maybe<Scalars['String']['output']>;
};

/** Whether a scheduled release waits. */
export type ReleaseScheduleState =
  /** It waits for its time. The draft cannot be changed meanwhile. */
  | 'WAITING'
  /** It was refused at its time; the draft can be changed and released as any. */
  | 'REFUSED';

/** A draft to release later. */
export type ScheduleReleaseInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read, so that nothing is released unseen. */
  readonly version: Scalars['Int']['input'];
  /** When; in the future, at most 366 days from now. Without it in 10 seconds, or at once if it is an EMERGENCY. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** What was changed, for a revision; at most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** What this supersedes: each is withdrawn in the same moment. Without it, what the draft was to supersede as far as the releaser may withdraw it. */
  readonly supersedesIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A release to take back. */
export type CancelScheduledReleaseInput = {
  /** The draft. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of scheduling a release. */
export type ScheduleReleasePayload = {
  /** How it ended for now. */
  readonly outcome: ScheduleReleaseOutcome;
  /** The draft with its schedule, or waiting for review; null if it is out. */
  readonly draft?: Maybe<Draft>;
  /** The publication, if it is out already and the releaser may see it. */
  readonly publication?: Maybe<Publication>;
  /** Why it waits for review. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** The release's position in the log, if it is out. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
};

/** How scheduling a release ended. */
export type ScheduleReleaseOutcome =
  /** It will go out at its time. */
  | 'SCHEDULED'
  /** It is out. */
  | 'RELEASED'
  /** It waits for review; nothing is out or scheduled. */
  | 'SUBMITTED_FOR_REVIEW';

/** What a subscription would have brought. */
export type InterestPreview = {
  /** How many publications. */
  readonly matchCount: Scalars['Int']['output'];
  /** Among how many that the viewer may see. */
  readonly lookedAtCount: Scalars['Int']['output'];
  /** Whether there was more than is looked at, so that the counts tell of the latest part only. */
  readonly partial: Scalars['Boolean']['output'];
  /** The latest matches. */
  readonly publications: ReadonlyArray<Publication>;
};

/** A standing interest of a person or a member. A member's serves all its people who read. */
export type StandingSubscription = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Whose it is. */
  readonly owner: SubscriptionOwner;
  /** What it asks for. */
  readonly interest: Interest;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** Whose a subscription is. */
export type SubscriptionOwner =
  /** The person's own. */
  | 'PERSON'
  /** Their member's. */
  | 'MEMBER';

/** What a subscription asks for. Everything given must match; an empty list asks for everything. */
export type Interest = {
  /** Regions. */
  readonly regions: ReadonlyArray<Region>;
  /** Whether what is addressed to places below these regions counts. */
  readonly below: Scalars['Boolean']['output'];
  /** Whether what is addressed to regions above these counts. */
  readonly above: Scalars['Boolean']['output'];
  /** Kinds of publication. */
  readonly kinds: ReadonlyArray<PublicationKind>;
  /** The least severity. What has no severity, such as most advisories, counts as BASELINE. */
  readonly severityAtLeast?: Maybe<Severity>;
  /** Affected systems. */
  readonly affectedSystems: ReadonlyArray<AffectedSystem>;
  /** Words that must all occur in title, summary, body, instructions, products or CVE ids. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Whether only news of the KEV catalogue counts: bulletins in which the hub tells of its new entries. */
  readonly newKnownExploited: Scalars['Boolean']['output'];
};

/** What a subscription asks for. */
export type InterestInput = {
  /** Regions, at most 100; none asks for every region. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Whether what is addressed to places below these regions counts. */
  readonly below?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether what is addressed to regions above these counts. */
  readonly above?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds of publication; none asks for all. */
  readonly kinds?: InputMaybe<ReadonlyArray<PublicationKind>>;
  /** The least severity. */
  readonly severityAtLeast?: InputMaybe<Severity>;
  /** Affected systems; none asks for all. */
  readonly affectedSystems?: InputMaybe<ReadonlyArray<AffectedSystem>>;
  /** Words that must all occur; at most 200 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Whether only news of the KEV catalogue counts: bulletins in which the hub tells of its new entries. */
  readonly newKnownExploited?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A subscription to create. */
export type CreateSubscriptionInput = {
  /** Its name, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Whose it will be. */
  readonly owner?: InputMaybe<SubscriptionOwner>;
  /** What it asks for. */
  readonly interest: InterestInput;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a subscription. */
export type UpdateSubscriptionInput = {
  /** The subscription. */
  readonly id: Scalars['ID']['input'];
  /** Its name, where that changes. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** All that it asks for from now on, where that changes. */
  readonly interest?: InputMaybe<InterestInput>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A subscription to end. */
export type DeleteSubscriptionInput = {
  /** The subscription. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A subscription as it is now. */
export type SubscriptionPayload = {
  /** The subscription. */
  readonly subscription: StandingSubscription;
};

/** An ended subscription. */
export type DeleteSubscriptionPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** Something to begin from: what it leaves open is written in square brackets. */
export type Template = {
  /** Its id; of a built-in one its name, such as `phishing.en`. */
  readonly id: Scalars['ID']['output'];
  /** Whether it comes with the hub: then nobody changes it, and a member may make its own from it. */
  readonly builtIn: Scalars['Boolean']['output'];
  /** Counts its changes; 0 for a built-in one. */
  readonly version: Scalars['Int']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it is for. */
  readonly topic: TemplateTopic;
  /** The language that it is written in. */
  readonly language: Language;
  /** What it says. */
  readonly content: TemplateContent;
  /** When it was last changed; null for a built-in one. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a template says. */
export type TemplateContent = {
  /** The kind of publication. */
  readonly kind: PublicationKind;
  /** The title. */
  readonly title: Scalars['String']['output'];
  /** The gist. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** The body in Markdown. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** What to do, in Markdown. */
  readonly instructions?: Maybe<Scalars['String']['output']>;
  /** The TLP. */
  readonly tlp: Tlp;
  /** The severity. */
  readonly severity?: Maybe<Severity>;
  /** The urgency. */
  readonly urgency?: Maybe<Urgency>;
  /** The certainty. */
  readonly certainty?: Maybe<Certainty>;
  /** Which systems it concerns. */
  readonly affectedSystems: ReadonlyArray<AffectedSystem>;
  /** Within how many minutes an answer is asked for. */
  readonly acknowledgeWithinMinutes?: Maybe<Scalars['Int']['output']>;
};

/** What templates are for. */
export type TemplateTopic =
  /** Phishing. */
  | 'PHISHING'
  /** Ransomware. */
  | 'RANSOMWARE'
  /** Denial of service on a results page. */
  | 'RESULTS_PAGE_DDOS'
  /** A bomb or swatting threat. */
  | 'BOMB_OR_SWATTING_THREAT'
  /** Tampering with equipment or facilities. */
  | 'TAMPERING'
  /** Disinformation about voting. */
  | 'VOTING_DISINFORMATION'
  /** Loss of power or network. */
  | 'POWER_OR_NETWORK_LOSS'
  /** Something else. */
  | 'OTHER';

/** Languages that templates are written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Spanish. */
  | 'ES';

/** What a template is to say. */
export type TemplateContentInput = {
  /** The kind of publication. */
  readonly kind: PublicationKind;
  /** The title, at most 200 characters. */
  readonly title: Scalars['String']['input'];
  /** The gist, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** The body in Markdown, at most 50,000 characters. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** What to do, in Markdown, at most 10,000 characters. */
  readonly instructions?: InputMaybe<Scalars['String']['input']>;
  /** The TLP. */
  readonly tlp?: InputMaybe<Tlp>;
  /** The severity. */
  readonly severity?: InputMaybe<Severity>;
  /** The urgency. */
  readonly urgency?: InputMaybe<Urgency>;
  /** The certainty. */
  readonly certainty?: InputMaybe<Certainty>;
  /** Which systems it concerns. */
  readonly affectedSystems?: InputMaybe<ReadonlyArray<AffectedSystem>>;
  /** Within how many minutes an answer is asked for, 5 to 10,080. */
  readonly acknowledgeWithinMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** A template to make. */
export type CreateTemplateInput = {
  /** What it is called, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What it is for. */
  readonly topic?: InputMaybe<TemplateTopic>;
  /** The language that it is written in. */
  readonly language?: InputMaybe<Language>;
  /** What it says. */
  readonly content: TemplateContentInput;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a template; what is left out stays. */
export type UpdateTemplateInput = {
  /** The template. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read. */
  readonly version: Scalars['Int']['input'];
  /** What it is called. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What it is for. */
  readonly topic?: InputMaybe<TemplateTopic>;
  /** The language that it is written in. */
  readonly language?: InputMaybe<Language>;
  /** All that it says from now on. */
  readonly content?: InputMaybe<TemplateContentInput>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A template to delete. */
export type DeleteTemplateInput = {
  /** The template. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A template as it is now. */
export type TemplatePayload = {
  /** The template. */
  readonly template: Template;
};

/** A deleted template. */
export type DeleteTemplatePayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/**
 * Where releases are posted to, signed by the Standard Webhooks specification. It gets what its owner may see, its interest asks for
 * and its owner's preferences let through, and every emergency addressed to its owner. Red never leaves by webhook; AMBER+STRICT goes
 * to a person's own endpoint only, as a notice to sign in and read.
 */
export type WebhookEndpoint = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Whose it is. */
  readonly owner: SubscriptionOwner;
  /** Where it is. */
  readonly url: Scalars['String']['output'];
  /** What it asks for; null for everything that its owner may see. */
  readonly interest?: Maybe<Interest>;
  /** Whether it is sent to. */
  readonly state: WebhookEndpointState;
  /** Why it is not sent to. */
  readonly disabledBecause?: Maybe<WebhookDisabledCause>;
  /** Since when it has not been sent to. */
  readonly disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when every attempt has failed; null while it takes what it gets. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** What became of the last failed attempt while it is failing. */
  readonly lastFailure?: Maybe<DeliveryCause>;
  /** When it last took something. */
  readonly lastSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when its previous secret signs too. */
  readonly previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What was sent to it or is to be, latest first: of what the viewer may see. */
  readonly deliveries: DeliveryConnection;
};


/**
 * Where releases are posted to, signed by the Standard Webhooks specification. It gets what its owner may see, its interest asks for
 * and its owner's preferences let through, and every emergency addressed to its owner. Red never leaves by webhook; AMBER+STRICT goes
 * to a person's own endpoint only, as a notice to sign in and read.
 */
export type WebhookEndpointDeliveriesArgs = {
  states?: InputMaybe<ReadonlyArray<DeliveryState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** Whether an endpoint is sent to. */
export type WebhookEndpointState =
  /** It is. */
  | 'ACTIVE'
  /** It is not, until it is enabled again. */
  | 'DISABLED';

/** Why an endpoint is not sent to. */
export type WebhookDisabledCause =
  /** It failed for five days. */
  | 'FAILING'
  /** It answered 410 Gone. */
  | 'GONE'
  /** Its owner says so. */
  | 'OWNER';

/** An endpoint to make. */
export type CreateWebhookEndpointInput = {
  /** Its name, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Where it is: an https URL, at most 2,000 characters; http in networks that the hub's operator allows. */
  readonly url: Scalars['String']['input'];
  /** Whose it will be. */
  readonly owner?: InputMaybe<SubscriptionOwner>;
  /** What it asks for; nothing for everything that its owner may see. */
  readonly interest?: InputMaybe<InterestInput>;
  /** Makes a repetition return the first result, without the secret. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of an endpoint. */
export type UpdateWebhookEndpointInput = {
  /** The endpoint. */
  readonly id: Scalars['ID']['input'];
  /** Its name, where that changes. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Where it is, where that changes. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** All that it asks for from now on, where that changes. */
  readonly interest?: InputMaybe<InterestInput>;
  /** Whether it asks for everything from now on. */
  readonly everything?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is to be sent to, where that changes. */
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An endpoint to end. */
export type DeleteWebhookEndpointInput = {
  /** The endpoint. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A new secret for an endpoint. */
export type RotateWebhookSecretInput = {
  /** The endpoint. */
  readonly id: Scalars['ID']['input'];
  /** For how many hours the old secret signs too, 0 to 168. */
  readonly overlapHours?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repetition return the first result, without the secret. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An endpoint to try. */
export type TestWebhookEndpointInput = {
  /** The endpoint. */
  readonly id: Scalars['ID']['input'];
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to send again: give one of `deliveryIds`, `from`, or `failed`. */
export type ReplayWebhookDeliveriesInput = {
  /** The endpoint. */
  readonly id: Scalars['ID']['input'];
  /** These deliveries, at most 100. */
  readonly deliveryIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Those planned at or after this moment. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** And, with `from`, before this one. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** All that failed. */
  readonly failed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An endpoint as it is now, with its new secret. */
export type WebhookSecretPayload = {
  /** The endpoint. */
  readonly endpoint: WebhookEndpoint;
  /** Its secret, `whsec_` and 32 random bytes in base64. It is never shown again; null for a repetition. */
  readonly secret?: Maybe<Scalars['String']['output']>;
};

/** An endpoint as it is now. */
export type WebhookEndpointPayload = {
  /** The endpoint. */
  readonly endpoint: WebhookEndpoint;
};

/** An ended endpoint. */
export type DeleteWebhookEndpointPayload = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
};

/** A try under way. */
export type TestWebhookEndpointPayload = {
  /** The endpoint. */
  readonly endpoint: WebhookEndpoint;
  /** The delivery; it stands among the endpoint's deliveries. */
  readonly deliveryId: Scalars['ID']['output'];
};

/** What is sent again. */
export type ReplayWebhookDeliveriesPayload = {
  /** The endpoint. */
  readonly endpoint: WebhookEndpoint;
  /** How many; at most 10,000 at once. */
  readonly count: Scalars['Int']['output'];
};
