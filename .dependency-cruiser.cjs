// The table of docs/architecture.md as rules. tsPreCompilationDeps makes type-only imports count: that is how
// database types would leak.

/** Low to high: a module imports only from those before it. `overview`, `opendata` and `search` read across all of them. */
const modules = [
  'counting',
  'ledger',
  'people',
  'transparency',
  'stripe',
  'programme',
  'initiatives',
  'loket',
  'scoring',
  'procurement',
  'decisions',
  'budgets',
  'alliances',
  'voting',
  'bank',
  'allowances',
  'payouts',
  'donutfonds',
  'donations',
  'portfolios',
  'matching',
  'gatherings',
  'redaction',
  'actions',
  'integrity',
  'meetings',
  'subscriptions',
  'retention',
  'control',
  'overview',
  'opendata',
  'search',
];

const anyModule = '^app/modules/';
const server = '\\.server\\.tsx?$';
const command = '^app/modules/[^/]+/commands/';
const query = '\\.query\\.server\\.ts$';
const store = '\\.store\\.server\\.ts$';
const test = '\\.test\\.tsx?$';
const database = '^app/platform/(database\\.server\\.ts|prisma/)';

const layer = (name, from, notTo, comment) => ({ name, severity: 'error', comment, from, to: notTo });

const moduleOrder = modules.map((name, index) => {
  const allowed = modules.slice(0, index + 1).join('|');
  return layer(
    `module-order-${name}`,
    { path: `^app/modules/${name}/`, pathNot: test },
    { path: anyModule, pathNot: `^app/modules/(${allowed})/` },
    `${name} imports only from itself and from modules below it.`,
  );
});

module.exports = {
  forbidden: [
    layer(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle has no lowest part.',
    ),
    layer('resolvable', {}, { couldNotResolve: true, pathNot: '^virtual:' }, 'An import that leads nowhere.'),
    layer(
      'known-module',
      { path: anyModule, pathNot: `^app/modules/(${modules.join('|')})/` },
      {},
      'Give a new module its place in the order.',
    ),
    ...moduleOrder,

    layer(
      'kernel-is-pure',
      { path: '^app/kernel/', pathNot: test },
      { pathNot: '^app/kernel/|^node_modules/zod/' },
      'The kernel imports nothing but Zod, for the fields that forms share.',
    ),
    layer(
      'platform-below-modules',
      { path: '^app/platform/' },
      { path: '^(app/(?!kernel/|platform/)|scripts/|tests/)' },
      'The platform knows no module.',
    ),
    layer(
      'i18n-alone',
      { path: '^app/i18n/', pathNot: test },
      { path: '^(app/(?!i18n/|kernel/)|prisma/|scripts/)' },
      'Texts need nothing of ours.',
    ),

    layer(
      'rules-are-pure',
      { path: anyModule, pathNot: `${server}|${test}|/mails/` },
      { path: `${server}|^app/(?!kernel/|modules/|i18n/message)|^prisma/(?!programme/)|^app/server/|^scripts/` },
      'Rules, policies and schemas import the kernel, facts and other rules only, so that they run anywhere.',
    ),
    layer(
      'mails-are-words',
      { path: '^app/modules/[^/]+/mails/', pathNot: `${server}|${test}` },
      { path: '^app/(?!kernel/|modules/|i18n/|platform/mail)|^prisma/|^app/server/|^scripts/' },
      'A mail is made of facts and texts; who fetches the facts and sends it is a .server file beside it.',
    ),
    layer(
      'modules-behind-the-web',
      { path: anyModule, pathNot: test },
      { path: '^(app/(http|components|routes|worker|server)/|scripts/|tests/)' },
      'A module does not know that there is a web.',
    ),
    layer(
      'stores-and-queries-read-rows',
      { path: `${store}|${query}`, pathNot: test },
      { path: `${command}|^app/platform/(jobs|mail|env|log|clock|platform)\\.server\\.ts$` },
      'A store or query needs the database and rules; it sends and queues nothing.',
    ),
    ...modules.map((name) =>
      layer(
        `store-private-${name}`,
        { pathNot: `^(app/modules/${name}/|tests/)` },
        { path: `^app/modules/${name}/.*${store}` },
        'Rows of a module are its own business: call its commands or queries.',
      ),
    ),

    layer(
      'http-knows-people-only',
      { path: '^app/http/', pathNot: test },
      {
        path: `^app/(components|routes|worker|server)/|${command}|^app/modules/(?!people/|gatherings/queries/taker\\.|voting/(code\\.server|queries/(vote-page|ballot-facts)\\.)).*${server}|^app/server/|^scripts/`,
      },
      'What requests have in common: actor, guard, forms, answers, who takes part in an evening, what a browser keeps of a vote.',
    ),
    layer(
      'components-present',
      { path: '^app/components/', pathNot: test },
      { path: `${server}|^app/(platform|http|routes|worker|server)/|^app/server/|^scripts/` },
      'Components get what they show as properties.',
    ),
    layer(
      'routes-do-not-query',
      { path: '^app/(routes/|root)', pathNot: test },
      { path: `${store}|${database}` },
      'Routes call commands and queries.',
    ),
    layer(
      'nothing-imports-a-route',
      { pathNot: '^app/routes|^tests/' },
      { path: '^app/routes/' },
      'A route is a leaf.',
    ),
    layer(
      'prisma-stays-low',
      { pathNot: `^app/platform/|${store}|${query}|^tests/` },
      { path: '^app/platform/prisma/' },
      'Types of the database stay in stores and queries.',
    ),
    layer(
      'product-without-tests',
      { path: '^(app|scripts|prisma)/', pathNot: test },
      { path: `^tests/|${test}` },
      'Tests are not part of the product.',
    ),
    layer(
      'app-without-scripts',
      { path: '^app/', pathNot: test },
      { path: '^scripts/' },
      'Scripts start the product, not the other way round.',
    ),
    layer(
      'app-without-server',
      { path: '^app/(?!server/)', pathNot: test },
      { path: '^app/server/' },
      'The web server is around the app.',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^app/platform/prisma/'] },
    exclude: { path: '^build/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
};
