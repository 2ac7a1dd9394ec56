import type { PublicationContentInput } from '#contract';
import {
  CreateDraft,
  DiscardDraft,
  type DraftsWish,
  ReadDrafts,
  ReleaseDraft,
  ReturnDraft,
  SubmitDraft,
  UpdateDraft,
} from '#publications';
import { alert, type Hub, type Office } from './hub.js';

type Who = string | Office;
type Said = Partial<PublicationContentInput>;

/** Words for what people do with drafts. */
export const drafting = (hub: () => Hub) => ({
  create: async (who: Who, said: Said = {}, revisesId?: string) =>
    hub()
      .get(CreateDraft)
      .perform(await hub().as(who), { content: alert(said), revisesId }),
  update: async (who: Who, id: string, version: number, said: Said = {}) =>
    hub()
      .get(UpdateDraft)
      .perform(await hub().as(who), { id, version, content: alert(said) }),
  submit: async (who: Who, id: string) =>
    hub()
      .get(SubmitDraft)
      .perform(await hub().as(who), { id }),
  giveBack: async (who: Who, id: string, note = 'Say where.') =>
    hub()
      .get(ReturnDraft)
      .perform(await hub().as(who), { id, note }),
  discard: async (who: Who, id: string) =>
    hub()
      .get(DiscardDraft)
      .perform(await hub().as(who), { id }),
  release: async (who: Who, id: string, version: number, more: object = {}) =>
    hub()
      .get(ReleaseDraft)
      .perform(await hub().as(who), { id, version, ...more }),
  read: async (who: Who, id: string) =>
    hub()
      .get(ReadDrafts)
      .one(await hub().as(who), id),
  list: async (who: Who, wish: DraftsWish = {}) => {
    const page = await hub()
      .get(ReadDrafts)
      .page(await hub().as(who), { first: 100, ...wish });
    return page.edges.map(({ node }) => node.id);
  },
});
