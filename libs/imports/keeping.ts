import type { Tlp } from '#access';
import type { AudienceInput } from '#contract';
import { isStricter } from '#exchange';
import type { PublicationView } from '#publications';
import type { Written } from './content-of.js';
import type { Settings } from './settings.js';

/** What a person may have decided about a draft or a publication since it was made. */
export interface Standing {
  readonly tlp: Tlp;
  readonly attribution: PublicationView['attribution'];
  readonly audience: PublicationView['audience'];
}

/**
 * The next version of a document in place of what stands: its words, but whom it is for, who is named and how strict it is stay
 * as people left them. Only what is asked for by name changes whom it is for, and nothing makes it looser.
 */
export async function keeping(
  { content }: Written,
  standing: Standing,
  settings: Settings,
): Promise<Written['content']> {
  const asked = settings.regions.length > 0 || settings.groupIds.length > 0;
  return {
    ...content,
    tlp: isStricter(standing.tlp, content.tlp) ? standing.tlp : content.tlp,
    attribution: settings.anonymous ? 'ANONYMOUS' : standing.attribution,
    audience: asked || !standing.audience ? content.audience : await audienceOf(standing.audience),
  };
}

/** As far as the importer sees it; what they do not see of it stays by itself. */
async function audienceOf(audience: NonNullable<Standing['audience']>): Promise<AudienceInput> {
  const [groups, persons] = await Promise.all([audience.groups(), audience.persons()]);
  return {
    regions: audience.regions.map(({ code }) => code),
    memberKinds: [...audience.memberKinds],
    groupIds: groups.map(({ id }) => id),
    personIds: persons.map(({ id }) => id),
  };
}
