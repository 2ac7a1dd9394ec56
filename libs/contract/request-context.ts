import type { Principal } from '#access';

/** What every resolver is given beside its arguments. One is made for each operation. */
export interface RequestContext {
  /** Who asks. */
  readonly principal: Principal;
  /** Names the request in logs and in errors of the hub's own making. */
  readonly requestId: string;
  /** Batching loaders of this operation, by the service that owns them. */
  readonly loaders: Map<unknown, unknown>;
  /** Where the answer goes over plain HTTP; absent for live operations. */
  readonly reply?: CookieJar;
  /** Facts of the connection, for throttling and for the list of sessions. */
  readonly client: Client;
}

/** The network side of whoever asks. */
export interface Client {
  readonly address: string;
  readonly userAgent: string | null;
}

/** Sets and clears a cookie on the answer. */
export interface CookieJar {
  setCookie(header: string): void;
}

/** The operation's own instance of something, such as a batching loader: made at first use, dropped with the request. */
export function perRequest<T>(context: RequestContext, owner: unknown, make: () => T): T {
  const known = context.loaders.get(owner) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  context.loaders.set(owner, made);
  return made;
}

/** A request to a plain HTTP route, once it is known who asks. */
export interface HttpRequest {
  principal?: Principal;
  readonly method?: string;
  readonly headers: {
    readonly authorization?: string | undefined;
    readonly cookie?: string | undefined;
    readonly origin?: string | undefined;
  };
}
