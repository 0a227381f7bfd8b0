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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
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
          // One after another: what a transaction of another file holds back, seals and the feed of events wait for.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
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
