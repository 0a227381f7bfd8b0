import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import { plantAct } from '@/db/testing/plant-acts'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { roleNames } from '@/lib/domain/access/roles'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { yuanText } from '@/lib/domain/money'
import { tableOf } from '@/lib/domain/statistics/catalogue'
import { readCrossQuery } from '@/lib/domain/statistics/cross-query'
import { messages } from '@/lib/i18n/messages'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { exportCross } from '../statistics/export-cross'
import { exportTable } from '../statistics/export-table'
import { readBridge } from '../statistics/read-bridge'
import { readCounted } from '../statistics/read-counted'
import { exportList, type ListName, listNames } from './lists'

const next = chance(41)
const [leader, own] = [person('leader'), registrarOf('D08')]
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const then = day('2025-01-15')
const first: Planted[] = Array.from({ length: 700 }, () => randomContract(next, [2024]))

beforeAll(async () => {
  await moveIn()
  await plant(sql(), first, { known: day('2025-01-10') })
  for (const one of first.slice(0, 20)) {
    await plantAct(sql(), one, {
      action: 'correct',
      at: day('2025-02-10'),
      change: { turnover: (one.content.turnover ?? 0n) + 5_000_000_000n },
    })
  }
  for (const one of first.slice(20, 25)) {
    await plantAct(sql(), one, { action: 'revoke', at: day('2025-02-11') })
  }
}, 60_000)
afterAll(() => database().close())

async function lines(actor: Actor, list: ListName, search: string): Promise<string[]> {
  const params = paramsOf(new URLSearchParams(search))
  const { body, sent } = await exportList(actor, list, { params, format: 'csv', locale: 'zh-CN' })
  const text = await new Response(body).text()
  await sent
  return text.trimEnd().split('\r\n').slice(1)
}
const lastTrail = async () =>
  (await sql()`select action, subject_kind, actor, details from trail order by id desc limit 1`)[0]

describe('the contracts behind a figure of a past moment', () => {
  const at = `asOf=${then.toISOString()}`

  test('are those that counted then, in their words of then, all pages and within reach', async () => {
    for (const actor of [leader, own]) {
      const within = first.filter(({ facts }) => actor.unit === null || facts.unit === actor.unit)
      const file = await lines(actor, 'counted', `year=2024&${at}`)
      expect(file).toHaveLength(within.length)
      const { sums, contracts } = await readCounted(actor, { filters: [], asOf: then, most: 2000 })
      expect(file).toHaveLength(Number(sums.contracts))
      expect(file.map((line) => line.split(',').slice(-2))).toEqual(
        contracts.map(({ turnover, technology }) => [yuanText(turnover), yuanText(technology)]),
      )
    }
    expect(await lines(leader, 'counted', 'year=2024')).toHaveLength(first.length - 5)
  })

  test('of a table’s cell, and of a table of contracts', async () => {
    const cell = await lines(leader, 'cell', `year=2024&table=units&member=D08&${at}`)
    expect(cell).toHaveLength(first.filter(({ facts }) => facts.unit === 'D08').length)
    expect(await lines(own, 'cell', `year=2024&table=types&${at}`)).toHaveLength(cell.length)
    const largest = await lines(leader, 'largest', `year=2024&table=largest&${at}`)
    const spec = tableOf('largest')
    expect(largest).toHaveLength(spec?.kind === 'contracts' ? spec.most : 0)
  })

  test('are told from those that moved since, cause by cause', async () => {
    const search = `year=2024&from=${then.toISOString()}`
    const moved = await lines(leader, 'bridge', search)
    const { parts } = await readBridge(leader, { year: 2024, from: then, to: null })
    expect(moved).toHaveLength(parts.reduce((sum, { acts }) => sum + Number(acts), 0))
    expect(moved.filter((line) => line.startsWith('更正,'))).toHaveLength(20)
    expect(await lines(leader, 'bridge', `${search}&cause=revoked`)).toHaveLength(5)
  })

  test('are refused for a moment nobody can read, a unit out of reach, and to who reads no contracts', async () => {
    const codeOf = (actor: Actor, list: ListName, search: string) =>
      lines(actor, list, search).then(
        () => 'done',
        (error) => error.detail?.code ?? error,
      )
    expect(await codeOf(leader, 'counted', 'asOf=yesterday')).toBe('invalid-input')
    expect(await codeOf(leader, 'cell', 'year=2024&table=types&asOf=yesterday')).toBe('invalid-input')
    expect(await codeOf(own, 'counted', `unit=D01&${at}`)).toBe('not-found')
    expect(await codeOf(own, 'cell', `year=2024&table=types&unit=D01&${at}`)).toBe('not-found')
    expect(await codeOf(leader, 'cell', 'year=2024&table=largest')).toBe('not-found')
    for (const role of ['admin', 'security'] as const) {
      for (const list of ['counted', 'cell', 'largest', 'bridge'] as const)
        expect(await codeOf(person(role), list, at), `${role} ${list}`).toBe('forbidden')
    }
  })

  test('leave on the trail the table, the moment and the names of filters, never what was sought', async () => {
    await lines(leader, 'counted', `year=2024&name=秘密&${at}`)
    const [begun] =
      await sql()`select action, details from trail where action = 'contract.export' order by id desc limit 1`
    expect(begun?.details).toMatchObject({
      list: 'counted',
      year: ['2024'],
      filters: ['year', 'name'],
      asOf: then.toISOString(),
    })
    expect(JSON.stringify(begun)).not.toContain('秘密')
  })
})

