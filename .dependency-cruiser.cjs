/**
 * The house's one-way order. Each library may import itself, what stands to its left, and packages;
 * `index.ts` is the only door of another library.
 */
const order = [
  ['access'],
  ['platform'],
  ['contract'],
  ['audit'],
  ['regions'],
  ['members'],
  ['identity'],
  ['publications', 'exchange'],
  ['comments', 'indicators', 'templates'],
  ['subscriptions', 'preferences', 'mail'],
  ['delivery'],
  ['imports'],
  ['exports', 'remotes'],
  ['taxii'],
  ['live'],
];

const told = [...order.map((names) => names.join(', ')), 'apps'].join(' → ');

/** A library's door, and that of what its threads load of another. */
const door = '^libs/([^/]+|platform/outgoing)/index\\.ts$';

const inTests = '\\.(spec|fixture)\\.ts$';

const onlyLeft = order.flatMap((names, place) =>
  names.map((name) => {
    const allowed = [name, ...order.slice(0, place).flat()];
    return {
      name: `${name}-imports-only-what-stands-left`,
      comment: `The order is ${told}.`,
      severity: 'error',
      from: { path: `^libs/${name}/` },
      to: { path: '^(libs|apps)/', pathNot: `^libs/(${allowed.join('|')})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...onlyLeft,
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/', pathNot: '^libs/platform/' },
    },
    {
      name: 'access-imports-nothing',
      comment: 'The rule of who may see what is pure: no package, no Node module, no other library.',
      severity: 'error',
      from: { path: '^libs/access/', pathNot: inTests },
      to: { pathNot: '^libs/access/' },
    },
    {
      name: 'library-by-its-door',
      comment: 'Enter a library through its index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: inTests },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', door] },
    },
    {
      name: 'library-by-its-door-in-tests',
      comment: 'Enter a library through its index.ts; what it lends to tests are its fixtures.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/.*\\.(spec|fixture)\\.ts$' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', door, '\\.fixture\\.ts$'] },
    },
    {
      name: 'library-by-its-door-from-outside',
      comment: 'Enter a library through its index.ts.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/', pathNot: [door, '^libs/contract/generated\\.ts$'] },
    },
    {
      name: 'library-by-its-door-from-tests',
      comment: 'Enter a library through its index.ts; what it lends to tests are its fixtures.',
      severity: 'error',
      from: { path: '^test/' },
      to: {
        path: '^libs/[^/]+/',
        pathNot: [door, '^libs/contract/generated\\.ts$', '\\.fixture\\.ts$'],
      },
    },
    {
      name: 'exchange-takes-types-only',
      comment:
        'The translations are pure; that they take nothing but types is held by types-only.spec.ts beside them.',
      severity: 'error',
      from: { path: '^libs/exchange/', pathNot: inTests },
      to: { path: '^libs/', pathNot: '^libs/(exchange|access|contract)/' },
    },
    {
      name: 'clients-see-the-contract-only',
      comment: 'Console and command line know schema/ and what is generated from it.',
      severity: 'error',
      from: { path: '^apps/(console|cli)/' },
      to: { path: '^(libs|apps)/', pathNot: ['^apps/(console|cli)/', '^libs/contract/generated\\.ts$'] },
    },
    {
      name: 'console-and-cli-apart',
      severity: 'error',
      from: { path: '^apps/(console|cli)/' },
      to: { path: '^apps/(console|cli)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'worker-serves-nobody',
      comment: 'It shares the libraries with the hub, and none of what listens: see decision 9.',
      severity: 'error',
      from: { path: '^apps/worker/' },
      to: {
        path: '^(libs/live/|node_modules/(@nestjs/(apollo|platform-fastify)|@apollo/server|fastify)/)',
        reachable: true,
      },
    },
    {
      name: 'no-import-of-an-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'no-test-in-production-code',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: inTests },
      to: { path: '(\\.(spec|fixture)\\.ts$|^test/)' },
    },
    {
      name: 'no-development-package-in-production-code',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: inTests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Its parser reads no JSX: apps/console/build/boundaries.mjs holds those files to the same rules, at each build of the console.
    exclude: { path: '\\.tsx$|^virtual:' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/lib/resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
