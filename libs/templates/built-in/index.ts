import type { Language } from '#contract';
import type { Template, TemplateContent } from '../template.js';
import { ENGLISH } from './english.js';
import { SPANISH } from './spanish.js';
import type { Topic, Words } from './words.js';

type Facts = Pick<TemplateContent, 'severity' | 'affectedSystems' | 'acknowledgeWithinMinutes'>;

/** What is the same in every language. A writer changes it as the event asks for. */
const FACTS: Record<Topic, Facts> = {
  PHISHING: { severity: 'MEDIUM', affectedSystems: ['OFFICE_IT'], acknowledgeWithinMinutes: null },
  RANSOMWARE: { severity: 'SEVERE', affectedSystems: ['OFFICE_IT'], acknowledgeWithinMinutes: 120 },
  RESULTS_PAGE_DDOS: {
    severity: 'HIGH',
    affectedSystems: ['ELECTION_NIGHT_REPORTING', 'PUBLIC_WEBSITE'],
    acknowledgeWithinMinutes: 60,
  },
  BOMB_OR_SWATTING_THREAT: {
    severity: 'SEVERE',
    affectedSystems: ['PHYSICAL_FACILITY', 'PEOPLE'],
    acknowledgeWithinMinutes: 30,
  },
  TAMPERING: {
    severity: 'HIGH',
    affectedSystems: ['VOTING_MACHINE', 'PHYSICAL_FACILITY'],
    acknowledgeWithinMinutes: 120,
  },
  VOTING_DISINFORMATION: {
    severity: 'MEDIUM',
    affectedSystems: ['PUBLIC_INFORMATION'],
    acknowledgeWithinMinutes: 240,
  },
  POWER_OR_NETWORK_LOSS: {
    severity: 'HIGH',
    affectedSystems: ['ELECTRONIC_POLLBOOK', 'PHYSICAL_FACILITY'],
    acknowledgeWithinMinutes: 60,
  },
};

const idOf = (topic: Topic, language: Language): string =>
  `${topic.toLowerCase().replaceAll('_', '-')}.${language.toLowerCase()}`;

const templatesIn = (language: Language, words: Record<Topic, Words>): Template[] =>
  (Object.entries(words) as [Topic, Words][]).map(([topic, { name, ...said }]) => ({
    ...{ id: idOf(topic, language), builtIn: true, version: 0, name, topic, language, updatedAt: null },
    content: {
      ...{ kind: 'ALERT', tlp: 'AMBER', urgency: 'IMMEDIATE', certainty: 'OBSERVED' },
      ...said,
      ...FACTS[topic],
    },
  }));

export const BUILT_IN_TEMPLATES: readonly Template[] = [
  ...templatesIn('EN', ENGLISH),
  ...templatesIn('ES', SPANISH),
];
