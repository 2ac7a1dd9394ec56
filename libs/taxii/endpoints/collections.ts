import { type Collections, toResource } from '../collections/collections.js';
import { answered } from '../protocol/answer.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';

/** Get Collections. */
export const collections = (all: Collections): Endpoint => ({
  section: '5.1',
  method: 'GET',
  access: READERS,
  path: '/collections/',
  matches: [],
  answer: async ({ caller, root }) => answered({ collections: (await all.of(caller, root)).map(toResource) }),
});

/** Get a Collection. */
export const collection: Endpoint = {
  section: '5.2',
  method: 'GET',
  access: READERS,
  path: '/collections/:collection/',
  matches: [],
  writes: true,
  answer: async ({ collection: one }) => answered(toResource(one)),
};
