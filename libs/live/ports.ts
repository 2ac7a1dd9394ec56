import type { DocumentNode, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Key, Principal } from '#access';
import type { PublicationFilter } from '#contract';

/** An entry of the release log with the keys that decide who is told what of it. */
export interface LogEntry {
  /** Its place in the log, from 1. */
  readonly sequence: number;
  /** What opens the entry itself. */
  readonly keys: readonly Key[];
  /** What opens its publication now. */
  readonly presentKeys: readonly Key[];
  /** What opened its publication before this entry and no longer does. */
  readonly lostKeys: readonly Key[];
  /** Every further set of keys that decides about a part of what a viewer may read through the entry. */
  readonly locks: readonly (readonly Key[])[];
  /** Keys of which each makes a difference by itself, such as those that tell an anonymous origin. */
  readonly tellingKeys: readonly Key[];
}

/** What a viewer is told of an entry: the release, or that the publication is no longer available. */
export type Outcome = 'RELEASE' | 'UNAVAILABLE';

/** An entry as one viewer may see it: its place, and the value that a `Release` resolves from. */
export interface SeenRelease {
  readonly sequence: number;
  readonly release: unknown;
}

/** A stretch of the log as one viewer may see it. */
export interface LogPage {
  readonly releases: readonly SeenRelease[];
  /** How far the log was read: the viewer has nothing to get at or before it but `releases`. */
  readonly end: number;
  /** Whether more may follow after `end`. */
  readonly more: boolean;
}

/** The release log, as far as live delivery reads it. */
export interface ReleaseSource<E extends LogEntry = LogEntry> {
  /** The sequence of the latest entry; 0 for an empty log. */
  head(): Promise<number>;
  /** Entries after `sequence` in order, at most `limit`. */
  since(sequence: number, limit: number): Promise<readonly E[]>;
  /** Whether a filter lets an entry through to somebody who holds these keys. */
  matches(entry: E, filter: PublicationFilter, held: ReadonlySet<Key>): boolean;
  /** The value that a `Release` resolves from; null when the principal has lost sight of it in this very moment. */
  release(entry: E, outcome: Outcome, principal: Principal): Promise<unknown>;
  /** The log after `after` as a viewer may see it now, at most `first` entries. */
  page(
    principal: Principal,
    page: { readonly after: number; readonly first: number; readonly filter: PublicationFilter | null },
  ): Promise<LogPage>;
}

/** What a client says of itself when it connects. */
export interface Credentials {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly address: string;
  readonly userAgent: string | null;
}

/** Who is behind a connection, and until when at most, in milliseconds since 1970. */
export interface Standing {
  readonly principal: Principal;
  readonly expiresAt: number;
}

/** An entry of the log of changes to somebody's rights. */
export interface AccessChange {
  readonly sequence: number;
  readonly subject: 'PERSON' | 'MEMBER' | 'SESSION' | 'GROUP';
  readonly subjectId: string;
}

/** Who may listen, and how that changes. */
export interface Authority {
  /** @throws Refusal when what is presented is not good */
  authenticate(credentials: Credentials): Promise<Standing>;
  /** The same once more, as it is now; null when it has ended. */
  again(standing: Standing): Promise<Standing | null>;
  /** The sequence of the latest change; 0 when there is none. */
  head(): Promise<number>;
  /** Changes after `sequence` in order, at most `limit`. */
  since(sequence: number, limit: number): Promise<readonly AccessChange[]>;
  /** The members of a group now. */
  membersOf(groupId: string): Promise<readonly string[]>;
}

/**
 * What a subscription asks to be told of each event, without what it asks only once: the arguments of its root field.
 * Subscriptions that ask for the same share one instance, and so one execution.
 */
export interface Selection {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Only those that the document uses. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether all of it is the same for all who hold the same keys. */
  readonly shared: boolean;
}

/** What the root field of a subscription resolves from, by its name. */
export type RootValue = Readonly<Record<string, unknown>>;

/** What has been read in one look already, so that all who look together read it once. */
export type Look = Map<string, Promise<string>>;

/** Something that changes, as far as one may read it. */
export interface Watched {
  /** The root field of its subscription. */
  readonly field: string;
  /** What is woken when it may have changed. Whoever watches the same looks together. */
  readonly channel: string;
  /** Tells one state from another, as far as the principal may read it now; null for whoever may not read it. */
  version(principal: Principal, look: Look): Promise<string | null>;
  /** The value that the root field resolves from; null for whoever has lost sight of it in this very moment. */
  value(principal: Principal): Promise<unknown>;
}

/** One event to work out: what is selected of it, for whom. */
export interface Execution {
  readonly selection: Selection;
  readonly principal: Principal;
  readonly rootValue: RootValue;
}

/** What an execution came to, its errors fit for outsiders. */
export interface Executed {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The contract, as far as live delivery needs it. */
export interface LiveContract {
  readonly schema: GraphQLSchema;
  /** `Type.field` of what is the same for all who hold the same keys. */
  readonly sharedFields: ReadonlySet<string>;
  /**
   * Parses and checks a query under the same rules and limits as over plain HTTP.
   * @throws GraphQLError or an array of them
   */
  parse(query: string): DocumentNode;
  /**
   * Refuses an operation that costs too much, as over plain HTTP.
   * @throws Refusal TOO_COSTLY
   */
  check(
    document: DocumentNode,
    operationName: string | null,
    variables: Readonly<Record<string, unknown>>,
  ): void;
  execute(execution: Execution): Promise<Executed> | Executed;
  /** An error as outsiders may see it. */
  present(error: GraphQLError): GraphQLFormattedError;
}
