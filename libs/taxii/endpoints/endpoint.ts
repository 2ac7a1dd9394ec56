import type { Principal } from '#access';
import type { AccessDeclaration } from '#contract';
import type { ApiRoot } from '../collections/api-roots.js';
import type { Collection } from '../collections/collections.js';
import type { Answer } from '../protocol/answer.js';
import type { Asked, MatchField } from '../protocol/query.js';

/** A request whose caller is known and whose every part has been read. */
export interface Request {
  readonly caller: Principal;
  readonly root: ApiRoot;
  readonly collection: Collection;
  readonly objectId: string;
  readonly statusId: string;
  readonly asked: Asked;
  readonly body: string;
}

/** One of the specification's endpoints. */
export interface Endpoint {
  /** The section of TAXII 2.1 that says what it does. */
  readonly section: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Who may call it; asked before anything of the request is read. */
  readonly access: AccessDeclaration;
  /** Below its API root; ends in a slash, as all do (section 3.1). */
  readonly path: string;
  /** The fields that it matches by (section 3.4.1); none where it is not filtered. */
  readonly matches: readonly MatchField[];
  /** Whether it has to be known if the caller may write to the collection. */
  readonly writes?: boolean;
  answer(request: Request): Promise<Answer>;
}
