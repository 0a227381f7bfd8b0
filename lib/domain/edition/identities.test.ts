import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Block } from '../report/model'
import type { Said } from '../report/spans'
import { randomCases } from '../report/testing/random-cases'
import { bookOf } from '../report/testing/reported'
import type { Cell } from '../statistics/figure'
import { ledgerOf } from '../statistics/ledger-of'
import type { MeasureName } from '../statistics/measures'
import { failuresOf, type ToBePublished } from './identities'
import { seenIn, seenText } from './lines'
import type { Shown } from './shown'
import { type SeenAs, type Signature, signedChapters } from './signatures'
import { reportOf2024, shownOf } from './testing/shown-of'

const hashed = (report: Shown): SeenAs[] =>
  seenIn(report).map((chapter) => ({ ...chapter, hash: seenText(chapter) }))

const signedBy = (report: Shown, by: string): Signature[] =>
  hashed(report).map(({ hash, ...seen }) => ({
    chapter: seen.id,
    by,
    name: by,
    at: new Date(0),
    hash,
    seen,
  }))

const good = shownOf(reportOf2024)
const sound = (report: Shown, change: Partial<ToBePublished> = {}): ToBePublished => ({
  report,
  today: '2025-01-20',
  recounted: bookOf(reportOf2024),
  unsourced: [],
  signed: signedChapters(hashed(report), signedBy(report, 'approver')),
  publishers: ['auditor'],
  ...change,
})
const failing = (given: ToBePublished) => failuresOf(given).map(({ identity }) => identity)

/** The report with one cell of a table otherwise. */
const withCell = (table: string, member: string | 'total', measure: MeasureName, cell: Cell): Shown => ({
  ...good,
  tables: good.tables.map((one) => {
    if (!('table' in one) || one.spec.id !== table) return one
    const change = <R extends { member: string; cells: object }>(row: R): R => ({
      ...row,
      cells: { ...row.cells, [measure]: cell },
    })
    const { rows, total } = one.table
    return {
      ...one,
      table: {
        ...one.table,
        rows: rows.map((row) => (row.member === member ? change(row) : row)),
        total: total && member === 'total' ? change(total) : total,
      },
    }
  }),
})

/** The report with each sentence put through a change. */
const withSaid = (change: (said: Said) => Said): Shown => ({
  ...good,
  chapters: good.chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map(
      (block): Block =>
        block.kind === 'paragraph'
          ? { ...block, sentences: block.sentences.map((one) => ({ ...one, said: change(one.said) })) }
          : block,
    ),
  })),
})

describe('a report that may be published', () => {
  it('holds every identity, as that of 2024 does', () => {
    expect(failuresOf(sound(good))).toEqual([])
  })

  it('holds them whatever the register, but for the year that runs', () => {
    fc.assert(
      fc.property(randomCases, (one) => {
        const report = shownOf(one)
        const signed = signedChapters(hashed(report), signedBy(report, 'approver'))
        const failures = failuresOf(sound(report, { signed, recounted: null }))
        expect(failures.filter(({ identity }) => identity !== 'year')).toEqual([])
      }),
      { numRuns: 10 },
    )
  }, 30_000)
})

