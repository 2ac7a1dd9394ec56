const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
  moduleNameMapper: {
    '^#([a-z/]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/', '<rootDir>/.cache/'],
};

const IN_A_BROWSER = '<rootDir>/test/browser/';

/** Tests of the console, with a demo hub for all of the project. */
const inBrowser = (displayName, testMatch, globals) => ({
  ...shared,
  displayName,
  testMatch,
  globals,
  globalSetup: `<rootDir>/scripts/jest/${displayName}.mjs`,
  globalTeardown: '<rootDir>/scripts/jest/end-browser.mjs',
});

/** What goes through the contract or the protocol alone, whatever is below: once is enough. */
const WHATEVER_THE_DATABASE = [
  '<rootDir>/test/cli/',
  '<rootDir>/test/[a-z]+/cli.spec.ts',
  '<rootDir>/test/delivery/receivers.spec.ts',
  '<rootDir>/test/faults/',
  '<rootDir>/test/hub/graphql-over-http.spec.ts',
  '<rootDir>/test/hub/variables.spec.ts',
  '<rootDir>/test/imports/little-memory.spec.ts',
];

/** What runs once on each database: what crosses libraries, and `*.db.spec.ts` beside the code. */
const onDatabase = (displayName, more = {}) => ({
  ...shared,
  displayName,
  testMatch: ['<rootDir>/test/**/*.spec.ts', '<rootDir>/{apps,libs}/**/*.db.spec.ts'],
  testPathIgnorePatterns: [IN_A_BROWSER],
  setupFiles: [`<rootDir>/scripts/jest/${displayName}.mjs`, '<rootDir>/scripts/jest/graphql.mjs'],
  ...more,
});

export default {
  // By default one core is left idle, which on two is half of them.
  maxWorkers: '100%',
  testTimeout: 90_000,
  // What a file leaves behind piles up in its worker; near the limit of the heap everything would be slow.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/scripts/jest/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$'],
    },
    inBrowser('browser', ['<rootDir>/test/browser/**/*.spec.ts'], { demoHub: 'WATCHFIRE_TEST_DEMO' }),
    // The journeys once more, and whoever had a phone has a desk.
    inBrowser('browser-changed-over', ['<rootDir>/test/browser/journeys/**/*.spec.ts'], {
      demoHub: 'WATCHFIRE_TEST_DEMO_CHANGED_OVER',
      changedOver: true,
    }),
    onDatabase('sqlite'),
    onDatabase('postgres', {
      testPathIgnorePatterns: [IN_A_BROWSER, ...WHATEVER_THE_DATABASE],
      globalSetup: '<rootDir>/scripts/jest/postgres-server.mjs',
      globalTeardown: '<rootDir>/scripts/jest/stop-postgres-server.mjs',
    }),
  ],
};
