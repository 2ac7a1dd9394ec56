import type { Tlp } from '#access';
import { claimsTlp, isStricter, strictest, tlpOfLabel } from '../tlp.js';
import type { MispAttribute, MispEvent, MispTag } from './event.js';

/**
 * How strict a distribution is at the least: for one's own organisation or a sharing group, which means nothing here, strict;
 * for communities, this one. An event that does not say is held as the strictest that can be meant.
 */
const FLOORS: Readonly<Record<string, Tlp>> = {
  0: 'AMBER_STRICT',
  1: 'GREEN',
  2: 'GREEN',
  3: 'CLEAR',
  4: 'AMBER_STRICT',
};
const INHERITED = '5';

const ofTags = (tags: readonly MispTag[] = []): Tlp[] =>
  tags.filter(({ name }) => claimsTlp(name)).map(({ name }) => tlpOfLabel(name) ?? 'RED');

const ofDistribution = (distribution: unknown): Tlp => FLOORS[String(distribution)] ?? 'AMBER_STRICT';

/**
 * The TLP of an event: the strictest of its tags, of its distribution and of what its parts say.
 * @returns null where nothing says more than that it is for some community: then the source's default counts
 */
export function tlpOfEvent(event: MispEvent): Tlp | null {
  const parts = [
    ...event.Attribute,
    ...(event.Object ?? []),
    ...(event.Object ?? []).flatMap(({ Attribute }) => Attribute),
  ];
  const tags = [...ofTags(event.Tag), ...parts.flatMap((part) => ('Tag' in part ? ofTags(part.Tag) : []))];
  const own = parts
    .map(({ distribution }) => distribution)
    .filter((said) => said !== undefined && String(said) !== INHERITED);
  const floor = strictest(ofDistribution(event.distribution), ...own.map(ofDistribution));
  const all = strictest(floor, ...tags);
  return tags.length === 0 && !isStricter(floor, 'GREEN') ? null : all;
}

/** The TLP of an attribute by itself, as far as it says more than its event. @param above the distribution of its object */
export function tlpOfAttribute({ Tag, distribution }: MispAttribute, above: unknown): Tlp | null {
  const own = [distribution, above].filter((said) => said != null && String(said) !== INHERITED);
  const said = [...ofTags(Tag), ...own.map(ofDistribution)];
  return said.length === 0 ? null : strictest(...said);
}

/** The tag and the distribution that say a TLP; neither lets anyone see what the TLP does not. */
export const MISP_TLP: Readonly<
  Record<Exclude<Tlp, 'RED'>, { readonly tag: MispTag; readonly distribution: string }>
> = {
  CLEAR: { tag: { name: 'tlp:clear', colour: '#ffffff', exportable: true }, distribution: '3' },
  GREEN: { tag: { name: 'tlp:green', colour: '#33ff00', exportable: true }, distribution: '1' },
  AMBER: { tag: { name: 'tlp:amber', colour: '#ffc000', exportable: true }, distribution: '0' },
  AMBER_STRICT: { tag: { name: 'tlp:amber+strict', colour: '#ffc000', exportable: true }, distribution: '0' },
};
