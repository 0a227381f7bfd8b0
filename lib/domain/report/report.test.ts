import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tables, tablesOfView } from '../statistics/catalogue'
import { memberWords } from '../statistics/members'
import { quoted } from '../statistics/statements/clauses'
import { knownUnits } from '../statistics/testing/random-years'
import { Raw } from '../statistics/testing/raw'
import { Reader } from '../statistics/testing/reading'
import type { Report } from './model'
import { outline } from './outline'
import { isPrintedRight } from './printed'
import { type NumberSpan, plain, type Said, type Span } from './spans'
import { randomCases } from './testing/random-cases'
import { notedTables, readNote } from './testing/readings-of-notes'
import { readingsOfParts } from './testing/readings-of-parts'
import { readingsOfSizes } from './testing/readings-of-sizes'
import { readingsOfUnits } from './testing/readings-of-units'
import { readingsOfVolume } from './testing/readings-of-volume'
import { expectedOfWork, readingsOfWork } from './testing/readings-of-work'
import { behindTheDoor, behindTheRecords, recount } from './testing/recount'
import { type Case, reported, sentencesOf, within } from './testing/reported'

const readings = {
  ...readingsOfVolume,
  ...readingsOfUnits,
  ...readingsOfParts,
  ...readingsOfSizes,
  ...readingsOfWork,
}

/** `REPORT_RUNS=5000` reads so many random registers. */
const numRuns = Number(process.env.REPORT_RUNS ?? 150)

const everySaid = (report: Report): Said[] => [
  report.title,
  ...sentencesOf(report).map(({ said }) => said),
  ...report.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      'caption' in block ? [block.caption] : block.kind === 'note' ? [block.said] : [],
    ),
  ),
]

const isNumber = (span: Span): span is NumberSpan => span.kind === 'number'

/** What numbers and names of a text mean, in whatever order its language puts them. */
const meaning = (spans: readonly Span[]): string[] =>
  spans
    .flatMap((span) => {
      switch (span.kind) {
        case 'number':
          return `${span.measure} ${span.of?.table} ${span.of?.members} ${span.value.n}/${span.value.d}`
        case 'name':
          return `${span.split} ${span.member}`
        case 'reference':
          return span.to
        case 'date':
          return span.day
        case 'title':
          return span.of
        default:
          return []
      }
    })
    .sort()

const groups = tables.flatMap((spec) => ('groups' in spec ? (spec.groups ?? []) : []))

function expectBound(spans: readonly Span[], language: 'zh' | 'en') {
  for (const span of spans) {
    if (span.kind === 'text') expect(span.text, plain(spans)).not.toMatch(/\d/)
    if (span.kind === 'name') {
      const group = groups.find(({ id }) => id === span.member)
      const known = quoted((group?.words ?? memberWords(span.split, span.member, knownUnits))[language])
      expect(span.text.replace(/^the /, '')).toBe(known)
    }
    if (span.kind === 'number')
      expect(isPrintedRight(span), `${span.text} ${span.value.n}/${span.value.d}`).toBe(true)
  }
}

function expectCounted(one: Case, spans: readonly Span[]) {
  for (const span of spans.filter(isNumber)) {
    const expected = recount(one, span)
    const { n, d } = span.value
    if (expected) expect(n * expected[1], `${span.measure} in ${plain(spans)}`).toBe(expected[0] * d)
    expect(behindTheRecords(one, span) ?? n, `records of ${span.text} in ${plain(spans)}`).toBe(n)
    const behind = behindTheDoor(one, span)
    if (behind !== null) expect(behind, `door of ${span.text} in ${plain(spans)}`).toBe(n)
  }
}

describe('the annual report of random registers', () => {
  test('has a reading for every sentence of its outline', () => {
    const told = outline.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' ? block.tellers.map(({ id }) => id) : [])),
    )
    expect(Object.keys(readings).sort()).toEqual(told.sort())
  })

  test('says nothing that is false', () => {
    fc.assert(
      fc.property(randomCases, (asked) => {
        const one = within(asked)
        for (const { id, said, claims } of sentencesOf(reported(asked))) {
          const reader = new Reader(plain(said.zh))
          readings[id]?.(reader, new Raw(one), one)
          reader.end()
          expect(claims.length, id).toBeGreaterThan(0)
        }
      }),
      { numRuns },
    )
  }, 600_000)

  test('tells of the work that there was, and of no other', () => {
    fc.assert(
      fc.property(randomCases, (asked) => {
        const told = sentencesOf(reported(asked)).map(({ id }) => id)
        const expected = expectedOfWork(within(asked))
        // What a register of lasting things or a snapshot tells is read by its own sentence.
        const others = ['opening.platform', 'opening.managers']
        expect(told.filter((id) => id in readingsOfWork && !others.includes(id)).sort()).toEqual(
          expected.sort(),
        )
      }),
      { numRuns },
    )
  }, 600_000)

  test('binds every digit to the figure that it prints, in both languages', () => {
    fc.assert(
      fc.property(randomCases, (asked) => {
        const one = within(asked)
        for (const said of everySaid(reported(asked))) {
          expectBound(said.zh, 'zh')
          expectBound(said.en, 'en')
          expectCounted(one, said.zh)
          expect(meaning(said.en), `${plain(said.zh)} | ${plain(said.en)}`).toEqual(meaning(said.zh))
          expect(plain(said.en)).not.toMatch(/\p{Script=Han}| {2}|undefined|null| [,.;]/u)
          expect(plain(said.zh)).not.toMatch(/，，|；；|，。|undefined|null| {2}/)
        }
      }),
      { numRuns },
    )
  }, 600_000)

  test('notes where printed parts miss their whole, and nowhere else', () => {
    fc.assert(
      fc.property(randomCases, (asked) => {
        const one = within(asked)
        const raw = new Raw(one)
        fc.pre(raw.turnover() > 0n)
        const notes = reported(asked).chapters.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.kind === 'note' ? [[block.id, plain(block.said.zh)] as const] : [],
          ),
        )
        const told = new Map(notes)
        for (const table of notedTables(one.unit)) readNote(table, told.get(`rounding-${table}`) ?? null, raw)
      }),
      { numRuns },
    )
  }, 600_000)

  test('numbers its tables and figures from 1, and shows a unit nothing of the others', () => {
    fc.assert(
      fc.property(randomCases, (one) => {
        const { chapters } = reported(one)
        for (const kind of ['table', 'figure'] as const) {
          const numbers = chapters.flatMap(({ blocks }) =>
            blocks.flatMap((block) => (block.kind === kind ? block.number : [])),
          )
          expect(numbers).toEqual(numbers.map((_, index) => index + 1))
        }
        const known = tablesOfView(one.unit).map(({ id }) => id)
        for (const block of chapters.flatMap(({ blocks }) => blocks)) {
          if ('table' in block) expect(known).toContain(block.table)
          if (block.kind === 'heading') expect(one.unit).toBeNull()
        }
      }),
      { numRuns: 50 },
    )
  })
})
