import type { RegionCode } from '#regions';
import type { Random } from '../../random.js';
import { list, paragraphs, steps, type Text } from '../text.js';

const TRENDS = [
  'Phishing with false invoices is up; almost all of it names a real clerk',
  'Three results pages were flooded; each was back within two hours',
  'False voting hours were seen in texts, not on social media as last month',
  'Threats by e-mail went to many offices at once, with the same words',
  'Pollbook faults had plain causes: certificates, batteries, a cut line',
  'Look-alike web sites were found by voters before they were found by us',
  'Vendors were impersonated by telephone in several counties on one day',
] as const;

const ASKS = [
  'Post near misses, too: others learn from what did not happen.',
  'Answer alerts even when you are not affected; it tells the sender where to look.',
  'Check your list of contacts before the weekend.',
  'Rehearse the switch of the results page.',
] as const;

/** The hub's weekly picture of one of CISA's regions. */
export const regionPicture = (region: RegionCode, random: Random): Text => ({
  kind: 'BULLETIN',
  title: `CISA Region ${Number(region.slice(1))}: the week in election offices`,
  summary: `${random.whole(6, 19)} alerts and ${random.whole(2, 6)} advisories were shared in the region. No sign of access to a system that counts.`,
  body: paragraphs(
    `**What we saw**\n${list(...random.some(TRENDS, 3))}`,
    'We assess that most of it is criminal or local in origin. Coordinated activity from abroad remains aimed at what people believe, not at what is counted.',
  ),
  instructions: steps(...random.some(ASKS, 2)),
  tlp: random.pick(['GREEN', 'AMBER']),
  address: { regions: [region] },
  affectedSystems: ['PUBLIC_INFORMATION', 'OFFICE_IT'],
  analyticConfidence: random.pick(['MODERATE', 'HIGH']),
  sourcing:
    "Based on what members shared on this hub during the week, and on partners' summaries. Offices that do not post are missing from it.",
  handling: ['Demonstration data: not a real intelligence report'],
});
