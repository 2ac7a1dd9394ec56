import type { Handle } from '../month/text.js';

export interface DemoGroup {
  readonly handle: Handle;
  readonly name: string;
  /** Handles of offices. */
  readonly owner: Handle;
  readonly others: readonly Handle[];
}

/** Counties on the shore of Lake Michigan: Wisconsin, Illinois, Indiana and Michigan. */
const LAKESHORE = [
  '55079',
  '55101',
  '55059',
  '55089',
  '55117',
  '55071',
  '55061',
  '55009',
  '55029',
  '55075',
  '55083',
  '17031',
  '17097',
  '18089',
  '18127',
  '18091',
  '26021',
  '26005',
  '26139',
  '26121',
  '26127',
];

/** Who uses the made-up pollbook. */
const POLLBOOK_COUNTIES = [
  '55025',
  '55105',
  '55079',
  '55055',
  '55009',
  '12086',
  '12011',
  '12057',
  '13121',
  '17031',
  '18097',
  '26163',
  '27053',
  '37119',
  '39035',
  '45045',
  '47157',
];

export const GROUPS: readonly DemoGroup[] = [
  { handle: 'LAKESHORE', name: 'Lake Michigan shore counties', owner: '26', others: LAKESHORE },
  {
    handle: 'POLLBOOK_USERS',
    name: 'Example Pollbook user group',
    owner: 'POLLBOOK',
    others: ['HUB', '55', '12', ...POLLBOOK_COUNTIES],
  },
  {
    handle: 'CYBER',
    name: 'Federal and state cyber working group',
    owner: 'CISA',
    others: ['FBI', 'DOJ', 'ODNI', 'HUB', '04', '08', '12', '13', '26', '36', '42', '53', '55'],
  },
  {
    handle: 'UPPER_MIDWEST',
    name: 'Upper Midwest mutual aid',
    owner: '55',
    others: ['17', '19', '26', '27', 'HUB'],
  },
];
