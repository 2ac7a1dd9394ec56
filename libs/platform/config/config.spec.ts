import { resolve } from 'node:path';
import { ConfigError, readConfig } from './config.js';
import { configTable } from './variables.js';

const SECRET = 'correct-horse-battery-staple-0123';
const OTHER = 'another-horse-battery-staple-4567';

const problemsOf = (env: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => problem.variable);
  }
};

describe('readConfig', () => {
  it('needs nothing outside production, and warns', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      environment: 'development',
      production: false,
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      allowedOrigins: ['http://localhost:4000'],
      database: { dialect: 'sqlite', file: resolve('var/watchfire.db') },
      secrets: [],
      demo: true,
      log: 'text',
      reviewNational: true,
      trustProxy: 0,
    });
    expect(config.warnings.join()).toContain('WATCHFIRE_SECRET');
  });

  it('takes every variable', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '8080',
      WATCHFIRE_SECRET: `${SECRET}, ${OTHER}`,
      WATCHFIRE_DATABASE_URL: 'postgres://hub:secret@db/watchfire',
      WATCHFIRE_DATABASE_POOL: '20',
      WATCHFIRE_PUBLIC_URL: 'https://hub.example.org/',
      WATCHFIRE_ALLOWED_ORIGINS: 'https://a.example.org,https://B.example.org:8443',
      WATCHFIRE_REVIEW_NATIONAL: 'false',
      WATCHFIRE_SESSION_HOURS: '1',
    });
    expect(config).toMatchObject({
      production: true,
      host: '0.0.0.0',
      port: 8080,
      secrets: [SECRET, OTHER],
      database: { dialect: 'postgres', url: 'postgres://hub:secret@db/watchfire', pool: 20 },
      publicUrl: 'https://hub.example.org',
      allowedOrigins: ['https://hub.example.org', 'https://a.example.org', 'https://b.example.org:8443'],
      reviewNational: false,
      demo: false,
      log: 'json',
      sessionHours: 1,
      warnings: [],
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', WATCHFIRE_SECRET: '' }).port).toBe(4000);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '4e3'],
    ['NODE_ENV', 'staging'],
    ['WATCHFIRE_HOST', 'a b'],
    ['WATCHFIRE_DATABASE_URL', 'mysql://db/watchfire'],
    ['WATCHFIRE_DATABASE_URL', 'db'],
    ['WATCHFIRE_SECRET', 'short'],
    ['WATCHFIRE_SECRET', `${SECRET},short`],
    ['WATCHFIRE_SECRET', `${SECRET},`],
    ['WATCHFIRE_PUBLIC_URL', 'ftp://hub.example.org'],
    ['WATCHFIRE_PUBLIC_URL', 'https://user:word@hub.example.org'],
    ['WATCHFIRE_DEMO', 'yes'],
    ['WATCHFIRE_ALLOWED_ORIGINS', 'https://a.example.org/path'],
    ['WATCHFIRE_ALLOWED_ORIGINS', '*'],
    ['WATCHFIRE_SESSION_HOURS', '0'],
    ['WATCHFIRE_TRUST_PROXY', 'true'],
    ['WATCHFIRE_LOG', 'xml'],
    ['WATCHFIRE_REVIEW_NATIONAL', '1'],
    ['WATCHFIRE_REQUEST_TIMEOUT_SECONDS', '1.5'],
    ['WATCHFIRE_BODY_LIMIT_KB', '999999'],
  ])('refuses %s = %s, and names it', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([name]);
  });

  it('names all that is wrong at once, and never a value', () => {
    const env = {
      PORT: 'porcupine',
      WATCHFIRE_SECRET: 'hedgehog',
      WATCHFIRE_LOG: 'badger',
      NODE_ENV: 'production',
    };
    expect(problemsOf(env)).toEqual(['PORT', 'WATCHFIRE_SECRET', 'WATCHFIRE_LOG']);
    expect(() => readConfig(env)).toThrow(
      /^(?!.*(porcupine|hedgehog|badger)).*PORT.*WATCHFIRE_SECRET.*WATCHFIRE_LOG/s,
    );
  });

  it('does not start in production on what is fit for development', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual(['WATCHFIRE_SECRET']);
    expect(problemsOf({ NODE_ENV: 'production', WATCHFIRE_SECRET: '' })).toEqual(['WATCHFIRE_SECRET']);
    expect(problemsOf({ NODE_ENV: 'production', WATCHFIRE_SECRET: SECRET, WATCHFIRE_DEMO: 'on' })).toEqual([
      'WATCHFIRE_DEMO',
    ]);
    expect(problemsOf({ NODE_ENV: 'production', WATCHFIRE_SECRET: SECRET })).toEqual([]);
  });
});

describe('configTable', () => {
  it('describes every variable, and its defaults are valid', () => {
    const table = configTable();
    for (const row of table)
      expect(row).toMatchObject({
        unit: expect.stringMatching(/./),
        description: expect.stringMatching(/\.$/),
      });
    const defaults = Object.fromEntries(
      table.flatMap((row) => (row.default === null ? [] : [[row.name, row.default]])),
    );
    expect(readConfig(defaults)).toEqual(readConfig({}));
  });
});
