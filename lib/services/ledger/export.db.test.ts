import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { seal } from '@/db/ledger-check'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { type Exported, exportLedger } from './export'
import { ledgerHead } from './head'
import { verifyLedger } from './verify'

const auditor = person('auditor')
const made: string[] = []
let folder: string
let exported: Exported

beforeAll(async () => {
  await moveIn()
  const next = chance(3)
  const draw = () => Array.from({ length: 12 }, () => randomContract(next, [2023, 2024]))
  await plant(sql(), draw())
  await seal()
  await contractIn('draft', registrarOf('D08'))
  await contractIn('registered', registrarOf('D08'))
  await plant(sql(), draw())
  ;[folder, exported] = await exportAs(auditor)
})

afterAll(async () => {
  for (const one of made) rmSync(one, { recursive: true, force: true })
  await database().close()
})

async function exportAs(actor: Actor): Promise<[string, Exported]> {
  const into = mkdtempSync(join(tmpdir(), 'jishi-ledger-'))
  made.push(into)
  const done = await exportLedger(actor, async (file, text) => appendFileSync(join(into, file), text))
  return [into, done]
}

/** What the standalone script says of a folder, with its exit status. */
function run(from: string, ...args: string[]): { status: number; said: string } {
  try {
    const script = new URL('../../../scripts/verify_ledger.py', import.meta.url).pathname
    return { status: 0, said: execFileSync('python3', [script, from, ...args], { encoding: 'utf8' }) }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { status, said: stdout }
  }
}

/** Changes a file for the length of a look. */
function spoiled(file: string, change: (text: string) => string): string {
  const path = join(folder, file)
  const kept = readFileSync(path, 'utf8')
  writeFileSync(path, change(kept))
  const { status, said } = run(folder)
  writeFileSync(path, kept)
  expect(status).toBe(1)
  return said
}

// Python is the reader's, not ours: where there is none, its part is left out.
const python = spawnSync('python3', ['--version']).status === 0

describe.skipIf(!python)('an exported ledger, verified by another program', () => {
  test('is sound, and its head is the chain’s', async () => {
    const { status, said } = run(folder)
    expect(said).toContain('SOUND')
    expect(status).toBe(0)
    expect(said).toContain(`head ${exported.head?.number}:${exported.head?.root}`)
    expect(run(folder, `${exported.head?.number}:${exported.head?.root}`).status).toBe(0)
    expect(run(folder, `1:${'0'.repeat(64)}`).said).toContain('not in this chain')
  })

  test.each([
    ['events.jsonl', /event \d+ .*altered/],
    ['postings.jsonl', /postings \d+: altered/],
    ['imprints.jsonl', /imprints \d+: altered/],
  ])('tells one byte changed in a text of %s', (file, told) => {
    const said = spoiled(file, (text) => {
      const at = text.indexOf('示例') >= 0 ? text.indexOf('示例') : text.indexOf('\\"D')
      const from = at >= 0 ? at : text.indexOf('\\"insert')
      return `${text.slice(0, from + 2)}x${text.slice(from + 3)}`
    })
    expect(said).toMatch(told)
  })

  test('tells a trail row, a seal and a total changed, and a row taken out', () => {
    const flip = (text: string) =>
      text.replace(/"hash":"(.)/, (_, digit) => `"hash":"${digit === '0' ? '1' : '0'}`)
    expect(spoiled('trails.jsonl', flip)).toMatch(/seal \d+: its rows/)
    expect(spoiled('seals.jsonl', (text) => text.replace('"line":"1|', '"line":"1|9'))).toContain(
      'seal 1: its rows',
    )
    expect(spoiled('totals.jsonl', (text) => text.replace('"contracts":1,', '"contracts":2,'))).toMatch(
      /total \d{4}\//,
    )
    expect(spoiled('postings.jsonl', (text) => text.slice(text.indexOf('\n') + 1))).toMatch(
      /seal 1: its rows/,
    )
  })

  test('keeps drafts to their office, and every content from the security auditor', async () => {
    const lines = (from: string, file: string) =>
      readFileSync(join(from, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { line: string | null })
    expect(lines(folder, 'events.jsonl').filter(({ line }) => line === null)).toHaveLength(1)
    const [secured] = await exportAs(person('security'))
    const shown = [...lines(secured, 'events.jsonl'), ...lines(secured, 'postings.jsonl')]
    expect(shown.every(({ line }) => line === null)).toBe(true)
    expect(run(secured)).toMatchObject({ status: 0, said: expect.stringContaining('not checked') })
    await expect(exportLedger(person('leader'), async () => {})).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
  })
})

describe('the head of the chain', () => {
  test('once noted is found again, however the ledger grows', async () => {
    const head = await ledgerHead(auditor)
    if (!head) throw new Error('Nothing is sealed')
    await contractIn('submitted', registrarOf('D01'))
    expect((await ledgerHead(auditor))?.number).toBe(head.number + 1)
    expect(await verifyLedger(auditor, { head })).toMatchObject({ sound: true })
    const other = { ...head, root: head.root.replace(/./, (digit) => (digit === '0' ? '1' : '0')) }
    expect((await verifyLedger(auditor, { head: other })).faults).toEqual([
      { table: 'seal', key: String(head.number), what: 'other-root' },
    ])
  })

  test('covers nothing that a running transaction can still precede', async () => {
    const key = `race ${Date.now()}`
    const late = await sql().reserve()
    await late`begin`
    await late`insert into counter values (${key}, 2024, 1)`
    await contractIn('draft', registrarOf('D02'))
    await seal()
    await late`commit`
    late.release()
    const [row] = await sql()`
      select i.xid >= (select max(below) from seal) as later from imprint i where table_name = 'counter' and row_key = ${`${key}/2024`}`
    expect(row?.later).toBe(true)
    await ledgerHead(auditor)
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
  })

  test('goes on in a database restored into a server that has counted fewer transactions', async () => {
    const [was] = await sql()`select pg_get_functiondef('jishi_era_shift'::regproc) as source`
    await sql()`create or replace function jishi_era_shift() returns bigint language sql stable as 'select 1000000::bigint'`
    await contractIn('registered', registrarOf('D03'))
    const before = await ledgerHead(auditor)
    await sql().unsafe(was?.source)
    const begin = () => sql()`select jishi_begin_era() as begun`
    expect(await begin()).toEqual([{ begun: true }])
    expect(await begin()).toEqual([{ begun: false }])
    await contractIn('registered', registrarOf('D03'))
    expect((await ledgerHead(auditor))?.number).toBe((before?.number ?? 0) + 1)
    expect(await sql()`select from contract_event where xid >= (select max(below) from seal)`).toHaveLength(0)
    expect((await verifyLedger(auditor)).faults).toEqual([])
  })
})