describe('publishing is impossible', () => {
  test('while the year runs, on its last day too', () => {
    expect(failing(sound(good, { today: '2024-12-31' }))).toEqual(['year'])
  })

  test('while parts miss their whole', () => {
    const failures = failuresOf(sound(withCell('types', '3', 'turnover', { n: 1n, d: 1n })))
    expect(failures[0]).toMatchObject({
      identity: 'parts',
      where: { zh: '不同类型技术合同 合计 成交额' },
      found: { zh: '81,423,374,000 分' },
    })
  })

  test('while a table contradicts another', () => {
    const failures = failuresOf(sound(withCell('bands', 'total', 'contracts', { n: 779n, d: 1n })))
    const between = failures.filter(({ identity }) => identity === 'tables')
    expect(between).toMatchObject([{ found: { zh: '779' }, expected: { zh: '777（年度总量）' } }])
  })

  test('while a sentence prints another number than its table, or prints it wrong', () => {
    let once = false
    const wrong = withSaid(({ zh, en }) => ({
      en,
      zh: zh.map((span) => {
        if (once || span.kind !== 'number' || span.measure !== 'turnoverGrowth') return span
        once = true
        return { ...span, text: '25.2%' }
      }),
    }))
    const [failure, ...others] = failuresOf(sound(wrong))
    expect(once).toBe(true)
    expect(failure).toMatchObject({ identity: 'prose', found: { zh: '25.2%' } })
    expect(failure?.where.zh).toContain('25.2%')
    expect(others).toEqual([])
  })

  test('while the register counts otherwise', () => {
    const [first, ...rest] = reportOf2024.now
    if (!first) throw new Error('No contract')
    const recounted = {
      ...bookOf(reportOf2024),
      this: ledgerOf([{ ...first, turnover: first.turnover + 1n }, ...rest], reportOf2024.elsewhere),
    }
    const failures = failuresOf(sound(good, { recounted }))
    expect(new Set(failures.map(({ identity }) => identity))).toEqual(new Set(['recount']))
    expect(failures[0]).toMatchObject({ where: { zh: expect.stringMatching(/^2024 /) } })
  })

  test('while typed digits have no source', () => {
    const block = good.chapters.flatMap(({ blocks }) => blocks).find((one) => one.kind === 'table')
    const unsourced = [{ block: block && 'id' in block ? block.id : '', digits: '1234' }]
    expect(failuresOf(sound(good, { unsourced }))).toMatchObject([
      { identity: 'sources', found: { zh: '1234' } },
    ])
  })

  test('while words point at a table that is not printed', () => {
    const own: Block = {
      kind: 'own',
      id: 'own-1',
      said: { zh: [{ kind: 'text', text: '见表 9。' }], en: [] },
    }
    const pointing: Shown = {
      ...good,
      chapters: good.chapters.map((one, at) => (at === 1 ? { ...one, blocks: [...one.blocks, own] } : one)),
    }
    const signed = signedChapters(hashed(pointing), signedBy(pointing, 'approver'))
    expect(failuresOf(sound(pointing, { signed }))).toMatchObject([
      { identity: 'pointers', where: { zh: '一、年度登记量基本情况' }, found: { zh: '表 9' } },
    ])
  })

  test('while a chapter is unsigned, or signed by the publisher alone', () => {
    const chapters = good.chapters.length
    const alone = signedChapters(hashed(good), signedBy(good, 'auditor'))
    expect(failing(sound(good, { signed: signedChapters(hashed(good), []) }))).toHaveLength(chapters)
    expect(failing(sound(good, { signed: alone }))).toEqual(Array(chapters).fill('signatures'))
  })

  test('while a signature is broken: by any change of its own chapter, and by no other', () => {
    const [first] = good.chapters
    const changed = withSaid((said) => said)
    const edited: Shown = {
      ...changed,
      chapters: changed.chapters.map((chapter, index) =>
        index === 2
          ? {
              ...chapter,
              blocks: [
                ...chapter.blocks,
                { kind: 'own', id: 'own-1', said: { zh: [{ kind: 'text', text: '另说明。' }], en: [] } },
              ],
            }
          : chapter,
      ),
    }
    const signed = signedChapters(hashed(edited), signedBy(good, 'approver'))
    expect(
      signed.filter(({ signatures }) => signatures.some(({ broken }) => broken.length > 0)),
    ).toMatchObject([
      {
        id: good.chapters[2]?.id,
        signatures: [{ broken: [{ key: 'own-1', old: null, new: { zh: [{ text: '另说明。' }] } }] }],
      },
    ])
    expect(failing(sound(edited, { signed }))).toEqual(['signatures'])
    expect(first?.id).not.toBe(good.chapters[2]?.id)
  })
})
