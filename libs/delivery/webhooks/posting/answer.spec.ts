import { AddressRefused } from '#platform';
import { outcomeOfAnswer, outcomeOfError } from './answer.js';

const NOW = new Date('2026-11-03T12:00:00.000Z');
const answered = (status: number, retryAfter?: string) =>
  outcomeOfAnswer({ status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } }, NOW);
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

describe('what a receiver’s answer means', () => {
  it.each([200, 201, 202, 204, 299])('%i took it', (status) => {
    expect(answered(status)).toEqual({ state: 'SENT', said: `HTTP ${status}` });
  });

  it.each([
    [500, 'SERVER_ERROR'],
    [502, 'SERVER_ERROR'],
    [503, 'SERVER_ERROR'],
    [429, 'BUSY'],
    [301, 'REJECTED'],
    [307, 'REJECTED'],
    [400, 'REJECTED'],
    [404, 'REJECTED'],
  ])('%i is tried again: %s', (status, cause) => {
    expect(answered(status)).toEqual({ state: 'RETRY', cause, said: `HTTP ${status}` });
  });

  it('ends with 410', () => {
    expect(answered(410)).toEqual({ state: 'FAILED', cause: 'GONE', said: 'HTTP 410' });
  });

  it.each([
    ['120', later(120)],
    ['Tue, 03 Nov 2026 12:10:00 GMT', later(600)],
    ['999999999', later(86_400)],
    ['Tue, 03 Nov 2099 12:10:00 GMT', later(86_400)],
  ])('waits as asked: %s', (header, notBefore) => {
    expect(answered(429, header)).toMatchObject({ state: 'RETRY', cause: 'BUSY', notBefore });
    expect(answered(503, header)).toMatchObject({ state: 'RETRY', cause: 'BUSY', notBefore });
  });

  it.each(['0', '-5', 'soon', '', 'Tue, 03 Nov 2020 12:10:00 GMT'])(
    'minds no wait that is none: %j',
    (header) => {
      expect(answered(429, header)).not.toHaveProperty('notBefore');
    },
  );
});

describe('what keeps a request from being answered', () => {
  it.each([
    [new AddressRefused('no'), 'ADDRESS_REFUSED'],
    [new TypeError('failed', { cause: new AddressRefused('no') }), 'ADDRESS_REFUSED'],
    [Object.assign(new Error('late'), { code: 'UND_ERR_HEADERS_TIMEOUT' }), 'TIMED_OUT'],
    [new DOMException('late', 'TimeoutError'), 'TIMED_OUT'],
    [Object.assign(new Error('reset'), { code: 'ECONNRESET' }), 'UNREACHABLE'],
    [Object.assign(new Error('none'), { code: 'ENOTFOUND' }), 'UNREACHABLE'],
    ['odd', 'UNREACHABLE'],
  ])('%s', (error, cause) => {
    expect(outcomeOfError(error)).toMatchObject({ state: 'RETRY', cause });
  });
});
