import { describe, expect, test } from 'vitest'
import { plain } from '../report/spans'
import type { Facts } from '../statistics/facts'
import { changesBetween } from './changes'
import { type Act, errataChapter, errataOf } from './errata'
import { seenIn } from './lines'
import { reportOf2024, shownOf } from './testing/shown-of'

const before = seenIn(shownOf(reportOf2024))
const revised = (now: readonly Facts[]) => seenIn(shownOf({ ...reportOf2024, now }))

const named = (id: string) => ({ id, number: `${id}-number`, name: id, unit: 'D08' })
const [one, ...rest] = reportOf2024.now
if (!one) throw new Error('No contract')

const correction = (changed: Facts): Act => ({
  cause: 'corrected',
  contract: named('a'),
  lines: [
    { ...one, sign: -1 },
    { ...changed, sign: 1 },
  ],
})

describe('errata', () => {
  test('are none where nothing changed', () => {
    expect(changesBetween(before, revised(reportOf2024.now))).toEqual([])
  })

  test('say each place once, old and new, with the act that moved it', () => {
    const changed = { ...one, turnover: one.turnover + 10_000_000_000n }
    const changes = changesBetween(before, revised([changed, ...rest]))
    const errata = errataOf(changes, [correction(changed)])
    expect(new Set(errata.map(({ key }) => key)).size).toBe(errata.length)
    const total = errata.find(({ key }) => key === 'types/total/turnover')
    expect(total && [plain(total.old?.zh ?? []), plain(total.new?.zh ?? [])]).toEqual([
      '81,423.37 万元',
      '91,423.37 万元',
    ])
    expect(total?.where.zh).toMatch(/^表 \d 合计 成交额$/)
    for (const { reasons } of errata)
      expect(reasons).toEqual([{ cause: 'corrected', contracts: [named('a')] }])
    // The number of contracts did not change, nor did any cell that counts them.
    expect(errata.some(({ key }) => key.endsWith('/contracts'))).toBe(false)
  })

  test('name for a cell the acts of its own members, and all acts where its whole alone moved', () => {
    const field = one.field === '05' ? '09' : '05'
    const moved = { ...one, field }
    const other = rest.find(({ unit, field: of }) => unit !== one.unit && of !== field && of !== one.field)
    if (!other) throw new Error('No other contract')
    const now = [moved, ...rest.filter((fact) => fact !== other)]
    const revoked: Act = { cause: 'revoked', contract: named('b'), lines: [{ ...other, sign: -1 }] }
    const errata = errataOf(changesBetween(before, revised(now)), [correction(moved), revoked])
    const reasons = (key: string) =>
      errata.find((each) => each.key === key)?.reasons.map(({ cause }) => cause)
    // A change of field leaves the unit's sum; a contract that left takes it along.
    expect(reasons(`units/${other.unit}/turnover`)).toEqual(['revoked'])
    expect(reasons(`units/${one.unit}/turnover`)).toBeUndefined()
    const untouched = before
      .flatMap(({ lines }) => lines)
      .find(({ key }) => /^units\/.*\/turnoverShare$/.test(key) && key.split('/')[1] === one.unit)
    if (reasons(untouched?.key ?? '')) expect(reasons(untouched?.key ?? '')).toEqual(['corrected', 'revoked'])
    const cellOfField = errata.find(({ key }) => key.startsWith(`fields/${field}/`))
    expect(cellOfField?.reasons.map(({ cause }) => cause)).toEqual(['corrected'])
  })

  test('call what no act explains a change of words', () => {
    const [chapter, ...others] = before
    const [line] = chapter?.lines ?? []
    if (!chapter || !line) throw new Error('No chapter')
    const said = { zh: [{ kind: 'text' as const, text: '改写。' }], en: [] }
    const edited = [
      { ...chapter, lines: [{ ...line, said, about: [] }, ...chapter.lines.slice(1)] },
      ...others,
    ]
    const [erratum] = errataOf(
      changesBetween([{ ...chapter, lines: [{ ...line, about: [] }] }], edited.slice(0, 1)),
      [correction(one)],
    )
    expect(erratum?.reasons).toEqual([{ cause: 'words', contracts: [] }])
  })

  test('are printed as a chapter that keeps its numbers bound', () => {
    const changed = { ...one, turnover: one.turnover + 10_000_000_000n }
    const errata = errataOf(changesBetween(before, revised([changed, ...rest])), [correction(changed)])
    const { blocks } = errataChapter(errata, 1)
    expect(blocks).toHaveLength(errata.length + 1)
    const total = blocks.find(
      (block) => block.kind === 'note' && plain(block.said.zh).startsWith('表 2 合计 成交额：'),
    )
    expect(total && 'said' in total && plain(total.said.zh)).toBe(
      '表 2 合计 成交额：原为“81,423.37 万元”，现为“91,423.37 万元”（更正 1 项）。',
    )
    const numbers = blocks.flatMap((block) => (block.kind === 'note' ? block.said.zh : []))
    expect(numbers.some(({ kind }) => kind === 'number')).toBe(true)
  })
})
