import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { LaunchFailure } from '@/db/embedded/failure'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { settings } from '@/lib/env'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { exports } from './exports'
import { ledger } from './ledger'

const home = mkdtempSync(join(tmpdir(), 'jishi-verbs-'))
const printed: string[] = []

beforeAll(async () => {
  await moveIn()
  await contractIn('registered', registrarOf('D08'))
})
beforeEach(() => {
  printed.length = 0
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(line))
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  await database().close()
})

const run = async (name: string, given: Record<string, string> = {}) =>
  ledger
    .find((verb) => verb.name === name)
    ?.run(person('auditor'), given, { settings: settings(), superuserUrl: null })

test('the head printed is found again by verify-ledger, which says what it checked and how fast', async () => {
  const head = /head (\d+:[0-9a-f]{64})$/.exec((await run('ledger-head')) ?? '')?.[1] ?? ''
  expect(await run('verify-ledger', { head })).toContain('the ledger is sound')
  expect(printed).toHaveLength(12)
  expect(printed.every((line) => /^✓ .+: [\d ]+, [\d ]+ \/s$/.test(line))).toBe(true)
  await expect(run('verify-ledger', { head: head.replace(/^\d+/, '99') })).rejects.toThrow(LaunchFailure)
  expect(printed).toContain('{"table":"seal","key":"99","what":"missing"}')
  await expect(run('verify-ledger', { head: '12' })).rejects.toThrow('NUMBER:ROOT')
})

test('an export fills a new directory only', async () => {
  const out = join(home, 'ledger')
  expect(await run('export-ledger', { out })).toMatch(/ledger exported, head \d+:/)
  expect(readdirSync(out).sort()).toEqual([
    'events.jsonl',
    'imprints.jsonl',
    'postings.jsonl',
    'seals.jsonl',
    'totals.jsonl',
    'trails.jsonl',
  ])
  await expect(run('export-ledger', { out })).rejects.toThrow(LaunchFailure)
})

test('the register is written to a new file, within the reach of who is named', async () => {
  const out = join(home, 'register.csv')
  const write = (actor: Actor, given: Record<string, string>) =>
    exports[0]?.run(actor, { out, form: 'csv', ...given }, { settings: settings(), superuserUrl: null })
  expect(await write(registrarOf('D08'), { unit: 'D08' })).toMatch(/^1 项合同已导出/)
  expect(readFileSync(out, 'utf8').trimEnd().split('\r\n')).toHaveLength(2)
  await expect(write(registrarOf('D08'), {})).rejects.toThrow('exists already')
  expect(await write(registrarOf('D01'), { out: join(home, 'none.csv') })).toMatch(/^0 项/)
  await expect(write(person('admin'), { out: join(home, 'no.csv') })).rejects.toMatchObject({
    detail: { code: 'forbidden' },
  })
  expect(readdirSync(home).filter((name) => name.includes('partial') || name === 'no.csv')).toEqual([])
})

test('a fault is listed with its place, and ends in failure', async () => {
  await sql()`update total set turnover = turnover + 1 where dimension = 'all'`
  await expect(run('verify-ledger')).rejects.toThrow('The ledger was altered: 1 faults')
  expect(printed.some((line) => line.startsWith('{"table":"total","key":'))).toBe(true)
})
