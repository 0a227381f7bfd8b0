import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { served } from './openapi'
import { operations } from './operations'

const services = join(process.cwd(), 'lib/services')

/** Every verb of the house by name, with its file. */
const verbs = readdirSync(services, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('.test.'))
  .flatMap((path) =>
    [...readFileSync(join(services, path), 'utf8').matchAll(/^export const (\w+)[^=\n]*= verb\(/gm)].map(
      ([, name = '']) => ({ name, path }),
    ),
  )

/** Verbs that no operation offers, each with its reason. */
const notOffered: Record<string, string> = {
  look: 'a sign of life of an open page; a program has none',
  lookAway: 'the same, leaving',
  attach: 'attaches bytes at hand, for the demo story; `attachFile` takes them as they arrive',
  issueTryToken: 'the token with which the page of the API asks; a token begets no token',
  importInflow: 'rows of a file that its page takes',
  takeRows: 'rows of a file that its page takes',
  noteRecent: 'what a person opened; a program opens nothing',
  recordBackup: 'the operator’s copy of the whole register, taken at the terminal',
}

describe('the operations', () => {
  test('offer every verb of the pages, or say why not', async () => {
    const missing: string[] = []
    expect(verbs.length).toBeGreaterThan(60)
    const imported = new Set(
      readdirSync(join(services, 'api'))
        .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
        .flatMap((name) => [
          ...readFileSync(join(services, 'api', name), 'utf8').matchAll(
            /import \{([^}]*)\} from '\.\.\/([^']+)'/g,
          ),
        ])
        .flatMap(([, names = '', from]) => names.split(',').map((name) => `${from} ${name.trim()}`)),
    )
    for (const { name, path } of verbs) {
      if (!(name in notOffered) && !imported.has(`${path.replace(/\.ts$/, '')} ${name}`)) missing.push(name)
    }
    expect(missing).toEqual([])
    const names = new Set(verbs.map(({ name }) => name))
    expect(Object.keys(notOffered).filter((name) => !names.has(name))).toEqual([])
  })

  test('have names and addresses of their own', () => {
    const ids = served.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const addresses = served.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test.each(operations.filter(({ input }) => input).map((one) => [one.id, one] as const))(
    'the example of %s is one that would be read',
    (_, { input, example }) => {
      expect(example).toBeDefined()
      expect(input?.safeParse(example).error?.issues).toBeUndefined()
    },
  )

  test.each(operations.map((one) => [one.id, one] as const))(
    'the parameters of the path of %s are described',
    (_, { path, parameters }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named)
    },
  )

  test('a POST either carries its act in a verb, changes nothing, or can be told why it needs no more', () => {
    const other = operations
      .filter((one) => one.method === 'post' && !one.act && !one.reads)
      .map(({ id }) => id)
    // Each act of a batch stands for itself and names the revision it was seen at: a second time finds it done and says so.
    // A file is taken in once while its import is under way; a file of a period anew takes the place of the last.
    expect(other).toEqual(['beginImport', 'approveBatch', 'beginReconciliation'])
  })
})
