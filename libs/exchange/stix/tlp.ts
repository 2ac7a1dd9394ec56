import type { Tlp } from '#access';
import { type StixObject } from './object.js';

/** FIRST TLP 2.0 as STIX writes it: the OASIS common object repository's extension definition and its five markings. */
export const TLP_2_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

const definition = (uuid: string, value: string): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: `marking-definition--${uuid}`,
  created: '2022-10-01T00:00:00.000Z',
  name: `TLP:${value.toUpperCase()}`,
  extensions: { [TLP_2_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: value } },
});

export const TLP_MARKINGS: Readonly<Record<Tlp, StixObject>> = {
  CLEAR: definition('94868c89-83c2-464b-929b-a1a8aa3c8487', 'clear'),
  GREEN: definition('bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'green'),
  AMBER: definition('55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'amber'),
  AMBER_STRICT: definition('939a9414-2ddd-4d32-a0cd-375ea402b003', 'amber+strict'),
  RED: definition('e828b379-4e03-4974-9ac4-e53a884c97c1', 'red'),
};

/** The markings of TLP 1.x that the text of STIX 2.1 (section 7.2.1.4) still holds, as what they are today. */
const TLP_1: readonly (readonly [string, Tlp])[] = [
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'CLEAR'],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'GREEN'],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'AMBER'],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'RED'],
];

/** All nine by id: no other instance of a TLP marking may be made. */
export const TLP_BY_MARKING: ReadonlyMap<string, Tlp> = new Map([
  ...Object.entries(TLP_MARKINGS).map(([tlp, { id }]) => [id, tlp as Tlp] as const),
  ...TLP_1,
]);

export const markingRef = (tlp: Tlp): string => TLP_MARKINGS[tlp].id;
