import type { RegionTree } from '#regions';
import type { Deed, Publish } from './deed.js';
import type { Handle } from './text.js';

const MINUTE = 60_000;
/** Offices that talk, among them the personas' own. */
const TALKING: readonly Handle[] = ['55025', '55105', '55079', '12086'];
/** Of so many alerts one is talked about. */
const ONE_OF = 3;

const WORDS: readonly string[] = [
  'We got the same this morning. Two people opened it; their passwords are changed.',
  'Not here so far. Which sender should we look for?',
  'Our county IT blocks the address now. **Tell us** if you want the rule.',
  'Poll workers were told. No questions from voters yet.',
];

/** What offices say about some of the alerts that they see. */
export function commentsOn(published: readonly Publish[], tree: RegionTree, end: Date): Deed[] {
  const alerts = published.filter(({ text }) => text.kind === 'ALERT' && text.tlp !== 'RED');
  return alerts
    .filter((_, index) => index % ONE_OF === 0)
    .flatMap((deed, count) => {
      const { text, by, key } = deed;
      const regions = text.address.memberKinds?.length ? [] : (text.address.regions ?? []);
      const offices = TALKING.filter(
        (office) => office !== by && regions.some((region) => tree.isAtOrUnder(office, region)),
      );
      return offices.flatMap((office, place): Deed[] => {
        const at = new Date(deed.at.getTime() + (20 + 35 * place) * MINUTE);
        const said = WORDS[(count + place) % WORDS.length] as string;
        return at < end ? [{ what: 'COMMENT', key, at, by: office, said }] : [];
      });
    });
}
