import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { LaunchFailure } from '@/db/embedded/failure'
import { sql } from '@/db/testing/sql'
import { settings } from '@/lib/env'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
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

test('a fault is listed with its place, and ends in failure', async () => {
  await sql()`update total set turnover = turnover + 1 where dimension = 'all'`
  await expect(run('verify-ledger')).rejects.toThrow('The ledger was altered: 1 faults')
  expect(printed.some((line) => line.startsWith('{"table":"total","key":'))).toBe(true)
})
