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
    '^#(platform|access|audit|contract|regions|members|identity|publications|indicators|exchange|subscriptions|delivery|live)$':
      '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/', '<rootDir>/.cache/'],
};

/** `unit` runs beside the code; `sqlite` and `postgres` run the same end-to-end tests on either database. */
const endToEnd = (displayName) => ({
  ...shared,
  displayName,
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  setupFiles: [`<rootDir>/scripts/jest/${displayName}.mjs`],
});

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'] },
    endToEnd('sqlite'),
    endToEnd('postgres'),
  ],
};
