import { Failure } from '../failure.js';
import { graphqlUrl, hubUrl, mustBePrivate, socketUrl, streamUrl } from './hub-url.js';

describe("a hub's address", () => {
  it.each([
    ['https://hub.example.org/', 'https://hub.example.org'],
    ['https://hub.example.org/watchfire//', 'https://hub.example.org/watchfire'],
    ['HTTP://LOCALHOST:4000', 'http://localhost:4000'],
  ])('%s is kept as %s', (text, url) => expect(hubUrl(text)).toBe(url));

  it.each([
    '',
    'hub.example.org',
    'ftp://hub.example.org',
    'javascript:alert(1)',
    'https://a:b@hub.example.org',
    'https://hub/?x=1',
    'https://hub/#x',
  ])('%j is none', (text) => expect(() => hubUrl(text)).toThrow(Failure));

  it('leads to its three doors', () => {
    expect([graphqlUrl('https://hub'), socketUrl('https://hub'), streamUrl('https://hub')]).toEqual([
      'https://hub/graphql',
      'wss://hub/graphql',
      'https://hub/graphql/stream',
    ]);
    expect(socketUrl('http://localhost:4000')).toBe('ws://localhost:4000/graphql');
  });

  it.each([
    'https://hub.example.org',
    'http://localhost:4000',
    'http://127.0.0.1:1',
    'http://127.9.9.9',
    'http://[::1]:4000',
  ])('%s may be sent a secret', (url) => expect(() => mustBePrivate(url, {})).not.toThrow());

  it.each([
    'http://hub.example.org',
    'http://10.0.0.1',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
  ])('%s may not, unless somebody says so', (url) => {
    expect(() => mustBePrivate(url, {})).toThrow('is not encrypted');
    expect(() => mustBePrivate(url, { WATCHFIRE_PLAIN_HTTP: '1' })).not.toThrow();
  });
});
