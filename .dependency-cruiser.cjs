const only = (from, allowed) => ({
  name: `${from}-imports-one-way`,
  severity: 'error',
  comment: `src/${from} may import ${allowed.join(', ') || 'nothing else'} of this project (docs/decisions/0001)`,
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((folder) => `^src/${folder}/`)] },
});

module.exports = {
  forbidden: [
    only('handoff', []),
    only('platform', []),
    only('analysis', ['handoff', 'platform']),
    only('record', ['analysis', 'handoff', 'platform']),
    only('reports', ['record', 'analysis', 'handoff', 'platform']),
    only('connections', ['reports', 'record', 'analysis', 'handoff', 'platform']),
    only('desk', ['reports', 'record', 'analysis', 'handoff', 'platform']),
    only('workspace', []),
    {
      name: 'handoff-is-pure',
      severity: 'error',
      comment: 'the domain knows no I/O: it uses itself and zod, nothing else',
      from: { path: '^src/handoff/' },
      to: { pathNot: ['^src/handoff/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'blocks-are-pure',
      severity: 'error',
      comment: 'a view is a pure function of state: no database, client or clock behind it',
      from: { path: '^src/desk/.*blocks\\.ts$' },
      to: {
        path: [
          '^src/record/',
          '^src/platform/(store|inbox|outbox|schedule|documents)',
          'node_modules/(better-sqlite3|@slack/(bolt|web-api))/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-bot-never-imports-the-workspace',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/workspace/', '^src/demo/'] },
      to: { path: '^src/workspace/' },
    },
    {
      name: 'the-demo-speaks-only-the-people-protocol',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: { path: '^src/workspace/', pathNot: '^src/workspace/people/protocol\\.ts$' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