describe('a file of figures', () => {
  test.each(['xlsx', 'csv', 'sdmx'] as const)('is on the trail as %s', async (form) => {
    const table = tableOf('types')
    if (!table || table.kind === 'contracts') throw new Error('no table')
    const asked = { year: 2024, table, form, locale: 'zh-CN' }
    const { bytes } = await exportTable(own, asked, { asOf: then })
    const entry = await lastTrail()
    expect(entry).toMatchObject({
      action: 'table.export',
      subject_kind: 'export',
      actor: own.id,
      details: { table: 'types', year: 2024, unit: 'D08', asOf: then.toISOString(), format: form },
    })
    if (form !== 'xlsx') {
      const text = Buffer.from(bytes).toString().trimEnd()
      expect(entry?.details.rows).toBe(text.split('\r\n').length - 1)
    }
  })

  test('of a cross-table says its sides and filters, and nothing of what was sought', async () => {
    const search = 'rows=unit&columns=type&measure=contracts&year=2024&name=秘密&unit=D08&unit=D01'
    const query = readCrossQuery(paramsOf(new URLSearchParams(search)), true)
    const file = await exportCross(leader, query, { format: 'csv', locale: 'en' })
    const entry = await lastTrail()
    expect(entry).toMatchObject({
      action: 'table.export',
      actor: leader.id,
      details: {
        table: 'cross',
        sides: ['unit', 'type'],
        measures: ['contracts'],
        years: [2024],
        filters: ['unit', 'name'],
        units: ['D08', 'D01'],
        rows: Buffer.from(file).toString().trimEnd().split('\r\n').length - 1,
        asOf: null,
      },
    })
    expect(JSON.stringify(entry)).not.toContain('秘密')
  })

  test('leaves nothing where it is refused', async () => {
    const before = await sql()`select count(*) from trail`
    const query = readCrossQuery(paramsOf(new URLSearchParams('unit=D01')), false)
    await expect(exportCross(own, query, { format: 'csv', locale: 'en' })).rejects.toThrow()
    expect(await sql()`select count(*) from trail`).toEqual(before)
  })
})

describe('every list', () => {
  test('has a name on the page of the trail', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(Object.keys(messages[locale].trail.lists).sort()).toEqual([...listNames].sort())
  })

  test('of who works how, and of kept tables, opens to whom its page opens', async () => {
    const open: Partial<Record<ListName, readonly string[]>> = {
      'unit-work': ['approver', 'auditor'],
      'decision-days': ['approver', 'auditor'],
      'returned-fields': ['registrar', 'approver', 'auditor'],
      turnaround: ['registrar'],
      places: ['registrar'],
      registers: ['registrar', 'approver', 'auditor', 'leader'],
      views: ['registrar', 'approver', 'auditor', 'leader'],
    }
    for (const [list, roles] of Object.entries(open)) {
      for (const role of roleNames) {
        const actor = role === 'registrar' ? own : person(role)
        const result = lines(actor, list as ListName, 'year=2024')
        if (roles.includes(role)) expect(await result, `${list} ${role}`).toBeInstanceOf(Array)
        else await expect(result, `${list} ${role}`).rejects.toMatchObject({ detail: { code: 'forbidden' } })
      }
    }
    expect(await lines(person('approver'), 'unit-work', 'year=2024')).toHaveLength(19)
    expect(await lines(person('approver'), 'decision-days', '')).toHaveLength(30)
    expect(await lines(own, 'turnaround', 'year=2024')).toHaveLength(26)
  })
})
