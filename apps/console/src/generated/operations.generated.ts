/* Generated from schema/ and src/operations/ by scripts/client-operations.mjs; do not edit. */
import { document } from '../hub/document.js';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which entries to list. */
export type AuditFilter = {
  /** Only actions by this person. */
  readonly personId?: string | null;
  /** Only actions for this member. */
  readonly memberId?: string | null;
  /** Only actions on this object. */
  readonly objectId?: string | null;
  /** Only this action. */
  readonly action?: string | null;
  /** Not before. */
  readonly from?: string | null;
  /** Before. */
  readonly until?: string | null;
};

/** Whether a comment stands. */
export type CommentState =
  /** It stands. */
  | 'POSTED'
  /** Its author took it back; a tombstone stays. */
  | 'WITHDRAWN'
  /** A hub analyst removed it; a tombstone stays. */
  | 'REMOVED';

/** A comment to post. */
export type PostCommentInput = {
  /** The publication. */
  readonly publicationId: string;
  /** What it says, in Markdown; 1 to 5,000 characters. */
  readonly text: string;
  /**
   * Its TLP, no looser than the publication's; by default the publication's, and AMBER where that is looser. A red one is for the
   * persons whom a red publication names, or for whoever released another.
   */
  readonly tlp?: Tlp | null;
  /** Whether its member is named. */
  readonly attribution?: Attribution | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A comment to take back. */
export type WithdrawCommentInput = {
  /** The comment. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A comment to remove. */
export type RemoveCommentInput = {
  /** The comment. */
  readonly id: string;
  /** Why, for everyone who could see it; 1 to 500 characters. */
  readonly reason: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** What can be late. */
export type LateWork =
  /** To work out who gets a release. */
  | 'PLANNING'
  /** E-mail. */
  | 'EMAIL'
  /** Webhooks. */
  | 'WEBHOOK';

/** Which dead letters to send again: give `ids`, or `all`. */
export type ReplayDeadLettersInput = {
  /** These, at most 100. What is no dead letter that the viewer sees is left out. */
  readonly ids?: ReadonlyArray<string> | null;
  /** All, also those that the viewer does not see; or all of some channels or causes. */
  readonly all?: boolean | null;
  /** With `all`, of these channels. */
  readonly channels?: ReadonlyArray<DeliveryChannel> | null;
  /** With `all`, given up for these causes. */
  readonly causes?: ReadonlyArray<DeliveryCause> | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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

/** States of what is in an inbox. */
export type InboxState =
  /** Not read, or revised since. */
  | 'UNREAD'
  /** Read. */
  | 'READ'
  /** The member has answered. */
  | 'ACKNOWLEDGED';

/** Answers. */
export type AcknowledgementResponse =
  /** We are acting on it. */
  | 'ACTING'
  /** We are not affected. */
  | 'NOT_AFFECTED'
  /** We need help. */
  | 'NEED_HELP';

/** What to mark. */
export type MarkInboxInput = {
  /** The publications, at most 100. */
  readonly publicationIds: ReadonlyArray<string>;
  /** READ or UNREAD. */
  readonly state: InboxState;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** An answer. */
export type AcknowledgeInput = {
  /** The publication. */
  readonly publicationId: string;
  /** The answer. */
  readonly response: AcknowledgementResponse;
  /** A note to the sender, at most 1,000 characters. */
  readonly note?: string | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** What to remind of. */
export type RemindSilentInput = {
  /** The publication. */
  readonly publicationId: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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

/** Ways of being signed in. */
export type SessionKind =
  /** A browser's cookie. */
  | 'COOKIE'
  /** A program's bearer token. */
  | 'TOKEN';

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
  readonly email: string;
  /** The password. */
  readonly password: string;
};

/** An invitation to accept. */
export type AcceptInvitationInput = {
  /** The token of the link. */
  readonly token: string;
  /** The new password: 15 characters or more, and not one that is known or easily guessed. */
  readonly password: string;
  /** The person's name, where it should differ from the invitation's. */
  readonly name?: string | null;
};

/** Whoever has forgotten their password. */
export type RequestPasswordResetInput = {
  /** The address that they sign in with. */
  readonly email: string;
};

/** A change of password. */
export type ChangePasswordInput = {
  /** The present password. */
  readonly currentPassword: string;
  /** The new one: 15 characters or more, and not one that is known or easily guessed. */
  readonly newPassword: string;
};

/** A session to end. */
export type EndSessionInput = {
  /** The session. */
  readonly id: string;
};

/** An API key to create. */
export type CreateApiKeyInput = {
  /** Its name, at most 100 characters. */
  readonly name: string;
  /** What it is good for. */
  readonly scopes: ReadonlyArray<ApiKeyScope>;
  /** In how many days it ends, 1 to 365. */
  readonly expiresInDays?: number;
};

/** An API key to revoke. */
export type RevokeApiKeyInput = {
  /** The key. */
  readonly id: string;
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

/** A sighting. */
export type RecordSightingInput = {
  /** The indicator that was seen. */
  readonly indicatorId: string;
  /** When it was first seen; by default now. */
  readonly firstSeen?: string | null;
  /** When it was last seen; by default when it was first seen. */
  readonly lastSeen?: string | null;
  /** How often. */
  readonly count?: number | null;
  /** Whether it is told who saw it, to all who see the indicator; by default to one's own people and hub analysts alone. */
  readonly attribution?: Attribution | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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

/** What to count by region. */
export type RegionActivityFilter = {
  /** Only regions at or under this one. */
  readonly within?: string | null;
  /** From when; at most 92 days before `until`. */
  readonly from: string;
  /** Until when; by default now. */
  readonly until?: string | null;
  /** Only these kinds. */
  readonly kinds?: ReadonlyArray<PublicationKind> | null;
  /** The least severity. */
  readonly severityAtLeast?: Severity | null;
};

/** A level to set. */
export type SetAlertLevelInput = {
  /** The region. */
  readonly region: string;
  /** The level. */
  readonly level: AlertLevel;
  /** Why, in Markdown; 1 to 5,000 characters. */
  readonly reason: string;
  /** What to do, in Markdown; at most 10,000 characters. */
  readonly instructions?: string | null;
  /** Its TLP; by default what it has so far, and AMBER for a new one. A red one is not for a region. */
  readonly tlp?: Tlp | null;
  /** When it stops being current; in the future. */
  readonly expiresAt?: string | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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

/** What a link is for. */
export type InvitationPurpose =
  /** To join a member. */
  | 'JOIN'
  /** To set a new password. */
  | 'RESET';

/** Which members to list. */
export type MemberFilter = {
  /** A part of the name. */
  readonly text?: string | null;
  /** Only these kinds. */
  readonly kinds?: ReadonlyArray<MemberKind> | null;
  /** Only members whose jurisdiction lies at or under this region. */
  readonly region?: string | null;
};

/** A member to add. */
export type CreateMemberInput = {
  /** Its name, at most 200 characters. */
  readonly name: string;
  /** Its kind. */
  readonly kind: MemberKind;
  /** Its jurisdiction: a state for STATE, a county or place for LOCAL, the nation for FEDERAL and HUB, none for PARTNER. */
  readonly jurisdiction?: string | null;
  /** For a partner: the regions that its agreement lets it address. */
  readonly agreedRegions?: ReadonlyArray<string> | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** How a member releases. */
export type ConfigureMemberInput = {
  /** The member. */
  readonly id: string;
  /** Whether a release needs a second person besides the author. */
  readonly twoPersonRelease: boolean;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A member to suspend. */
export type SuspendMemberInput = {
  /** The member. */
  readonly id: string;
  /** Why, for the audit log; at most 500 characters. */
  readonly reason: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A member to reinstate. */
export type ReinstateMemberInput = {
  /** The member. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** Whom to invite. */
export type InvitePersonInput = {
  /** The member to join; by default the viewer's own. */
  readonly memberId?: string | null;
  /** The address that the person will sign in with. */
  readonly email: string;
  /** Their name or the name of their desk. */
  readonly name: string;
  /** The roles that they will hold. */
  readonly roles: ReadonlyArray<Role>;
  /** Makes a repetition return the first result, without the link, which is shown once. */
  readonly idempotencyKey?: string | null;
};

/** Whom to invite, by CSV. */
export type InvitePeopleInput = {
  /** The member to join; by default the viewer's own. */
  readonly memberId?: string | null;
  /**
   * CSV (RFC 4180) with a header line: `email,name,roles`, in any order; roles are separated by spaces, semicolons or `|`. At most
   * 200 people and 100,000 characters.
   */
  readonly csv: string;
  /** Whether only to tell what would come of it. */
  readonly dryRun?: boolean;
  /** Makes a repetition return the first result, without the links, which are shown once. */
  readonly idempotencyKey?: string | null;
};

/** An invitation to withdraw. */
export type RevokeInvitationInput = {
  /** The invitation. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** Whose password to reset. */
export type CreatePasswordResetInput = {
  /** The person. */
  readonly personId: string;
  /** Makes a repetition return the first result, without the link, which is shown once. */
  readonly idempotencyKey?: string | null;
};

/** Roles to set. */
export type ChangeRolesInput = {
  /** The person. */
  readonly personId: string;
  /** All roles that they hold from now on. */
  readonly roles: ReadonlyArray<Role>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** Whether a person is listed. */
export type SetContactInput = {
  /** The person. */
  readonly personId: string;
  /** Whether other members may see them. */
  readonly contact: boolean;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A person to suspend. */
export type SuspendPersonInput = {
  /** The person. */
  readonly personId: string;
  /** Why, for the audit log; at most 500 characters. */
  readonly reason: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A person to reinstate. */
export type ReinstatePersonInput = {
  /** The person. */
  readonly personId: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A group to create. */
export type CreateGroupInput = {
  /** Its name, at most 100 characters. */
  readonly name: string;
  /** Its first members besides the owner. */
  readonly memberIds?: ReadonlyArray<string> | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A member to add to a group. */
export type AddGroupMemberInput = {
  /** The group. */
  readonly groupId: string;
  /** The member. */
  readonly memberId: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A member to take out of a group. */
export type RemoveGroupMemberInput = {
  /** The group. */
  readonly groupId: string;
  /** The member. */
  readonly memberId: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A group to close. */
export type CloseGroupInput = {
  /** The group. */
  readonly groupId: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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

/** When something comes by e-mail. */
export type MailTiming =
  /** By itself, at once. */
  | 'AT_ONCE'
  /** In the next digest; at once if its urgency is IMMEDIATE, it asks for an answer, or it is SEVERE or worse. */
  | 'DIGEST'
  /** Not at all: it is in the inbox only. */
  | 'OFF';

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

/** How to be reached. */
export type SetPreferencesInput = {
  /** Whose preferences. */
  readonly owner?: SubscriptionOwner | null;
  /** What comes when by e-mail, and what by webhook; severities that are left out stay, and so does the way that one leaves out. */
  readonly channels?: ReadonlyArray<SeverityChannelsInput> | null;
  /** Quiet hours. */
  readonly quietHours?: QuietHoursInput | null;
  /** The time zone, a name of the IANA database such as `America/Chicago`. */
  readonly timeZone?: string | null;
  /** When digests come. */
  readonly digest?: DigestTimesInput | null;
  /** What to set no longer, but to follow the member in or, there, what is usual. */
  readonly inherit?: ReadonlyArray<PreferenceName> | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** How what of one severity comes: one of the ways, or both. EMERGENCY is always AT_ONCE, and always posted. */
export type SeverityChannelsInput = {
  /** The severity. */
  readonly severity: Severity;
  /** When it comes by e-mail, where that changes. */
  readonly email?: MailTiming | null;
  /** Whether it is posted to webhook endpoints, where that changes. */
  readonly webhook?: boolean | null;
};

/** Hours of quiet; without both times there are none. */
export type QuietHoursInput = {
  /** When they begin, `HH:MM`. */
  readonly from?: string | null;
  /** When they end, `HH:MM`. */
  readonly until?: string | null;
};

/** When digests come. */
export type DigestTimesInput = {
  /** How often. */
  readonly every: DigestPeriod;
  /** At what time of day, `HH:MM`. */
  readonly at?: string | null;
  /** On which day a weekly one comes. */
  readonly weekday?: Weekday | null;
};

/** Whom to ask, in order. */
export type SetContactListInput = {
  /** The contacts, at most 20, each of one's own member and named once; none empties the list. */
  readonly contacts: ReadonlyArray<DutyContactInput>;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** Somebody to ask. */
export type DutyContactInput = {
  /** The person. */
  readonly personId: string;
  /** When they are on duty, at most 14; none for always. */
  readonly duties?: ReadonlyArray<DutyInput> | null;
};

/** Hours on duty on some days. */
export type DutyInput = {
  /** The days. */
  readonly days: ReadonlyArray<Weekday>;
  /** When they begin, `HH:MM`. */
  readonly from: string;
  /** When they end, `HH:MM`. */
  readonly until: string;
};

/** A mail to oneself. */
export type TestMailInput = {
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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
  readonly kinds?: ReadonlyArray<PublicationKind> | null;
  /** Only these TLPs. */
  readonly tlps?: ReadonlyArray<Tlp> | null;
  /** At least this severe; what has no severity is left out. */
  readonly severityAtLeast?: Severity | null;
  /** Only these statuses. */
  readonly statuses?: ReadonlyArray<PublicationStatus> | null;
  /** Only those addressed to a region at or under one of these, or to one above them. */
  readonly regions?: ReadonlyArray<string> | null;
  /** Only those concerning one of these systems. */
  readonly affectedSystems?: ReadonlyArray<AffectedSystem> | null;
  /** Only those of this member, where the viewer can tell. */
  readonly originId?: string | null;
  /** Only those that name this CVE. */
  readonly cve?: string | null;
  /** Released or revised at or after this moment. */
  readonly updatedFrom?: string | null;
  /** Released or revised before this moment. */
  readonly updatedUntil?: string | null;
  /** Leave out what has expired and what was withdrawn. */
  readonly currentOnly?: boolean | null;
};

/** Whom to address. */
export type AudienceInput = {
  /** The regions, with what lies under them. For clear and green they say who is notified; for amber and stricter also who can see. */
  readonly regions?: ReadonlyArray<string> | null;
  /** Narrows it to these kinds of member. */
  readonly memberKinds?: ReadonlyArray<MemberKind> | null;
  /** Widens it by these groups, of which one's own member must be a member. */
  readonly groupIds?: ReadonlyArray<string> | null;
  /** For red: the persons, each of whom the viewer may know of. */
  readonly personIds?: ReadonlyArray<string> | null;
};

/** A pointer to further reading. */
export type ReferenceInput = {
  /** What it is, at most 200 characters. */
  readonly title: string;
  /** Its address; http or https. */
  readonly url: string;
};

/** What a publication says. */
export type PublicationContentInput = {
  /** What kind it is. */
  readonly kind: PublicationKind;
  /** Its title, at most 200 characters. */
  readonly title: string;
  /** Its gist, at most 500 characters. */
  readonly summary?: string | null;
  /** Its body in Markdown, at most 50,000 characters. */
  readonly body?: string | null;
  /** What to do, in Markdown, at most 10,000 characters. */
  readonly instructions?: string | null;
  /** Its TLP; AMBER where nothing is said, and in a revision what it was. */
  readonly tlp?: Tlp | null;
  /** Whom it is addressed to. */
  readonly audience: AudienceInput;
  /** Whether its origin is named; NAMED where nothing is said, and in a revision what it was. */
  readonly attribution?: Attribution | null;
  /** Whether it is real; ACTUAL where nothing is said, and in a revision what it was. */
  readonly status?: PublicationStatus | null;
  /** How severe the event is; an alert needs it. */
  readonly severity?: Severity | null;
  /** How soon to act; an alert needs it. */
  readonly urgency?: Urgency | null;
  /** How sure the origin is; an alert needs it. */
  readonly certainty?: Certainty | null;
  /** Which systems it concerns. */
  readonly affectedSystems?: ReadonlyArray<AffectedSystem> | null;
  /** Affected products, each at most 200 characters, at most 100. */
  readonly affectedProducts?: ReadonlyArray<string> | null;
  /** CVE ids, at most 100. */
  readonly cves?: ReadonlyArray<string> | null;
  /** References, at most 50. */
  readonly references?: ReadonlyArray<ReferenceInput> | null;
  /** For a bulletin: analytic confidence. */
  readonly analyticConfidence?: AnalyticConfidence | null;
  /** For a bulletin: the sourcing statement, at most 2,000 characters. */
  readonly sourcing?: string | null;
  /** For a bulletin: handling caveats, each at most 200 characters, at most 10. */
  readonly handling?: ReadonlyArray<string> | null;
  /** For the hub: the federal partner on whose behalf it posts. */
  readonly onBehalfOfId?: string | null;
  /** Within how many minutes an answer is asked for, 5 to 10,080. */
  readonly acknowledgeWithinMinutes?: number | null;
  /** When it stops being current; in the future. */
  readonly expiresAt?: string | null;
};

/** A draft to start. */
export type CreateDraftInput = {
  /** What it says. */
  readonly content: PublicationContentInput;
  /** The publication that it revises. */
  readonly revisesId?: string | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A change of a draft. */
export type UpdateDraftInput = {
  /** The draft. */
  readonly id: string;
  /** The version that was read. */
  readonly version: number;
  /** All that it says from now on. */
  readonly content: PublicationContentInput;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A draft to submit. */
export type SubmitDraftInput = {
  /** The draft. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A draft to give back. */
export type ReturnDraftInput = {
  /** The draft. */
  readonly id: string;
  /** What should be changed, at most 2,000 characters. */
  readonly note: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A draft to discard. */
export type DiscardDraftInput = {
  /** The draft. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A draft to release. */
export type ReleaseDraftInput = {
  /** The draft. */
  readonly id: string;
  /** The version that was read, so that nothing is released unseen. */
  readonly version: number;
  /** What was changed, for a revision; at most 500 characters. */
  readonly note?: string | null;
  /** What this supersedes: each is withdrawn in the same moment. Without it, what the draft was to supersede as far as the releaser may withdraw it. */
  readonly supersedesIds?: ReadonlyArray<string> | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A publication to withdraw. */
export type WithdrawPublicationInput = {
  /** The publication. */
  readonly id: string;
  /** Why, for everyone who could see it; at most 500 characters. */
  readonly reason: string;
  /** What supersedes it. */
  readonly supersededById?: string | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** How a release ended. */
export type ReleaseOutcome =
  /** It is out. */
  | 'RELEASED'
  /** It waits for review; nothing is out. */
  | 'SUBMITTED_FOR_REVIEW';

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
  readonly user?: string | null;
  /** The password, at most 500 characters. */
  readonly password?: string | null;
  /** The token or API key, at most 2,000 characters. */
  readonly token?: string | null;
};

/** A remote collection to read. */
export type AddRemoteCollectionInput = {
  /** What to call it, at most 100 characters. */
  readonly name: string;
  /** Where it is: an https URL that ends in `/collections/<id>/`, at most 2,000 characters; http in networks that the hub's operator allows. */
  readonly url: string;
  /** What the hub is to sign in by; nothing for what is open to all. */
  readonly credentials?: RemoteCredentialsInput | null;
  /** By whose rights what comes is taken in: a person who writes for their member. */
  readonly personId: string;
  /** Nothing that comes gets a looser TLP. RED is not taken: it is for persons. */
  readonly tlp?: Tlp | null;
  /** Whom what comes is for, at most 100 regions. */
  readonly regions?: ReadonlyArray<string> | null;
  /** Whether what is complete goes out at once. */
  readonly releases?: boolean | null;
  /** How often to read it, 1 to 1,440 minutes. */
  readonly everyMinutes?: number | null;
  /** From which moment of its server on, as `2026-11-03T00:00:00Z`; nothing for all that it has. */
  readonly readFrom?: string | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A change of a remote collection. */
export type UpdateRemoteCollectionInput = {
  /** The collection. */
  readonly id: string;
  /** What to call it, where that changes. */
  readonly name?: string | null;
  /** What the hub is to sign in by from now on, where that changes; an empty object for nothing. */
  readonly credentials?: RemoteCredentialsInput | null;
  /** By whose rights what comes is taken in, where that changes. */
  readonly personId?: string | null;
  /** Nothing that comes gets a looser TLP, where that changes. */
  readonly tlp?: Tlp | null;
  /** Whom what comes is for, where that changes. */
  readonly regions?: ReadonlyArray<string> | null;
  /** Whether what is complete goes out at once, where that changes. */
  readonly releases?: boolean | null;
  /** How often to read it, where that changes. */
  readonly everyMinutes?: number | null;
  /** Whether it is to be read, where that changes. */
  readonly active?: boolean | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A remote collection to read no more. */
export type RemoveRemoteCollectionInput = {
  /** The collection. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A remote collection to read at once. */
export type PollRemoteCollectionInput = {
  /** The collection. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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
  readonly id: string;
  /** The version that was read, so that nothing is released unseen. */
  readonly version: number;
  /** When; in the future, at most 366 days from now. Without it in 10 seconds, or at once if it is an EMERGENCY. */
  readonly at?: string | null;
  /** What was changed, for a revision; at most 500 characters. */
  readonly note?: string | null;
  /** What this supersedes: each is withdrawn in the same moment. Without it, what the draft was to supersede as far as the releaser may withdraw it. */
  readonly supersedesIds?: ReadonlyArray<string> | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A release to take back. */
export type CancelScheduledReleaseInput = {
  /** The draft. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** How scheduling a release ended. */
export type ScheduleReleaseOutcome =
  /** It will go out at its time. */
  | 'SCHEDULED'
  /** It is out. */
  | 'RELEASED'
  /** It waits for review; nothing is out or scheduled. */
  | 'SUBMITTED_FOR_REVIEW';

/** Whose a subscription is. */
export type SubscriptionOwner =
  /** The person's own. */
  | 'PERSON'
  /** Their member's. */
  | 'MEMBER';

/** What a subscription asks for. */
export type InterestInput = {
  /** Regions, at most 100; none asks for every region. */
  readonly regions?: ReadonlyArray<string> | null;
  /** Whether what is addressed to places below these regions counts. */
  readonly below?: boolean | null;
  /** Whether what is addressed to regions above these counts. */
  readonly above?: boolean | null;
  /** Kinds of publication; none asks for all. */
  readonly kinds?: ReadonlyArray<PublicationKind> | null;
  /** The least severity. */
  readonly severityAtLeast?: Severity | null;
  /** Affected systems; none asks for all. */
  readonly affectedSystems?: ReadonlyArray<AffectedSystem> | null;
  /** Words that must all occur; at most 200 characters. */
  readonly text?: string | null;
  /** Whether only news of the KEV catalogue counts: bulletins in which the hub tells of its new entries. */
  readonly newKnownExploited?: boolean | null;
};

/** A subscription to create. */
export type CreateSubscriptionInput = {
  /** Its name, at most 100 characters. */
  readonly name: string;
  /** Whose it will be. */
  readonly owner?: SubscriptionOwner | null;
  /** What it asks for. */
  readonly interest: InterestInput;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A change of a subscription. */
export type UpdateSubscriptionInput = {
  /** The subscription. */
  readonly id: string;
  /** Its name, where that changes. */
  readonly name?: string | null;
  /** All that it asks for from now on, where that changes. */
  readonly interest?: InterestInput | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A subscription to end. */
export type DeleteSubscriptionInput = {
  /** The subscription. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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
  readonly title: string;
  /** The gist, at most 500 characters. */
  readonly summary?: string | null;
  /** The body in Markdown, at most 50,000 characters. */
  readonly body?: string | null;
  /** What to do, in Markdown, at most 10,000 characters. */
  readonly instructions?: string | null;
  /** The TLP. */
  readonly tlp?: Tlp | null;
  /** The severity. */
  readonly severity?: Severity | null;
  /** The urgency. */
  readonly urgency?: Urgency | null;
  /** The certainty. */
  readonly certainty?: Certainty | null;
  /** Which systems it concerns. */
  readonly affectedSystems?: ReadonlyArray<AffectedSystem> | null;
  /** Within how many minutes an answer is asked for, 5 to 10,080. */
  readonly acknowledgeWithinMinutes?: number | null;
};

/** A template to make. */
export type CreateTemplateInput = {
  /** What it is called, at most 100 characters. */
  readonly name: string;
  /** What it is for. */
  readonly topic?: TemplateTopic | null;
  /** The language that it is written in. */
  readonly language?: Language | null;
  /** What it says. */
  readonly content: TemplateContentInput;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** A template to delete. */
export type DeleteTemplateInput = {
  /** The template. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
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
  readonly name: string;
  /** Where it is: an https URL, at most 2,000 characters; http in networks that the hub's operator allows. */
  readonly url: string;
  /** Whose it will be. */
  readonly owner?: SubscriptionOwner | null;
  /** What it asks for; nothing for everything that its owner may see. */
  readonly interest?: InterestInput | null;
  /** Makes a repetition return the first result, without the secret. */
  readonly idempotencyKey?: string | null;
};

/** A change of an endpoint. */
export type UpdateWebhookEndpointInput = {
  /** The endpoint. */
  readonly id: string;
  /** Its name, where that changes. */
  readonly name?: string | null;
  /** Where it is, where that changes. */
  readonly url?: string | null;
  /** All that it asks for from now on, where that changes. */
  readonly interest?: InterestInput | null;
  /** Whether it asks for everything from now on. */
  readonly everything?: boolean | null;
  /** Whether it is to be sent to, where that changes. */
  readonly enabled?: boolean | null;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** An endpoint to end. */
export type DeleteWebhookEndpointInput = {
  /** The endpoint. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

/** An endpoint to try. */
export type TestWebhookEndpointInput = {
  /** The endpoint. */
  readonly id: string;
  /** Makes a repetition return the first result. */
  readonly idempotencyKey?: string | null;
};

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { readonly viewer: { readonly roles: ReadonlyArray<Role>, readonly person: { readonly id: string, readonly name: string, readonly email: string | null, readonly contact: boolean }, readonly sessions: ReadonlyArray<{ readonly id: string, readonly kind: SessionKind, readonly current: boolean, readonly createdAt: string, readonly lastUsedAt: string, readonly expiresAt: string, readonly userAgent: string | null }>, readonly apiKeys: ReadonlyArray<{ readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<ApiKeyScope>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null }> } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly endedSessions: number } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { readonly endSession: { readonly id: string } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { readonly createApiKey: { readonly secret: string, readonly apiKey: { readonly id: string, readonly name: string } } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { readonly revokeApiKey: { readonly id: string } };

export type CommentsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null;
}>;


export type CommentsQuery = { readonly publication: { readonly id: string, readonly comments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: CommentState, readonly tlp: Tlp, readonly text: string | null, readonly attribution: Attribution, readonly postedAt: string, readonly reason: string | null, readonly withdrawable: boolean, readonly removable: boolean, readonly member: { readonly name: string } | null, readonly author: { readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type PostCommentMutationVariables = Exact<{
  input: PostCommentInput;
}>;


export type PostCommentMutation = { readonly postComment: { readonly comment: { readonly id: string } } };

export type WithdrawCommentMutationVariables = Exact<{
  input: WithdrawCommentInput;
}>;


export type WithdrawCommentMutation = { readonly withdrawComment: { readonly comment: { readonly id: string } } };

export type RemoveCommentMutationVariables = Exact<{
  input: RemoveCommentInput;
}>;


export type RemoveCommentMutation = { readonly removeComment: { readonly comment: { readonly id: string } } };

export type CommentsChangedSubscriptionVariables = Exact<{
  publicationId: string;
}>;


export type CommentsChangedSubscription = { readonly commentsChanged: { readonly id: string } };

export type MembersFoundQueryVariables = Exact<{
  text?: string | null;
  first: number;
}>;


export type MembersFoundQuery = { readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly kind: MemberKind } }> } };

export type MemberPeopleQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null;
}>;


export type MemberPeopleQuery = { readonly member: { readonly id: string, readonly name: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly email: string | null, readonly roles: ReadonlyArray<Role> | null, readonly contact: boolean, readonly suspended: boolean | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type GroupsQueryVariables = Exact<{
  first: number;
  after?: string | null;
}>;


export type GroupsQuery = { readonly groups: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly owner: { readonly id: string, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MembersQueryVariables = Exact<{
  filter?: MemberFilter | null;
  first: number;
  after?: string | null;
}>;


export type MembersQuery = { readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly kind: MemberKind, readonly suspended: boolean | null, readonly jurisdiction: { readonly fullName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MemberWholeQueryVariables = Exact<{
  id: string;
}>;


export type MemberWholeQuery = { readonly member: { readonly id: string, readonly name: string, readonly kind: MemberKind, readonly suspended: boolean | null, readonly jurisdiction: { readonly code: string, readonly fullName: string } | null, readonly settings: { readonly twoPersonRelease: boolean, readonly agreedRegions: ReadonlyArray<{ readonly code: string, readonly fullName: string }> } | null, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly email: string | null, readonly roles: ReadonlyArray<Role> | null, readonly contact: boolean, readonly suspended: boolean | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly invitations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly purpose: InvitationPurpose, readonly email: string, readonly name: string, readonly roles: ReadonlyArray<Role>, readonly expiresAt: string } }> } } | null };

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;


export type InvitePersonMutation = { readonly invitePerson: { readonly link: string | null, readonly invitation: { readonly id: string, readonly email: string } } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { readonly revokeInvitation: { readonly id: string } };

export type CreatePasswordResetMutationVariables = Exact<{
  input: CreatePasswordResetInput;
}>;


export type CreatePasswordResetMutation = { readonly createPasswordReset: { readonly link: string | null, readonly expiresAt: string } };

export type ChangeRolesMutationVariables = Exact<{
  input: ChangeRolesInput;
}>;


export type ChangeRolesMutation = { readonly changeRoles: { readonly person: { readonly id: string, readonly roles: ReadonlyArray<Role> | null } } };

export type SetContactMutationVariables = Exact<{
  input: SetContactInput;
}>;


export type SetContactMutation = { readonly setContact: { readonly person: { readonly id: string, readonly contact: boolean } } };

export type SuspendPersonMutationVariables = Exact<{
  input: SuspendPersonInput;
}>;


export type SuspendPersonMutation = { readonly suspendPerson: { readonly person: { readonly id: string } } };

export type ReinstatePersonMutationVariables = Exact<{
  input: ReinstatePersonInput;
}>;


export type ReinstatePersonMutation = { readonly reinstatePerson: { readonly person: { readonly id: string } } };

export type ConfigureMemberMutationVariables = Exact<{
  input: ConfigureMemberInput;
}>;


export type ConfigureMemberMutation = { readonly configureMember: { readonly member: { readonly id: string } } };

export type CreateMemberMutationVariables = Exact<{
  input: CreateMemberInput;
}>;


export type CreateMemberMutation = { readonly createMember: { readonly member: { readonly id: string } } };

export type SuspendMemberMutationVariables = Exact<{
  input: SuspendMemberInput;
}>;


export type SuspendMemberMutation = { readonly suspendMember: { readonly member: { readonly id: string } } };

export type ReinstateMemberMutationVariables = Exact<{
  input: ReinstateMemberInput;
}>;


export type ReinstateMemberMutation = { readonly reinstateMember: { readonly member: { readonly id: string } } };

export type GroupWholeQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null;
}>;


export type GroupWholeQuery = { readonly group: { readonly id: string, readonly name: string, readonly owner: { readonly id: string, readonly name: string }, readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly kind: MemberKind } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { readonly createGroup: { readonly group: { readonly id: string } } };

export type AddGroupMemberMutationVariables = Exact<{
  input: AddGroupMemberInput;
}>;


export type AddGroupMemberMutation = { readonly addGroupMember: { readonly group: { readonly id: string } } };

export type RemoveGroupMemberMutationVariables = Exact<{
  input: RemoveGroupMemberInput;
}>;


export type RemoveGroupMemberMutation = { readonly removeGroupMember: { readonly group: { readonly id: string } | null } };

export type CloseGroupMutationVariables = Exact<{
  input: CloseGroupInput;
}>;


export type CloseGroupMutation = { readonly closeGroup: { readonly id: string } };

export type InvitePeopleMutationVariables = Exact<{
  input: InvitePeopleInput;
}>;


export type InvitePeopleMutation = { readonly invitePeople: { readonly invited: boolean, readonly errorCount: number, readonly lines: ReadonlyArray<{ readonly line: number, readonly email: string | null, readonly name: string | null, readonly roles: ReadonlyArray<Role>, readonly link: string | null, readonly error: { readonly code: string, readonly column: string | null, readonly message: string } | null }> } };

export type RegionsQueryVariables = Exact<{
  text?: string | null;
  within?: string | null;
  levels?: ReadonlyArray<RegionLevel> | RegionLevel | null;
  first: number;
}>;


export type RegionsQuery = { readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string, readonly level: RegionLevel }> };

export type PreviewQueryVariables = Exact<{
  content: PublicationContentInput;
}>;


export type PreviewQuery = { readonly previewPublication: { readonly memberCount: number, readonly personCount: number, readonly notifiedCount: number, readonly public: boolean, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly byKind: ReadonlyArray<{ readonly kind: MemberKind, readonly count: number }>, readonly byState: ReadonlyArray<{ readonly count: number, readonly region: { readonly code: string, readonly name: string } }>, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type RegionQueryVariables = Exact<{
  code: string;
}>;


export type RegionQuery = { readonly region: { readonly code: string, readonly name: string, readonly fullName: string, readonly level: RegionLevel } | null };

export type DeliveryHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type DeliveryHealthQuery = { readonly deliveryHealth: { readonly unplannedCount: number, readonly oldestUnplannedSeconds: number, readonly endpointCount: number, readonly failingEndpointCount: number, readonly disabledEndpointCount: number, readonly channels: ReadonlyArray<{ readonly channel: DeliveryChannel, readonly waitingCount: number, readonly laterCount: number, readonly deadCount: number, readonly oldestWaitingSeconds: number, readonly sentPerMinute: number, readonly failures: ReadonlyArray<{ readonly cause: DeliveryCause, readonly count: number }> }>, readonly late: ReadonlyArray<{ readonly what: LateWork, readonly seconds: number }>, readonly failingEndpoints: ReadonlyArray<{ readonly id: string, readonly host: string, readonly state: WebhookEndpointState, readonly failingSince: string | null, readonly lastFailure: DeliveryCause | null, readonly member: { readonly id: string, readonly name: string } }> } };

export type DeadLettersQueryVariables = Exact<{
  first: number;
  after?: string | null;
}>;


export type DeadLettersQuery = { readonly deadLetters: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly host: string | null, readonly replayable: boolean, readonly member: { readonly id: string, readonly name: string }, readonly person: { readonly id: string, readonly name: string } | null, readonly delivery: { readonly channel: DeliveryChannel, readonly reason: DeliveryReason, readonly plannedAt: string, readonly tries: number, readonly triedAt: string | null, readonly cause: DeliveryCause | null, readonly said: string | null, readonly publication: { readonly id: string, readonly title: string | null } | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReplayDeadLettersMutationVariables = Exact<{
  input: ReplayDeadLettersInput;
}>;


export type ReplayDeadLettersMutation = { readonly replayDeadLetters: { readonly count: number } };

export type EndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type EndpointsQuery = { readonly webhookEndpoints: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: SubscriptionOwner, readonly url: string, readonly state: WebhookEndpointState, readonly disabledBecause: WebhookDisabledCause | null, readonly failingSince: string | null, readonly lastFailure: DeliveryCause | null, readonly lastSuccessAt: string | null, readonly deliveries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reason: DeliveryReason, readonly state: DeliveryState, readonly plannedAt: string, readonly tries: number, readonly cause: DeliveryCause | null } }> } }> };

export type CreateEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type CreateEndpointMutation = { readonly createWebhookEndpoint: { readonly secret: string | null, readonly endpoint: { readonly id: string } } };

export type UpdateEndpointMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type UpdateEndpointMutation = { readonly updateWebhookEndpoint: { readonly endpoint: { readonly id: string } } };

export type DeleteEndpointMutationVariables = Exact<{
  input: DeleteWebhookEndpointInput;
}>;


export type DeleteEndpointMutation = { readonly deleteWebhookEndpoint: { readonly id: string } };

export type TestEndpointMutationVariables = Exact<{
  input: TestWebhookEndpointInput;
}>;


export type TestEndpointMutation = { readonly testWebhookEndpoint: { readonly deliveryId: string } };

export type DraftPartsFragment = { readonly id: string, readonly version: number, readonly state: DraftState, readonly note: string | null, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly reviewNote: string | null, readonly updatedAt: string, readonly schedule: { readonly state: ReleaseScheduleState, readonly at: string, readonly refusal: string | null } | null, readonly author: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly name: string }, readonly revises: { readonly id: string, readonly title: string | null, readonly revision: { readonly id: string } | null } | null, readonly content: { readonly kind: PublicationKind, readonly title: string, readonly summary: string | null, readonly body: string | null, readonly instructions: string | null, readonly tlp: Tlp, readonly attribution: Attribution, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly certainty: Certainty | null, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly affectedProducts: ReadonlyArray<string>, readonly cves: ReadonlyArray<string>, readonly analyticConfidence: AnalyticConfidence | null, readonly sourcing: string | null, readonly handling: ReadonlyArray<string>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly references: ReadonlyArray<{ readonly title: string, readonly url: string }>, readonly onBehalfOf: { readonly id: string, readonly name: string } | null, readonly audience: { readonly memberKinds: ReadonlyArray<MemberKind>, readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }>, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly persons: ReadonlyArray<{ readonly id: string, readonly name: string, readonly member: { readonly name: string } }> } } };

export type DraftsQueryVariables = Exact<{
  first: number;
  after?: string | null;
}>;


export type DraftsQuery = { readonly drafts: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly state: DraftState, readonly updatedAt: string, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly reviewNote: string | null, readonly schedule: { readonly state: ReleaseScheduleState, readonly at: string, readonly refusal: string | null } | null, readonly author: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly name: string }, readonly revises: { readonly id: string } | null, readonly content: { readonly kind: PublicationKind, readonly title: string, readonly tlp: Tlp, readonly status: PublicationStatus, readonly severity: Severity | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DraftQueryVariables = Exact<{
  id: string;
}>;


export type DraftQuery = { readonly draft: { readonly id: string, readonly version: number, readonly state: DraftState, readonly note: string | null, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly reviewNote: string | null, readonly updatedAt: string, readonly schedule: { readonly state: ReleaseScheduleState, readonly at: string, readonly refusal: string | null } | null, readonly author: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly name: string }, readonly revises: { readonly id: string, readonly title: string | null, readonly revision: { readonly id: string } | null } | null, readonly content: { readonly kind: PublicationKind, readonly title: string, readonly summary: string | null, readonly body: string | null, readonly instructions: string | null, readonly tlp: Tlp, readonly attribution: Attribution, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly certainty: Certainty | null, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly affectedProducts: ReadonlyArray<string>, readonly cves: ReadonlyArray<string>, readonly analyticConfidence: AnalyticConfidence | null, readonly sourcing: string | null, readonly handling: ReadonlyArray<string>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly references: ReadonlyArray<{ readonly title: string, readonly url: string }>, readonly onBehalfOf: { readonly id: string, readonly name: string } | null, readonly audience: { readonly memberKinds: ReadonlyArray<MemberKind>, readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }>, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly persons: ReadonlyArray<{ readonly id: string, readonly name: string, readonly member: { readonly name: string } }> } } } | null };

export type CreateDraftMutationVariables = Exact<{
  input: CreateDraftInput;
}>;


export type CreateDraftMutation = { readonly createDraft: { readonly draft: { readonly id: string, readonly version: number } | null } };

export type UpdateDraftMutationVariables = Exact<{
  input: UpdateDraftInput;
}>;


export type UpdateDraftMutation = { readonly updateDraft: { readonly draft: { readonly id: string, readonly version: number } | null } };

export type DiscardDraftMutationVariables = Exact<{
  input: DiscardDraftInput;
}>;


export type DiscardDraftMutation = { readonly discardDraft: { readonly id: string } };

export type ReturnDraftMutationVariables = Exact<{
  input: ReturnDraftInput;
}>;


export type ReturnDraftMutation = { readonly returnDraft: { readonly draft: { readonly id: string, readonly state: DraftState } | null } };

export type SubmitDraftMutationVariables = Exact<{
  input: SubmitDraftInput;
}>;


export type SubmitDraftMutation = { readonly submitDraft: { readonly draft: { readonly id: string, readonly state: DraftState } | null } };

export type ReleaseDraftMutationVariables = Exact<{
  input: ReleaseDraftInput;
}>;


export type ReleaseDraftMutation = { readonly releaseDraft: { readonly outcome: ReleaseOutcome, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly publication: { readonly id: string } | null, readonly draft: { readonly id: string } | null } };

export type WithdrawMutationVariables = Exact<{
  input: WithdrawPublicationInput;
}>;


export type WithdrawMutation = { readonly withdrawPublication: { readonly outcome: ReleaseOutcome, readonly publication: { readonly id: string } | null } };

export type ScheduleReleaseMutationVariables = Exact<{
  input: ScheduleReleaseInput;
}>;


export type ScheduleReleaseMutation = { readonly scheduleRelease: { readonly outcome: ScheduleReleaseOutcome, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly draft: { readonly id: string, readonly schedule: { readonly at: string } | null } | null, readonly publication: { readonly id: string } | null } };

export type CancelScheduledReleaseMutationVariables = Exact<{
  input: CancelScheduledReleaseInput;
}>;


export type CancelScheduledReleaseMutation = { readonly cancelScheduledRelease: { readonly draft: { readonly id: string, readonly version: number } | null } };

export type WaitingDraftQueryVariables = Exact<{
  id: string;
  originId: string;
}>;


export type WaitingDraftQuery = { readonly draft: { readonly id: string, readonly schedule: { readonly state: ReleaseScheduleState, readonly at: string, readonly refusal: string | null } | null } | null, readonly publications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string | null } }> } };

export type IndicatorPartsFragment = { readonly id: string, readonly type: IndicatorType, readonly value: string | null, readonly pattern: string, readonly description: string | null, readonly confidence: number | null, readonly state: IndicatorState, readonly harmless: HarmlessKind | null, readonly validUntil: string | null, readonly sightingCount: number, readonly lastSeen: string | null };

export type PublicationIndicatorsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null;
}>;


export type PublicationIndicatorsQuery = { readonly publication: { readonly id: string, readonly indicators: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly type: IndicatorType, readonly value: string | null, readonly pattern: string, readonly description: string | null, readonly confidence: number | null, readonly state: IndicatorState, readonly harmless: HarmlessKind | null, readonly validUntil: string | null, readonly sightingCount: number, readonly lastSeen: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ExportPublicationQueryVariables = Exact<{
  id: string;
  format: ExportFormat;
}>;


export type ExportPublicationQuery = { readonly exportPublication: { readonly fileName: string, readonly mediaType: string, readonly text: string } | null };

export type LookUpQueryVariables = Exact<{
  values: ReadonlyArray<string> | string;
}>;


export type LookUpQuery = { readonly lookUp: ReadonlyArray<{ readonly value: string, readonly type: IndicatorType | null, readonly canonical: string | null, readonly known: boolean, readonly sightingCount: number, readonly lastSeen: string | null, readonly harmless: HarmlessKind | null, readonly indicators: ReadonlyArray<{ readonly id: string, readonly tlp: Tlp, readonly publication: { readonly id: string, readonly title: string | null } | null }> }> };

export type RecordSightingMutationVariables = Exact<{
  input: RecordSightingInput;
}>;


export type RecordSightingMutation = { readonly recordSighting: { readonly indicator: { readonly id: string } } };

export type LevelsQueryVariables = Exact<{
  within: string;
}>;


export type LevelsQuery = { readonly alertLevels: ReadonlyArray<{ readonly level: AlertLevel, readonly since: string, readonly reason: string | null, readonly region: { readonly code: string, readonly name: string, readonly fullName: string, readonly level: RegionLevel }, readonly setFor: { readonly code: string, readonly name: string }, readonly publication: { readonly id: string, readonly tlp: Tlp } }> };

export type LevelHistoryQueryVariables = Exact<{
  region: string;
  first: number;
  after?: string | null;
}>;


export type LevelHistoryQuery = { readonly alertLevelHistory: { readonly edges: ReadonlyArray<{ readonly node: { readonly level: AlertLevel, readonly at: string, readonly reason: string | null, readonly tlp: Tlp, readonly publication: { readonly id: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ActivityQueryVariables = Exact<{
  filter: RegionActivityFilter;
}>;


export type ActivityQuery = { readonly regionActivity: ReadonlyArray<{ readonly publicationCount: number, readonly alertCount: number, readonly highestSeverity: Severity | null, readonly region: { readonly code: string, readonly name: string, readonly fullName: string, readonly level: RegionLevel } }> };

export type PlaceFragment = { readonly code: string, readonly name: string };

export type CountiesQueryVariables = Exact<{
  within: string;
  first: number;
}>;


export type CountiesQuery = { readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type StatesQueryVariables = Exact<{ [key: string]: never; }>;


export type StatesQuery = { readonly r01: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r02: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r03: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r04: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r05: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r06: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r07: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r08: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r09: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly r10: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type SetAlertLevelMutationVariables = Exact<{
  input: SetAlertLevelInput;
}>;


export type SetAlertLevelMutation = { readonly setAlertLevel: { readonly outcome: ReleaseOutcome, readonly reviewReasons: ReadonlyArray<ReviewReason>, readonly publication: { readonly id: string } | null } };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilter | null;
  first: number;
  after?: string | null;
}>;


export type AuditLogQuery = { readonly audit: { readonly edges: ReadonlyArray<{ readonly node: { readonly sequence: number, readonly at: string, readonly personId: string | null, readonly memberId: string | null, readonly action: string, readonly objectType: string | null, readonly objectId: string | null, readonly detail: string, readonly hash: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AuditVerificationQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditVerificationQuery = { readonly auditVerification: { readonly intact: boolean, readonly entries: number, readonly head: string | null, readonly fault: { readonly sequence: number, readonly reason: string } | null } };

export type PageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type PreferencePartsFragment = { readonly owner: SubscriptionOwner, readonly timeZone: string, readonly own: ReadonlyArray<PreferenceName>, readonly channels: ReadonlyArray<{ readonly severity: Severity, readonly email: MailTiming, readonly webhook: boolean }>, readonly quietHours: { readonly from: string, readonly until: string } | null, readonly digest: { readonly every: DigestPeriod, readonly at: string, readonly weekday: Weekday } };

export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { readonly preferences: { readonly owner: SubscriptionOwner, readonly timeZone: string, readonly own: ReadonlyArray<PreferenceName>, readonly channels: ReadonlyArray<{ readonly severity: Severity, readonly email: MailTiming, readonly webhook: boolean }>, readonly quietHours: { readonly from: string, readonly until: string } | null, readonly digest: { readonly every: DigestPeriod, readonly at: string, readonly weekday: Weekday } } };

export type MemberPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberPreferencesQuery = { readonly memberPreferences: { readonly owner: SubscriptionOwner, readonly timeZone: string, readonly own: ReadonlyArray<PreferenceName>, readonly channels: ReadonlyArray<{ readonly severity: Severity, readonly email: MailTiming, readonly webhook: boolean }>, readonly quietHours: { readonly from: string, readonly until: string } | null, readonly digest: { readonly every: DigestPeriod, readonly at: string, readonly weekday: Weekday } } };

export type SetPreferencesMutationVariables = Exact<{
  input: SetPreferencesInput;
}>;


export type SetPreferencesMutation = { readonly setPreferences: { readonly preferences: { readonly owner: SubscriptionOwner } } };

export type ContactListQueryVariables = Exact<{
  id: string;
}>;


export type ContactListQuery = { readonly member: { readonly id: string, readonly contactList: ReadonlyArray<{ readonly person: { readonly id: string, readonly name: string }, readonly duties: ReadonlyArray<{ readonly days: ReadonlyArray<Weekday>, readonly from: string, readonly until: string }> }> | null } | null };

export type SetContactListMutationVariables = Exact<{
  input: SetContactListInput;
}>;


export type SetContactListMutation = { readonly setContactList: { readonly member: { readonly id: string } } };

export type RemindSilentMutationVariables = Exact<{
  input: RemindSilentInput;
}>;


export type RemindSilentMutation = { readonly remindSilent: { readonly memberCount: number, readonly personCount: number } };

export type TestMailMutationVariables = Exact<{
  input: TestMailInput;
}>;


export type TestMailMutation = { readonly testMail: { readonly deliveryId: string } };

export type ReachQueryVariables = Exact<{
  id: string;
  silentOnly: boolean;
  first: number;
  after?: string | null;
}>;


export type ReachQuery = { readonly publication: { readonly id: string, readonly title: string | null, readonly tlp: Tlp, readonly kind: PublicationKind, readonly status: PublicationStatus, readonly severity: Severity | null, readonly acknowledgeWithinMinutes: number | null, readonly publishedAt: string, readonly reach: { readonly notifiedCount: number, readonly openedCount: number, readonly memberCount: number, readonly acknowledgedCount: number, readonly silentCount: number, readonly responses: ReadonlyArray<{ readonly response: AcknowledgementResponse, readonly count: number }>, readonly byState: ReadonlyArray<{ readonly memberCount: number, readonly openedCount: number, readonly acknowledgedCount: number, readonly region: { readonly code: string, readonly name: string } | null }>, readonly byKind: ReadonlyArray<{ readonly kind: MemberKind, readonly memberCount: number, readonly openedCount: number, readonly acknowledgedCount: number }>, readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly openedAt: string | null, readonly member: { readonly id: string, readonly name: string, readonly jurisdiction: { readonly code: string } | null }, readonly acknowledgement: { readonly response: AcknowledgementResponse, readonly note: string | null, readonly at: string, readonly person: { readonly name: string } | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type ReachChangedSubscriptionVariables = Exact<{
  publicationId: string;
}>;


export type ReachChangedSubscription = { readonly reachChanged: { readonly id: string } };

export type LineFragment = { readonly id: string, readonly kind: PublicationKind, readonly state: PublicationState, readonly title: string | null, readonly summary: string | null, readonly tlp: Tlp, readonly tlpLabel: string, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly attribution: Attribution, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly publishedAt: string, readonly updatedAt: string, readonly origin: { readonly id: string, readonly name: string } | null, readonly onBehalfOf: { readonly id: string, readonly name: string } | null, readonly audience: { readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }> } | null, readonly revision: { readonly number: number } | null };

export type CountsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountsQuery = { readonly inboxCounts: { readonly unread: number, readonly unanswered: number } };

export type InboxQueryVariables = Exact<{
  states?: ReadonlyArray<InboxState> | InboxState | null;
  unanswered: boolean;
  first: number;
  after?: string | null;
}>;


export type InboxQuery = { readonly inbox: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly state: InboxState, readonly arrivedAt: string, readonly publication: { readonly id: string, readonly kind: PublicationKind, readonly state: PublicationState, readonly title: string | null, readonly summary: string | null, readonly tlp: Tlp, readonly tlpLabel: string, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly attribution: Attribution, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly publishedAt: string, readonly updatedAt: string, readonly acknowledgement: { readonly response: AcknowledgementResponse } | null, readonly origin: { readonly id: string, readonly name: string } | null, readonly onBehalfOf: { readonly id: string, readonly name: string } | null, readonly audience: { readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }> } | null, readonly revision: { readonly number: number } | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SearchQueryVariables = Exact<{
  text?: string | null;
  filter?: PublicationFilter | null;
  first: number;
  after?: string | null;
}>;


export type SearchQuery = { readonly searchPublications: { readonly totalCount: number, readonly facets: { readonly kinds: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly severities: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly tlps: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly statuses: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly affectedSystems: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly states: ReadonlyArray<{ readonly count: number, readonly region: { readonly code: string, readonly name: string } }> }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly snippet: ReadonlyArray<{ readonly text: string, readonly match: boolean }>, readonly node: { readonly id: string, readonly kind: PublicationKind, readonly state: PublicationState, readonly title: string | null, readonly summary: string | null, readonly tlp: Tlp, readonly tlpLabel: string, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly attribution: Attribution, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly publishedAt: string, readonly updatedAt: string, readonly acknowledgement: { readonly response: AcknowledgementResponse } | null, readonly inbox: { readonly state: InboxState } | null, readonly origin: { readonly id: string, readonly name: string } | null, readonly onBehalfOf: { readonly id: string, readonly name: string } | null, readonly audience: { readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }> } | null, readonly revision: { readonly number: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PublicationQueryVariables = Exact<{
  id: string;
}>;


export type PublicationQuery = { readonly publication: { readonly body: string | null, readonly instructions: string | null, readonly certainty: Certainty | null, readonly affectedProducts: ReadonlyArray<string>, readonly cves: ReadonlyArray<string>, readonly analyticConfidence: AnalyticConfidence | null, readonly sourcing: string | null, readonly handling: ReadonlyArray<string>, readonly id: string, readonly kind: PublicationKind, readonly state: PublicationState, readonly title: string | null, readonly summary: string | null, readonly tlp: Tlp, readonly tlpLabel: string, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly attribution: Attribution, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly publishedAt: string, readonly updatedAt: string, readonly references: ReadonlyArray<{ readonly title: string, readonly url: string }>, readonly audience: { readonly memberKinds: ReadonlyArray<MemberKind>, readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }>, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly persons: ReadonlyArray<{ readonly id: string, readonly name: string, readonly member: { readonly name: string } }> } | null, readonly origin: { readonly id: string, readonly name: string, readonly kind: MemberKind, readonly jurisdiction: { readonly fullName: string } | null } | null, readonly inbox: { readonly state: InboxState, readonly arrivedAt: string } | null, readonly acknowledgement: { readonly response: AcknowledgementResponse, readonly note: string | null, readonly at: string, readonly person: { readonly name: string } | null } | null, readonly withdrawal: { readonly at: string, readonly reason: string } | null, readonly supersedes: ReadonlyArray<{ readonly id: string, readonly title: string | null }>, readonly supersededBy: { readonly id: string, readonly title: string | null } | null, readonly revision: { readonly id: string, readonly number: number } | null, readonly revisions: ReadonlyArray<{ readonly id: string, readonly number: number, readonly releasedAt: string, readonly note: string | null, readonly title: string, readonly summary: string | null, readonly body: string | null, readonly instructions: string | null, readonly tlp: Tlp, readonly severity: Severity | null, readonly releasedBy: { readonly name: string } | null }>, readonly onBehalfOf: { readonly id: string, readonly name: string } | null } | null };

export type MarkInboxMutationVariables = Exact<{
  input: MarkInboxInput;
}>;


export type MarkInboxMutation = { readonly markInbox: { readonly items: ReadonlyArray<{ readonly state: InboxState }> } };

export type AcknowledgeMutationVariables = Exact<{
  input: AcknowledgeInput;
}>;


export type AcknowledgeMutation = { readonly acknowledge: { readonly acknowledgement: { readonly response: AcknowledgementResponse, readonly note: string | null, readonly at: string } } };

export type ReleasePositionQueryVariables = Exact<{ [key: string]: never; }>;


export type ReleasePositionQuery = { readonly releasePosition: string };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { readonly viewer: { readonly person: { readonly id: string } } | null };

export type LiveSubscriptionVariables = Exact<{
  after?: string | null;
}>;


export type LiveSubscription = { readonly releases: { readonly cursor: string, readonly what: ReleaseKind, readonly at: string, readonly publicationId: string, readonly publication: { readonly id: string, readonly kind: PublicationKind, readonly title: string | null, readonly tlpLabel: string, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null } | null } };

export type LatestQueryVariables = Exact<{
  first: number;
}>;


export type LatestQuery = { readonly publications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PublicationKind, readonly state: PublicationState, readonly title: string | null, readonly summary: string | null, readonly tlp: Tlp, readonly tlpLabel: string, readonly status: PublicationStatus, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly attribution: Attribution, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly acknowledgeWithinMinutes: number | null, readonly expiresAt: string | null, readonly publishedAt: string, readonly updatedAt: string, readonly acknowledgement: { readonly response: AcknowledgementResponse } | null, readonly inbox: { readonly state: InboxState } | null, readonly origin: { readonly id: string, readonly name: string } | null, readonly onBehalfOf: { readonly id: string, readonly name: string } | null, readonly audience: { readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string }> } | null, readonly revision: { readonly number: number } | null } }> } };

export type IsPublicQueryVariables = Exact<{
  id: string;
}>;


export type IsPublicQuery = { readonly publication: { readonly id: string } | null };

export type RemoteCollectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RemoteCollectionsQuery = { readonly remoteCollections: ReadonlyArray<{ readonly id: string, readonly name: string, readonly url: string, readonly state: RemoteCollectionState, readonly tlp: Tlp, readonly releases: boolean, readonly everyMinutes: number, readonly lastPolledAt: string | null, readonly failingSince: string | null, readonly lastFailure: RemoteFailure | null, readonly said: string | null, readonly takenCount: number, readonly leftCount: number, readonly refusedCount: number, readonly member: { readonly id: string, readonly name: string }, readonly person: { readonly id: string, readonly name: string }, readonly regions: ReadonlyArray<{ readonly code: string, readonly fullName: string }> }> };

export type AddRemoteCollectionMutationVariables = Exact<{
  input: AddRemoteCollectionInput;
}>;


export type AddRemoteCollectionMutation = { readonly addRemoteCollection: { readonly collection: { readonly id: string } } };

export type UpdateRemoteCollectionMutationVariables = Exact<{
  input: UpdateRemoteCollectionInput;
}>;


export type UpdateRemoteCollectionMutation = { readonly updateRemoteCollection: { readonly collection: { readonly id: string } } };

export type PollRemoteCollectionMutationVariables = Exact<{
  input: PollRemoteCollectionInput;
}>;


export type PollRemoteCollectionMutation = { readonly pollRemoteCollection: { readonly collection: { readonly id: string } } };

export type RemoveRemoteCollectionMutationVariables = Exact<{
  input: RemoveRemoteCollectionInput;
}>;


export type RemoveRemoteCollectionMutation = { readonly removeRemoteCollection: { readonly id: string } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { readonly hub: { readonly name: string, readonly version: string, readonly demo: boolean, readonly sendsMail: boolean, readonly securityContact: string | null, readonly personas: ReadonlyArray<{ readonly persona: string, readonly email: string, readonly password: string, readonly member: string }> }, readonly viewer: { readonly roles: ReadonlyArray<Role>, readonly actions: ReadonlyArray<string>, readonly person: { readonly id: string, readonly name: string, readonly email: string | null }, readonly member: { readonly id: string, readonly name: string, readonly kind: MemberKind, readonly jurisdiction: { readonly code: string, readonly name: string, readonly fullName: string, readonly level: RegionLevel, readonly ancestors: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string, readonly level: RegionLevel }> } | null } } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly expiresAt: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly signedOut: boolean } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { readonly invitation: { readonly id: string, readonly purpose: InvitationPurpose, readonly email: string, readonly name: string, readonly roles: ReadonlyArray<Role>, readonly expiresAt: string, readonly member: { readonly id: string, readonly name: string } } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { readonly acceptInvitation: { readonly email: string } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { readonly requestPasswordReset: { readonly noted: boolean } };

export type SubscriptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SubscriptionsQuery = { readonly subscriptions: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: SubscriptionOwner, readonly createdAt: string, readonly interest: { readonly below: boolean, readonly above: boolean, readonly kinds: ReadonlyArray<PublicationKind>, readonly severityAtLeast: Severity | null, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly text: string | null, readonly newKnownExploited: boolean, readonly regions: ReadonlyArray<{ readonly code: string, readonly fullName: string }> } }> };

export type CreateSubscriptionMutationVariables = Exact<{
  input: CreateSubscriptionInput;
}>;


export type CreateSubscriptionMutation = { readonly createSubscription: { readonly subscription: { readonly id: string } } };

export type UpdateSubscriptionMutationVariables = Exact<{
  input: UpdateSubscriptionInput;
}>;


export type UpdateSubscriptionMutation = { readonly updateSubscription: { readonly subscription: { readonly id: string } } };

export type DeleteSubscriptionMutationVariables = Exact<{
  input: DeleteSubscriptionInput;
}>;


export type DeleteSubscriptionMutation = { readonly deleteSubscription: { readonly id: string } };

export type PreviewInterestQueryVariables = Exact<{
  interest: InterestInput;
  days: number;
  first: number;
}>;


export type PreviewInterestQuery = { readonly previewInterest: { readonly matchCount: number, readonly lookedAtCount: number, readonly partial: boolean, readonly publications: ReadonlyArray<{ readonly id: string, readonly title: string | null, readonly tlp: Tlp, readonly updatedAt: string }> } };

export type TemplatesQueryVariables = Exact<{
  language?: Language | null;
}>;


export type TemplatesQuery = { readonly templates: ReadonlyArray<{ readonly id: string, readonly builtIn: boolean, readonly version: number, readonly name: string, readonly topic: TemplateTopic, readonly content: { readonly kind: PublicationKind, readonly title: string, readonly summary: string | null, readonly body: string | null, readonly instructions: string | null, readonly tlp: Tlp, readonly severity: Severity | null, readonly urgency: Urgency | null, readonly certainty: Certainty | null, readonly affectedSystems: ReadonlyArray<AffectedSystem>, readonly acknowledgeWithinMinutes: number | null } }> };

export type CreateTemplateMutationVariables = Exact<{
  input: CreateTemplateInput;
}>;


export type CreateTemplateMutation = { readonly createTemplate: { readonly template: { readonly id: string } } };

export type DeleteTemplateMutationVariables = Exact<{
  input: DeleteTemplateInput;
}>;


export type DeleteTemplateMutation = { readonly deleteTemplate: { readonly id: string } };

export const ENUMS = {
  CommentState: ['POSTED', 'WITHDRAWN', 'REMOVED'],
  LateWork: ['PLANNING', 'EMAIL', 'WEBHOOK'],
  DeliveryChannel: ['EMAIL', 'WEBHOOK', 'DIGEST'],
  DeliveryReason: ['RELEASE', 'REMINDER', 'ESCALATION', 'DIGEST', 'NOTICE', 'TEST'],
  DeliveryState: ['PENDING', 'RETRYING', 'SENT', 'FAILED', 'DROPPED'],
  DeliveryCause: ['UNREACHABLE', 'TIMED_OUT', 'ADDRESS_REFUSED', 'BUSY', 'SERVER_ERROR', 'REJECTED', 'GONE', 'DISABLED', 'NOT_VISIBLE', 'NO_ADDRESS', 'OVERTAKEN', 'ANSWERED', 'UNWANTED', 'EMPTY', 'INTERNAL'],
  InboxState: ['UNREAD', 'READ', 'ACKNOWLEDGED'],
  AcknowledgementResponse: ['ACTING', 'NOT_AFFECTED', 'NEED_HELP'],
  EscalationState: ['OPEN', 'ANSWERED', 'ENDED'],
  EscalationStep: ['CHANNEL', 'CONTACT', 'ABOVE'],
  ExportFormat: ['STIX', 'MISP', 'CSAF', 'CAP', 'CSV'],
  SessionKind: ['COOKIE', 'TOKEN'],
  ApiKeyScope: ['READ', 'PUBLISH', 'FEED'],
  IndicatorType: ['IPV4', 'IPV6', 'DOMAIN', 'URL', 'EMAIL', 'MD5', 'SHA1', 'SHA256', 'SHA512', 'PATTERN'],
  IndicatorState: ['ACTIVE', 'REVOKED'],
  HarmlessKind: ['PRIVATE_ADDRESS', 'PUBLIC_RESOLVER', 'RESERVED_NAME', 'ELECTION_SITE', 'POPULAR_SITE', 'EMPTY_FILE'],
  AddingOutcome: ['ADDED', 'UPDATED', 'KNOWN'],
  AlertLevel: ['LOW', 'GUARDED', 'ELEVATED', 'HIGH', 'SEVERE'],
  MemberKind: ['STATE', 'LOCAL', 'FEDERAL', 'HUB', 'PARTNER'],
  Role: ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR', 'ANALYST', 'OPERATOR', 'AUDITOR'],
  InvitationPurpose: ['JOIN', 'RESET'],
  PreferenceName: ['CHANNELS', 'QUIET_HOURS', 'TIME_ZONE', 'DIGEST'],
  MailTiming: ['AT_ONCE', 'DIGEST', 'OFF'],
  DigestPeriod: ['HOUR', 'DAY', 'WEEK'],
  Weekday: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
  ReviewReason: ['REQUESTED', 'TWO_PERSON', 'NATIONAL_AUDIENCE', 'BEYOND_OWN_REGION'],
  PublicationKind: ['ALERT', 'ADVISORY', 'BULLETIN'],
  PublicationState: ['RELEASED', 'WITHDRAWN'],
  Tlp: ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'],
  Attribution: ['NAMED', 'ANONYMOUS'],
  PublicationStatus: ['ACTUAL', 'EXERCISE', 'TEST'],
  Severity: ['BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE', 'EMERGENCY'],
  Urgency: ['IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'],
  Certainty: ['OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN'],
  AffectedSystem: ['VOTER_REGISTRATION', 'ELECTRONIC_POLLBOOK', 'VOTING_MACHINE', 'BALLOT_TABULATION', 'ELECTION_MANAGEMENT', 'ELECTION_NIGHT_REPORTING', 'PUBLIC_WEBSITE', 'OFFICE_IT', 'PUBLIC_INFORMATION', 'PHYSICAL_FACILITY', 'PEOPLE', 'OTHER'],
  AnalyticConfidence: ['LOW', 'MODERATE', 'HIGH'],
  ReleaseKind: ['PUBLISHED', 'REVISED', 'AUDIENCE_CHANGED', 'WITHDRAWN', 'UNAVAILABLE'],
  DraftState: ['DRAFT', 'SUBMITTED', 'RETURNED'],
  ReleaseOutcome: ['RELEASED', 'SUBMITTED_FOR_REVIEW'],
  RegionLevel: ['NATION', 'CISA_REGION', 'STATE', 'COUNTY', 'PLACE'],
  RemoteSignIn: ['NOTHING', 'PASSWORD', 'TOKEN'],
  RemoteCollectionState: ['ACTIVE', 'PAUSED'],
  RemoteFailure: ['UNREACHABLE', 'TIMED_OUT', 'ADDRESS_REFUSED', 'BUSY', 'NOT_ADMITTED', 'NOT_FOUND', 'SERVER_ERROR', 'WRONG_ANSWER', 'NOT_ALLOWED', 'REFUSED', 'INTERNAL'],
  ReleaseScheduleState: ['WAITING', 'REFUSED'],
  ScheduleReleaseOutcome: ['SCHEDULED', 'RELEASED', 'SUBMITTED_FOR_REVIEW'],
  SubscriptionOwner: ['PERSON', 'MEMBER'],
  TemplateTopic: ['PHISHING', 'RANSOMWARE', 'RESULTS_PAGE_DDOS', 'BOMB_OR_SWATTING_THREAT', 'TAMPERING', 'VOTING_DISINFORMATION', 'POWER_OR_NETWORK_LOSS', 'OTHER'],
  Language: ['EN', 'ES'],
  WebhookEndpointState: ['ACTIVE', 'DISABLED'],
  WebhookDisabledCause: ['FAILING', 'GONE', 'OWNER'],
} as const;
export const Account = document<AccountQuery, AccountQueryVariables>("query Account{viewer{roles person{id name email contact}sessions{id kind current createdAt lastUsedAt expiresAt userAgent}apiKeys{id name prefix scopes createdAt expiresAt lastUsedAt}}}");
export const ChangePassword = document<ChangePasswordMutation, ChangePasswordMutationVariables>("mutation ChangePassword($input:ChangePasswordInput!){changePassword(input:$input){endedSessions}}");
export const EndSession = document<EndSessionMutation, EndSessionMutationVariables>("mutation EndSession($input:EndSessionInput!){endSession(input:$input){id}}");
export const CreateApiKey = document<CreateApiKeyMutation, CreateApiKeyMutationVariables>("mutation CreateApiKey($input:CreateApiKeyInput!){createApiKey(input:$input){secret apiKey{id name}}}");
export const RevokeApiKey = document<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>("mutation RevokeApiKey($input:RevokeApiKeyInput!){revokeApiKey(input:$input){id}}");
export const Comments = document<CommentsQuery, CommentsQueryVariables>("query Comments($id:ID!$first:Int!$after:Cursor){publication(id:$id){id comments(first:$first after:$after){edges{node{id state tlp text attribution member{name}author{name}postedAt reason withdrawable removable}}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const PostComment = document<PostCommentMutation, PostCommentMutationVariables>("mutation PostComment($input:PostCommentInput!){postComment(input:$input){comment{id}}}");
export const WithdrawComment = document<WithdrawCommentMutation, WithdrawCommentMutationVariables>("mutation WithdrawComment($input:WithdrawCommentInput!){withdrawComment(input:$input){comment{id}}}");
export const RemoveComment = document<RemoveCommentMutation, RemoveCommentMutationVariables>("mutation RemoveComment($input:RemoveCommentInput!){removeComment(input:$input){comment{id}}}");
export const CommentsChanged = document<CommentsChangedSubscription, CommentsChangedSubscriptionVariables>("subscription CommentsChanged($publicationId:ID!){commentsChanged(publicationId:$publicationId){id}}");
export const MembersFound = document<MembersFoundQuery, MembersFoundQueryVariables>("query MembersFound($text:String$first:Int!){members(filter:{text:$text}first:$first){edges{node{id name kind}}}}");
export const MemberPeople = document<MemberPeopleQuery, MemberPeopleQueryVariables>("query MemberPeople($id:ID!$first:Int!$after:Cursor){member(id:$id){id name people(first:$first after:$after){edges{node{id name email roles contact suspended}}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const Groups = document<GroupsQuery, GroupsQueryVariables>("query Groups($first:Int!$after:Cursor){groups(first:$first after:$after){edges{node{id name owner{id name}}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const Members = document<MembersQuery, MembersQueryVariables>("query Members($filter:MemberFilter$first:Int!$after:Cursor){members(filter:$filter first:$first after:$after){edges{node{id name kind suspended jurisdiction{fullName}}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const MemberWhole = document<MemberWholeQuery, MemberWholeQueryVariables>("query MemberWhole($id:ID!){member(id:$id){id name kind suspended jurisdiction{code fullName}settings{twoPersonRelease agreedRegions{code fullName}}people(first:100){edges{node{id name email roles contact suspended}}pageInfo{hasNextPage}}invitations(first:100){edges{node{id purpose email name roles expiresAt}}}}}");
export const InvitePerson = document<InvitePersonMutation, InvitePersonMutationVariables>("mutation InvitePerson($input:InvitePersonInput!){invitePerson(input:$input){link invitation{id email}}}");
export const RevokeInvitation = document<RevokeInvitationMutation, RevokeInvitationMutationVariables>("mutation RevokeInvitation($input:RevokeInvitationInput!){revokeInvitation(input:$input){id}}");
export const CreatePasswordReset = document<CreatePasswordResetMutation, CreatePasswordResetMutationVariables>("mutation CreatePasswordReset($input:CreatePasswordResetInput!){createPasswordReset(input:$input){link expiresAt}}");
export const ChangeRoles = document<ChangeRolesMutation, ChangeRolesMutationVariables>("mutation ChangeRoles($input:ChangeRolesInput!){changeRoles(input:$input){person{id roles}}}");
export const SetContact = document<SetContactMutation, SetContactMutationVariables>("mutation SetContact($input:SetContactInput!){setContact(input:$input){person{id contact}}}");
export const SuspendPerson = document<SuspendPersonMutation, SuspendPersonMutationVariables>("mutation SuspendPerson($input:SuspendPersonInput!){suspendPerson(input:$input){person{id}}}");
export const ReinstatePerson = document<ReinstatePersonMutation, ReinstatePersonMutationVariables>("mutation ReinstatePerson($input:ReinstatePersonInput!){reinstatePerson(input:$input){person{id}}}");
export const ConfigureMember = document<ConfigureMemberMutation, ConfigureMemberMutationVariables>("mutation ConfigureMember($input:ConfigureMemberInput!){configureMember(input:$input){member{id}}}");
export const CreateMember = document<CreateMemberMutation, CreateMemberMutationVariables>("mutation CreateMember($input:CreateMemberInput!){createMember(input:$input){member{id}}}");
export const SuspendMember = document<SuspendMemberMutation, SuspendMemberMutationVariables>("mutation SuspendMember($input:SuspendMemberInput!){suspendMember(input:$input){member{id}}}");
export const ReinstateMember = document<ReinstateMemberMutation, ReinstateMemberMutationVariables>("mutation ReinstateMember($input:ReinstateMemberInput!){reinstateMember(input:$input){member{id}}}");
export const GroupWhole = document<GroupWholeQuery, GroupWholeQueryVariables>("query GroupWhole($id:ID!$first:Int!$after:Cursor){group(id:$id){id name owner{id name}members(first:$first after:$after){edges{node{id name kind}}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const CreateGroup = document<CreateGroupMutation, CreateGroupMutationVariables>("mutation CreateGroup($input:CreateGroupInput!){createGroup(input:$input){group{id}}}");
export const AddGroupMember = document<AddGroupMemberMutation, AddGroupMemberMutationVariables>("mutation AddGroupMember($input:AddGroupMemberInput!){addGroupMember(input:$input){group{id}}}");
export const RemoveGroupMember = document<RemoveGroupMemberMutation, RemoveGroupMemberMutationVariables>("mutation RemoveGroupMember($input:RemoveGroupMemberInput!){removeGroupMember(input:$input){group{id}}}");
export const CloseGroup = document<CloseGroupMutation, CloseGroupMutationVariables>("mutation CloseGroup($input:CloseGroupInput!){closeGroup(input:$input){id}}");
export const InvitePeople = document<InvitePeopleMutation, InvitePeopleMutationVariables>("mutation InvitePeople($input:InvitePeopleInput!){invitePeople(input:$input){invited errorCount lines{line email name roles link error{code column message}}}}");
export const Regions = document<RegionsQuery, RegionsQueryVariables>("query Regions($text:String$within:RegionCode$levels:[RegionLevel!]$first:Int!){regions(text:$text within:$within levels:$levels first:$first){code name fullName level}}");
export const Preview = document<PreviewQuery, PreviewQueryVariables>("query Preview($content:PublicationContentInput!){previewPublication(content:$content){memberCount personCount notifiedCount public byKind{kind count}byState{region{code name}count}members(first:8){id name}reviewReasons}}");
export const Region = document<RegionQuery, RegionQueryVariables>("query Region($code:RegionCode!){region(code:$code){code name fullName level}}");
export const DeliveryHealth = document<DeliveryHealthQuery, DeliveryHealthQueryVariables>("query DeliveryHealth{deliveryHealth{channels{channel waitingCount laterCount deadCount oldestWaitingSeconds sentPerMinute failures{cause count}}unplannedCount oldestUnplannedSeconds late{what seconds}endpointCount failingEndpointCount disabledEndpointCount failingEndpoints{id host state failingSince lastFailure member{id name}}}}");
export const DeadLetters = document<DeadLettersQuery, DeadLettersQueryVariables>("query DeadLetters($first:Int!$after:Cursor){deadLetters(first:$first after:$after){edges{node{id host replayable member{id name}person{id name}delivery{channel reason plannedAt tries triedAt cause said publication{id title}}}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const ReplayDeadLetters = document<ReplayDeadLettersMutation, ReplayDeadLettersMutationVariables>("mutation ReplayDeadLetters($input:ReplayDeadLettersInput!){replayDeadLetters(input:$input){count}}");
export const Endpoints = document<EndpointsQuery, EndpointsQueryVariables>("query Endpoints{webhookEndpoints{id name owner url state disabledBecause failingSince lastFailure lastSuccessAt deliveries(first:5){edges{node{id reason state plannedAt tries cause}}}}}");
export const CreateEndpoint = document<CreateEndpointMutation, CreateEndpointMutationVariables>("mutation CreateEndpoint($input:CreateWebhookEndpointInput!){createWebhookEndpoint(input:$input){endpoint{id}secret}}");
export const UpdateEndpoint = document<UpdateEndpointMutation, UpdateEndpointMutationVariables>("mutation UpdateEndpoint($input:UpdateWebhookEndpointInput!){updateWebhookEndpoint(input:$input){endpoint{id}}}");
export const DeleteEndpoint = document<DeleteEndpointMutation, DeleteEndpointMutationVariables>("mutation DeleteEndpoint($input:DeleteWebhookEndpointInput!){deleteWebhookEndpoint(input:$input){id}}");
export const TestEndpoint = document<TestEndpointMutation, TestEndpointMutationVariables>("mutation TestEndpoint($input:TestWebhookEndpointInput!){testWebhookEndpoint(input:$input){deliveryId}}");
export const Drafts = document<DraftsQuery, DraftsQueryVariables>("query Drafts($first:Int!$after:Cursor){drafts(first:$first after:$after){edges{cursor node{id state schedule{state at refusal}updatedAt reviewReasons reviewNote author{id name}member{id name}revises{id}content{kind title tlp status severity}}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const Draft = document<DraftQuery, DraftQueryVariables>("query Draft($id:ID!){draft(id:$id){...DraftParts}}fragment DraftParts on Draft{id version state note reviewReasons reviewNote updatedAt schedule{state at refusal}author{id name}member{id name}revises{id title revision{id}}content{kind title summary body instructions tlp attribution status severity urgency certainty affectedSystems affectedProducts cves references{title url}analyticConfidence sourcing handling onBehalfOf{id name}acknowledgeWithinMinutes expiresAt audience{regions{code name fullName}memberKinds groups{id name}persons{id name member{name}}}}}");
export const CreateDraft = document<CreateDraftMutation, CreateDraftMutationVariables>("mutation CreateDraft($input:CreateDraftInput!){createDraft(input:$input){draft{id version}}}");
export const UpdateDraft = document<UpdateDraftMutation, UpdateDraftMutationVariables>("mutation UpdateDraft($input:UpdateDraftInput!){updateDraft(input:$input){draft{id version}}}");
export const DiscardDraft = document<DiscardDraftMutation, DiscardDraftMutationVariables>("mutation DiscardDraft($input:DiscardDraftInput!){discardDraft(input:$input){id}}");
export const ReturnDraft = document<ReturnDraftMutation, ReturnDraftMutationVariables>("mutation ReturnDraft($input:ReturnDraftInput!){returnDraft(input:$input){draft{id state}}}");
export const SubmitDraft = document<SubmitDraftMutation, SubmitDraftMutationVariables>("mutation SubmitDraft($input:SubmitDraftInput!){submitDraft(input:$input){draft{id state}}}");
export const ReleaseDraft = document<ReleaseDraftMutation, ReleaseDraftMutationVariables>("mutation ReleaseDraft($input:ReleaseDraftInput!){releaseDraft(input:$input){outcome publication{id}draft{id}reviewReasons}}");
export const Withdraw = document<WithdrawMutation, WithdrawMutationVariables>("mutation Withdraw($input:WithdrawPublicationInput!){withdrawPublication(input:$input){outcome publication{id}}}");
export const ScheduleRelease = document<ScheduleReleaseMutation, ScheduleReleaseMutationVariables>("mutation ScheduleRelease($input:ScheduleReleaseInput!){scheduleRelease(input:$input){outcome draft{id schedule{at}}publication{id}reviewReasons}}");
export const CancelScheduledRelease = document<CancelScheduledReleaseMutation, CancelScheduledReleaseMutationVariables>("mutation CancelScheduledRelease($input:CancelScheduledReleaseInput!){cancelScheduledRelease(input:$input){draft{id version}}}");
export const WaitingDraft = document<WaitingDraftQuery, WaitingDraftQueryVariables>("query WaitingDraft($id:ID!$originId:ID!){draft(id:$id){id schedule{state at refusal}}publications(first:1 filter:{originId:$originId}){edges{node{id title}}}}");
export const PublicationIndicators = document<PublicationIndicatorsQuery, PublicationIndicatorsQueryVariables>("query PublicationIndicators($id:ID!$first:Int!$after:Cursor){publication(id:$id){id indicators(first:$first after:$after){edges{node{...IndicatorParts}}pageInfo{...Page}}}}fragment IndicatorParts on Indicator{id type value pattern description confidence state harmless validUntil sightingCount lastSeen}fragment Page on PageInfo{hasNextPage endCursor}");
export const ExportPublication = document<ExportPublicationQuery, ExportPublicationQueryVariables>("query ExportPublication($id:ID!$format:ExportFormat!){exportPublication(id:$id format:$format){fileName mediaType text}}");
export const LookUp = document<LookUpQuery, LookUpQueryVariables>("query LookUp($values:[String!]!){lookUp(values:$values){value type canonical known sightingCount lastSeen harmless indicators{id tlp publication{id title}}}}");
export const RecordSighting = document<RecordSightingMutation, RecordSightingMutationVariables>("mutation RecordSighting($input:RecordSightingInput!){recordSighting(input:$input){indicator{id}}}");
export const Levels = document<LevelsQuery, LevelsQueryVariables>("query Levels($within:RegionCode!){alertLevels(within:$within){region{code name fullName level}level setFor{code name}since reason publication{id tlp}}}");
export const LevelHistory = document<LevelHistoryQuery, LevelHistoryQueryVariables>("query LevelHistory($region:RegionCode!$first:Int!$after:Cursor){alertLevelHistory(region:$region first:$first after:$after){edges{node{level at reason tlp publication{id}}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const Activity = document<ActivityQuery, ActivityQueryVariables>("query Activity($filter:RegionActivityFilter!){regionActivity(filter:$filter){region{code name fullName level}publicationCount alertCount highestSeverity}}");
export const Counties = document<CountiesQuery, CountiesQueryVariables>("query Counties($within:RegionCode!$first:Int!){regions(within:$within first:$first){...Place}}fragment Place on Region{code name}");
export const States = document<StatesQuery, StatesQueryVariables>("query States{r01:regions(within:\"R01\" first:100){...Place}r02:regions(within:\"R02\" first:100){...Place}r03:regions(within:\"R03\" first:100){...Place}r04:regions(within:\"R04\" first:100){...Place}r05:regions(within:\"R05\" first:100){...Place}r06:regions(within:\"R06\" first:100){...Place}r07:regions(within:\"R07\" first:100){...Place}r08:regions(within:\"R08\" first:100){...Place}r09:regions(within:\"R09\" first:100){...Place}r10:regions(within:\"R10\" first:100){...Place}}fragment Place on Region{code name}");
export const SetAlertLevel = document<SetAlertLevelMutation, SetAlertLevelMutationVariables>("mutation SetAlertLevel($input:SetAlertLevelInput!){setAlertLevel(input:$input){outcome publication{id}reviewReasons}}");
export const AuditLog = document<AuditLogQuery, AuditLogQueryVariables>("query AuditLog($filter:AuditFilter$first:Int!$after:Cursor){audit(filter:$filter first:$first after:$after){edges{node{sequence at personId memberId action objectType objectId detail hash}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const AuditVerification = document<AuditVerificationQuery, AuditVerificationQueryVariables>("query AuditVerification{auditVerification{intact entries head fault{sequence reason}}}");
export const Preferences = document<PreferencesQuery, PreferencesQueryVariables>("query Preferences{preferences{...PreferenceParts}}fragment PreferenceParts on Preferences{owner channels{severity email webhook}quietHours{from until}timeZone digest{every at weekday}own}");
export const MemberPreferences = document<MemberPreferencesQuery, MemberPreferencesQueryVariables>("query MemberPreferences{memberPreferences{...PreferenceParts}}fragment PreferenceParts on Preferences{owner channels{severity email webhook}quietHours{from until}timeZone digest{every at weekday}own}");
export const SetPreferences = document<SetPreferencesMutation, SetPreferencesMutationVariables>("mutation SetPreferences($input:SetPreferencesInput!){setPreferences(input:$input){preferences{owner}}}");
export const ContactList = document<ContactListQuery, ContactListQueryVariables>("query ContactList($id:ID!){member(id:$id){id contactList{person{id name}duties{days from until}}}}");
export const SetContactList = document<SetContactListMutation, SetContactListMutationVariables>("mutation SetContactList($input:SetContactListInput!){setContactList(input:$input){member{id}}}");
export const RemindSilent = document<RemindSilentMutation, RemindSilentMutationVariables>("mutation RemindSilent($input:RemindSilentInput!){remindSilent(input:$input){memberCount personCount}}");
export const TestMail = document<TestMailMutation, TestMailMutationVariables>("mutation TestMail($input:TestMailInput!){testMail(input:$input){deliveryId}}");
export const Reach = document<ReachQuery, ReachQueryVariables>("query Reach($id:ID!$silentOnly:Boolean!$first:Int!$after:Cursor){publication(id:$id){id title tlp kind status severity acknowledgeWithinMinutes publishedAt reach{notifiedCount openedCount memberCount acknowledgedCount silentCount responses{response count}byState{region{code name}memberCount openedCount acknowledgedCount}byKind{kind memberCount openedCount acknowledgedCount}members(silentOnly:$silentOnly first:$first after:$after){edges{node{member{id name jurisdiction{code}}openedAt acknowledgement{response note at person{name}}}}pageInfo{...Page}}}}}fragment Page on PageInfo{hasNextPage endCursor}");
export const ReachChanged = document<ReachChangedSubscription, ReachChangedSubscriptionVariables>("subscription ReachChanged($publicationId:ID!){reachChanged(publicationId:$publicationId){id}}");
export const Counts = document<CountsQuery, CountsQueryVariables>("query Counts{inboxCounts{unread unanswered}}");
export const Inbox = document<InboxQuery, InboxQueryVariables>("query Inbox($states:[InboxState!]$unanswered:Boolean!$first:Int!$after:Cursor){inbox(states:$states unanswered:$unanswered first:$first after:$after){edges{cursor node{state arrivedAt publication{...Line acknowledgement{response}}}}pageInfo{...Page}}}fragment Line on Publication{id kind state title summary tlp tlpLabel status severity urgency attribution origin{id name}onBehalfOf{id name}audience{regions{code name fullName}}affectedSystems acknowledgeWithinMinutes expiresAt publishedAt updatedAt revision{number}}fragment Page on PageInfo{hasNextPage endCursor}");
export const Search = document<SearchQuery, SearchQueryVariables>("query Search($text:String$filter:PublicationFilter$first:Int!$after:Cursor){searchPublications(text:$text filter:$filter first:$first after:$after){totalCount facets{kinds{value count}severities{value count}tlps{value count}statuses{value count}affectedSystems{value count}states{region{code name}count}}edges{cursor snippet{text match}node{...Line acknowledgement{response}inbox{state}}}pageInfo{...Page}}}fragment Line on Publication{id kind state title summary tlp tlpLabel status severity urgency attribution origin{id name}onBehalfOf{id name}audience{regions{code name fullName}}affectedSystems acknowledgeWithinMinutes expiresAt publishedAt updatedAt revision{number}}fragment Page on PageInfo{hasNextPage endCursor}");
export const Publication = document<PublicationQuery, PublicationQueryVariables>("query Publication($id:ID!){publication(id:$id){...Line body instructions certainty affectedProducts cves references{title url}analyticConfidence sourcing handling audience{regions{code name fullName}memberKinds groups{id name}persons{id name member{name}}}origin{id name kind jurisdiction{fullName}}inbox{state arrivedAt}acknowledgement{response note at person{name}}withdrawal{at reason}supersedes{id title}supersededBy{id title}revision{id number}revisions{id number releasedAt note title summary body instructions tlp severity releasedBy{name}}}}fragment Line on Publication{id kind state title summary tlp tlpLabel status severity urgency attribution origin{id name}onBehalfOf{id name}audience{regions{code name fullName}}affectedSystems acknowledgeWithinMinutes expiresAt publishedAt updatedAt revision{number}}");
export const MarkInbox = document<MarkInboxMutation, MarkInboxMutationVariables>("mutation MarkInbox($input:MarkInboxInput!){markInbox(input:$input){items{state}}}");
export const Acknowledge = document<AcknowledgeMutation, AcknowledgeMutationVariables>("mutation Acknowledge($input:AcknowledgeInput!){acknowledge(input:$input){acknowledgement{response note at}}}");
export const ReleasePosition = document<ReleasePositionQuery, ReleasePositionQueryVariables>("query ReleasePosition{releasePosition}");
export const WhoAmI = document<WhoAmIQuery, WhoAmIQueryVariables>("query WhoAmI{viewer{person{id}}}");
export const Live = document<LiveSubscription, LiveSubscriptionVariables>("subscription Live($after:Cursor){releases(after:$after){cursor what at publicationId publication{id kind title tlpLabel status severity urgency}}}");
export const Latest = document<LatestQuery, LatestQueryVariables>("query Latest($first:Int!){publications(first:$first){edges{node{...Line acknowledgement{response}inbox{state}}}}}fragment Line on Publication{id kind state title summary tlp tlpLabel status severity urgency attribution origin{id name}onBehalfOf{id name}audience{regions{code name fullName}}affectedSystems acknowledgeWithinMinutes expiresAt publishedAt updatedAt revision{number}}");
export const IsPublic = document<IsPublicQuery, IsPublicQueryVariables>("query IsPublic($id:ID!){publication(id:$id){id}}");
export const RemoteCollections = document<RemoteCollectionsQuery, RemoteCollectionsQueryVariables>("query RemoteCollections{remoteCollections{id name url state tlp releases everyMinutes lastPolledAt failingSince lastFailure said takenCount leftCount refusedCount member{id name}person{id name}regions{code fullName}}}");
export const AddRemoteCollection = document<AddRemoteCollectionMutation, AddRemoteCollectionMutationVariables>("mutation AddRemoteCollection($input:AddRemoteCollectionInput!){addRemoteCollection(input:$input){collection{id}}}");
export const UpdateRemoteCollection = document<UpdateRemoteCollectionMutation, UpdateRemoteCollectionMutationVariables>("mutation UpdateRemoteCollection($input:UpdateRemoteCollectionInput!){updateRemoteCollection(input:$input){collection{id}}}");
export const PollRemoteCollection = document<PollRemoteCollectionMutation, PollRemoteCollectionMutationVariables>("mutation PollRemoteCollection($input:PollRemoteCollectionInput!){pollRemoteCollection(input:$input){collection{id}}}");
export const RemoveRemoteCollection = document<RemoveRemoteCollectionMutation, RemoveRemoteCollectionMutationVariables>("mutation RemoveRemoteCollection($input:RemoveRemoteCollectionInput!){removeRemoteCollection(input:$input){id}}");
export const Session = document<SessionQuery, SessionQueryVariables>("query Session{hub{name version demo sendsMail securityContact personas{persona email password member}}viewer{person{id name email}member{id name kind jurisdiction{code name fullName level ancestors{code name fullName level}}}roles actions}}");
export const SignIn = document<SignInMutation, SignInMutationVariables>("mutation SignIn($input:SignInInput!){signIn(input:$input){expiresAt}}");
export const SignOut = document<SignOutMutation, SignOutMutationVariables>("mutation SignOut{signOut{signedOut}}");
export const Invitation = document<InvitationQuery, InvitationQueryVariables>("query Invitation($token:String!){invitation(token:$token){id purpose email name roles expiresAt member{id name}}}");
export const AcceptInvitation = document<AcceptInvitationMutation, AcceptInvitationMutationVariables>("mutation AcceptInvitation($input:AcceptInvitationInput!){acceptInvitation(input:$input){email}}");
export const RequestPasswordReset = document<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>("mutation RequestPasswordReset($input:RequestPasswordResetInput!){requestPasswordReset(input:$input){noted}}");
export const Subscriptions = document<SubscriptionsQuery, SubscriptionsQueryVariables>("query Subscriptions{subscriptions{id name owner createdAt interest{regions{code fullName}below above kinds severityAtLeast affectedSystems text newKnownExploited}}}");
export const CreateSubscription = document<CreateSubscriptionMutation, CreateSubscriptionMutationVariables>("mutation CreateSubscription($input:CreateSubscriptionInput!){createSubscription(input:$input){subscription{id}}}");
export const UpdateSubscription = document<UpdateSubscriptionMutation, UpdateSubscriptionMutationVariables>("mutation UpdateSubscription($input:UpdateSubscriptionInput!){updateSubscription(input:$input){subscription{id}}}");
export const DeleteSubscription = document<DeleteSubscriptionMutation, DeleteSubscriptionMutationVariables>("mutation DeleteSubscription($input:DeleteSubscriptionInput!){deleteSubscription(input:$input){id}}");
export const PreviewInterest = document<PreviewInterestQuery, PreviewInterestQueryVariables>("query PreviewInterest($interest:InterestInput!$days:Int!$first:Int!){previewInterest(interest:$interest days:$days first:$first){matchCount lookedAtCount partial publications{id title tlp updatedAt}}}");
export const Templates = document<TemplatesQuery, TemplatesQueryVariables>("query Templates($language:Language){templates(language:$language){id builtIn version name topic content{kind title summary body instructions tlp severity urgency certainty affectedSystems acknowledgeWithinMinutes}}}");
export const CreateTemplate = document<CreateTemplateMutation, CreateTemplateMutationVariables>("mutation CreateTemplate($input:CreateTemplateInput!){createTemplate(input:$input){template{id}}}");
export const DeleteTemplate = document<DeleteTemplateMutation, DeleteTemplateMutationVariables>("mutation DeleteTemplate($input:DeleteTemplateInput!){deleteTemplate(input:$input){id}}");
