import type { CodeChange, CountyKind, RegionCode } from './region.js';

export interface RetiredCounty extends CodeChange {
  readonly code: RegionCode;
  readonly shortName: string;
  readonly kind: CountyKind;
}

type Row = readonly [
  code: RegionCode,
  shortName: string,
  kind: CountyKind,
  effective: string,
  successors: readonly RegionCode[],
  reason: string,
];

const PLANNING_REGIONS =
  "Connecticut's nine planning regions took the place of its eight counties; towns of this county are in";

/**
 * County codes that went out of use since the 1990 census, after the Census Bureau's "Substantial Changes to Counties
 * and County Equivalent Entities". Connecticut: 87 FR 34235 (6 June 2022), each county's successors being the planning
 * regions of its towns. Changes that left a code in use (Broomfield's creation, annexations) are not here.
 */
const TABLE: readonly Row[] = [
  [
    '02201',
    'Prince of Wales-Outer Ketchikan',
    'CENSUS_AREA',
    '2008-05-19',
    ['02198', '02130', '02275'],
    'parts went to Ketchikan Gateway and Wrangell; the rest was renamed Prince of Wales-Hyder',
  ],
  [
    '02231',
    'Skagway-Yakutat-Angoon',
    'CENSUS_AREA',
    '1992-09-22',
    ['02282', '02232'],
    'split into Yakutat and Skagway-Hoonah-Angoon',
  ],
  [
    '02232',
    'Skagway-Hoonah-Angoon',
    'CENSUS_AREA',
    '2007-06-20',
    ['02230', '02105', '02195'],
    'split into Skagway and Hoonah-Angoon, of which Petersburg took a part in 2013',
  ],
  [
    '02261',
    'Valdez-Cordova',
    'CENSUS_AREA',
    '2019-01-02',
    ['02063', '02066'],
    'split into Chugach and Copper River',
  ],
  ['02270', 'Wade Hampton', 'CENSUS_AREA', '2015-07-01', ['02158'], 'renamed Kusilvak'],
  [
    '02280',
    'Wrangell-Petersburg',
    'CENSUS_AREA',
    '2008-06-01',
    ['02275', '02195', '02198'],
    'split into Wrangell and Petersburg, of which Prince of Wales-Hyder took a part in 2013',
  ],
  [
    '09001',
    'Fairfield',
    'COUNTY',
    '2022-06-06',
    ['09120', '09140', '09190'],
    `${PLANNING_REGIONS} Greater Bridgeport, Naugatuck Valley and Western Connecticut`,
  ],
  [
    '09003',
    'Hartford',
    'COUNTY',
    '2022-06-06',
    ['09110', '09140', '09160'],
    `${PLANNING_REGIONS} Capitol, Naugatuck Valley and Northwest Hills`,
  ],
  [
    '09005',
    'Litchfield',
    'COUNTY',
    '2022-06-06',
    ['09140', '09160', '09190'],
    `${PLANNING_REGIONS} Naugatuck Valley, Northwest Hills and Western Connecticut`,
  ],
  [
    '09007',
    'Middlesex',
    'COUNTY',
    '2022-06-06',
    ['09130'],
    `${PLANNING_REGIONS} Lower Connecticut River Valley`,
  ],
  [
    '09009',
    'New Haven',
    'COUNTY',
    '2022-06-06',
    ['09140', '09170'],
    `${PLANNING_REGIONS} Naugatuck Valley and South Central Connecticut`,
  ],
  [
    '09011',
    'New London',
    'COUNTY',
    '2022-06-06',
    ['09130', '09150', '09180'],
    `${PLANNING_REGIONS} Lower Connecticut River Valley, Northeastern and Southeastern Connecticut`,
  ],
  [
    '09013',
    'Tolland',
    'COUNTY',
    '2022-06-06',
    ['09110', '09150'],
    `${PLANNING_REGIONS} Capitol and Northeastern Connecticut`,
  ],
  [
    '09015',
    'Windham',
    'COUNTY',
    '2022-06-06',
    ['09150', '09180'],
    `${PLANNING_REGIONS} Northeastern and Southeastern Connecticut`,
  ],
  ['12025', 'Dade', 'COUNTY', '1997-07-22', ['12086'], 'renamed Miami-Dade'],
  [
    '30113',
    'Yellowstone National Park',
    'EQUIVALENT',
    '1997-11-07',
    ['30031', '30067'],
    'divided between Gallatin and Park',
  ],
  ['46113', 'Shannon', 'COUNTY', '2015-05-01', ['46102'], 'renamed Oglala Lakota'],
  ['51515', 'Bedford', 'INDEPENDENT_CITY', '2013-07-01', ['51019'], 'became a town of Bedford County'],
  [
    '51560',
    'Clifton Forge',
    'INDEPENDENT_CITY',
    '2001-07-01',
    ['51005'],
    'became a town of Alleghany County',
  ],
  ['51780', 'South Boston', 'INDEPENDENT_CITY', '1995-06-30', ['51083'], 'became a town of Halifax County'],
];

export const RETIRED_COUNTIES: readonly RetiredCounty[] = TABLE.map(
  ([code, shortName, kind, effective, successors, reason]) => ({
    code,
    shortName,
    kind,
    effective,
    successors,
    reason,
  }),
);
