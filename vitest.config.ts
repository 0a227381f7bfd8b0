import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('./', import.meta.url))

/** `verify` runs the unit project alone; the db project brings a throwaway PostgreSQL, of which each file gets a database of its own. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: 'server-only', replacement: `${root}lib/testing/server-only.ts` },
    ],
  },
  test: {
    // The database tests wait for PostgreSQL half of their time, so that no core is to be kept free for the runner.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties run many cases; a busy machine takes longer over them.
          testTimeout: 20_000,
          include: ['**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'e2e/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ['db/testing/cluster.ts'],
          setupFiles: ['db/testing/setup.ts'],
        },
      },
    ],
  },
})
