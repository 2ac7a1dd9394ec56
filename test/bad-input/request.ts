import type { Desk, Someone } from '../support/office-world.js';

/** What the world holds that inputs point to. */
export interface Things {
  readonly publicationId: string;
  readonly revisionId: string;
  readonly commentId: string;
  readonly templateId: string;
  readonly draftId: string;
  readonly submittedId: string;
  readonly subscriptionId: string;
  readonly endpointId: string;
  readonly remoteId: string;
  readonly groupId: string;
  readonly invitationId: string;
  readonly apiKeyId: string;
  readonly indicatorId: string;
}

export type Offices = Record<Desk, Someone>;
export type Json = Record<string, unknown>;

export interface Request {
  readonly as: Desk;
  readonly input: Json;
}
