import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { contractIn, moveIn, registrarOf } from '@/lib/testing/house'
import { operations } from './operations'
import { serve } from './serve'
import { openedWide, tokenOf } from './testing/calling'

const people = ['registrar-d08', 'approver', 'auditor', 'leader', 'admin', 'security']
let ids: string[] = []

beforeAll(async () => {
  await moveIn()
  await openedWide()
  for (const status of ['draft', 'submitted', 'registered'] as const)
    ids.push(await contractIn(status, registrarOf('D08')))
  ids = [...ids, crypto.randomUUID()]
  await Promise.all(people.map((username) => tokenOf({ username })))
})
afterAll(() => database().close())

const odd = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\0',
  '\ud800',
  '٣',
  '1e400',
  '9'.repeat(400),
  "' or 1=1 --",
  '<script>',
  '2024-02-30',
  'x'.repeat(5000),
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: 1 },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}'),
)

/** A body near to what an operation takes: its example with parts made odd, left out or added. */
const bodyNear = (example: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc.constantFrom(
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"a":1,"a":2}',
      '{"a":NaN}',
      `${'['.repeat(9000)}`,
      '\ufeff{}',
    ),
    fc
      .tuple(
        fc.dictionary(fc.string({ maxLength: 8 }), odd, { maxKeys: 2 }),
        fc.array(fc.nat(20), { maxLength: 3 }),
        odd,
      )
      .map(([more, at, value]) => {
        const base = { ...((example ?? {}) as Record<string, unknown>) }
        const names = Object.keys(base)
        for (const place of at) {
          const name = names[place % Math.max(1, names.length)]
          if (name !== undefined) base[name] = value
        }
        return JSON.stringify({ ...base, ...more })
      }),
  )

const oddValue = (example: string | number | undefined): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      ...ids,
      String(example ?? 'x'),
      '0',
      '-1',
      '99999999999999999999',
      '2024',
      'D08',
      '../..',
    ),
    fc.string({ maxLength: 20 }),
    odd.map((value) => String(value).slice(0, 60)),
  )

const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?')) || '-'

const requests = () =>
  fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      who: fc.constantFrom(...people),
      method: fc.oneof(
        { weight: 8, arbitrary: fc.constant(operation.method.toUpperCase()) },
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
      ),
      path: fc.tuple(
        ...operation.parameters.filter((one) => one.in === 'path').map(({ example }) => oddValue(example)),
      ),
      search: fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            'x',
            ...operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name),
          ),
          fc.string({ maxLength: 6 }),
        ),
        oddValue(undefined),
        { maxKeys: 3 },
      ),
      body: bodyNear(operation.example),
      type: fc.constantFrom(
        'application/json',
        'application/json',
        'text/plain',
        'application/pdf',
        'multipart/form-data',
      ),
      headers: fc.dictionary(
        fc.constantFrom(
          'if-match',
          'if-none-match',
          'accept',
          'range',
          'x-file-name',
          'x-file-kind',
          'accept-language',
        ),
        fc.constantFrom(
          '*',
          '"1-x"',
          'W/"x"',
          'bytes=9-1',
          'application/json',
          'text/html',
          '%',
          '%00.pdf',
          'ATT01',
          ',;,',
          'zz-ZZ-x',
        ),
        { maxKeys: 3 },
      ),
    }),
  )

/** What moves with every row that is written anywhere, but for counts of requests and the tokens' last use. */
async function written(): Promise<Record<string, unknown>> {
  const [row] =
    await sql()`select (select count(*) from imprint) as imprints, (select count(*) from contract_event) as events,
    (select count(*) from posting) as postings, (select count(*) from trail) as trails, (select count(*) from saved_view) as views,
    (select count(*) from session) as sessions, (select count(*) from presence) as presences,
    (select count(*) from import_batch) as imports, (select count(*) from kept_answer) as answers`
  return row ?? {}
}

test('whatever is sent is answered, never by a 500, and what is refused stores nothing', async () => {
  const met = new Map<number, number>()
  let before = await written()
  await fc.assert(
    fc.asyncProperty(requests(), async (made) => {
      let place = 0
      const path = made.operation.path.replace(/\{\w+\}/g, () => encoded(made.path[place++] ?? ''))
      const search = Object.entries(made.search).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      const withBody = !['GET', 'HEAD', 'OPTIONS'].includes(made.method)
      const request = new Request(`http://jishi.test/api/v1${path}?${search.join('&')}`, {
        method: made.method,
        headers: {
          ...made.headers,
          'content-type': made.type,
          authorization: `Bearer ${await tokenOf({ username: made.who })}`,
        },
        ...(withBody && { body: Buffer.from(made.body) }),
      })
      const response = await serve(request)
      const told = `${made.method} ${path} as ${made.who}: ${response.status} ${made.body.slice(0, 500)}`
      met.set(response.status, (met.get(response.status) ?? 0) + 1)
      expect(response.status, told).toBeLessThan(500)
      const after = await written()
      if (response.status >= 400) {
        // A failed check of a paper by anybody is put on the trail.
        const spared = made.operation.permission === null ? { trails: after.trails } : {}
        expect(after, told).toEqual({ ...before, ...spared })
        expect(response.headers.get('content-type'), told).toBe('application/problem+json')
        const text = await response.text()
        if (made.method !== 'HEAD') expect(JSON.parse(text)).toMatchObject({ status: response.status })
      } else await response.body?.cancel()
      before = after
    }),
    { numRuns: 3000 },
  )
  // It met refusals of every sort, and what is in order too.
  for (const status of [200, 400, 403, 404, 405, 406, 412, 415, 422])
    expect(met.get(status), String(status)).toBeGreaterThan(0)
}, 240_000)
