import type { PublicationStatus } from '#contract';

/** An API root is a community: TAXII 2.1, section 4.2. */
export interface ApiRoot {
  /** The last part of its path, `/taxii2/NAME/`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What is real, or what is not: the two never meet. */
  readonly statuses: readonly PublicationStatus[];
  readonly writable: boolean;
}

export const DISCOVERY = '/taxii2/';

export const API_ROOTS: readonly [ApiRoot, ...ApiRoot[]] = [
  {
    name: 'community',
    title: 'The community',
    description: 'What members share, as far as you may see it.',
    statuses: ['ACTUAL'],
    writable: true,
  },
  {
    name: 'exercises',
    title: 'Exercises and tests',
    description: 'NOT REAL: what exercises and tests say, kept apart from what is real.',
    statuses: ['EXERCISE', 'TEST'],
    writable: false,
  },
];

/** Octets of a body: TAXII 2.1, section 4.2.1. */
export const MAX_CONTENT_LENGTH = 10 * 1024 * 1024;

export const pathOf = ({ name }: ApiRoot): string => `${DISCOVERY}${name}/`;
