import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberedHeadings } from '../headings'
import type { Block, Report } from '../model'
import { plain, type Said } from '../spans'
import { publishedReport as report } from '../testing/published-report'
import { randomCases } from '../testing/random-cases'
import { reported } from '../testing/reported'
import { addOwn, moveBlock, moveChapter, removeOwn, toggleHidden, trimmed } from './acts'
import { changesBetween } from './changes'
import { arranged, edited } from './edited'
import { merged } from './merge'
import { blankManuscript, chapterKey, type FigureSlot, type Manuscript, manuscriptSchema } from './model'
import type { Figures } from './slot'

const figures: Figures = () => null

const ids = ({ chapters }: Pick<Report, 'chapters'>): string[] =>
  chapters.flatMap(({ blocks }) => blocks.map(({ id }) => id))

const textsIn = (block: Block): Said[] => {
  if (block.kind === 'paragraph') return block.sentences.map(({ said }) => said)
  return block.kind === 'own' || block.kind === 'note' ? [block.said] : []
}

/** Every reference of the report leads to an exhibit of it, by the number that the exhibit bears. */
function expectReferencesHold({ chapters }: Report) {
  const blocks = chapters.flatMap((chapter) => chapter.blocks)
  const bears = new Map(
    blocks.flatMap((block) => ('number' in block ? [[block.id, block.number] as const] : [])),
  )
  for (const span of blocks.flatMap(textsIn).flatMap(({ zh, en }) => [...zh, ...en])) {
    if (span.kind === 'reference') expect(span.text).toMatch(new RegExp(` ${bears.get(span.to)}$`))
  }
  for (const kind of ['table', 'figure']) {
    const numbers = blocks
      .filter((block) => block.kind === kind)
      .map((block) => 'number' in block && block.number)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  }
}

/** No sentence goes on from one that isn't printed, and no note speaks of a table that isn't. */
function expectNothingLeansOnNothing({ chapters }: Report) {
  for (const { blocks } of chapters) {
    const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    const ids = sentences.map(({ id }) => id)
    for (const { id, after } of sentences) if (after) expect(ids.slice(0, ids.indexOf(id))).toContain(after)
    for (const block of blocks) {
      if (block.kind === 'note' && block.on?.printedIn === 'columns')
        expect(blocks).toContainEqual(expect.objectContaining({ kind: 'table', table: block.on.table }))
    }
  }
}

type Act = {
  act: 'add' | 'note' | 'hide' | 'leave' | 'up' | 'down' | 'chapter' | 'sentence' | 'remove'
  at: number
}
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    act: fc.constantFrom('add', 'note', 'hide', 'leave', 'up', 'down', 'chapter', 'sentence', 'remove'),
    at: fc.nat(1000),
  }),
  { maxLength: 14 },
)

/** What somebody did to a report, one act after the other. */
function worked(made: Report, all: readonly Act[], from = blankManuscript, name = 'a'): Manuscript {
  return all.reduce((manuscript, { act, at }, index) => {
    const chapters = arranged(made, manuscript, figures)
    const blocks = chapters.flatMap(({ id, blocks: placed }) =>
      placed.map(({ block }) => ({ chapter: id, block })),
    )
    const one = blocks[at % blocks.length]
    if (!one) return manuscript
    const sentences = blocks.flatMap(({ block }) => (block.kind === 'paragraph' ? block.sentences : []))
    switch (act) {
      case 'add':
      case 'note': {
        const id = `own-${name}${String(index).padStart(8, '0')}`
        const kind = act === 'note' ? 'note' : 'own'
        const added = addOwn(made, manuscript, { chapter: one.chapter, after: one.block.id, kind, id })
        return { ...added, own: added.own.map((own) => (own.id === id ? { ...own, zh: `甲${id}乙` } : own)) }
      }
      case 'hide':
        return toggleHidden(manuscript, one.block.id)
      case 'leave':
        return toggleHidden(manuscript, chapterKey(one.chapter))
      case 'sentence':
        return toggleHidden(manuscript, sentences[at % sentences.length]?.id ?? 'none')
      case 'remove':
        return removeOwn(manuscript, manuscript.own[at % manuscript.own.length]?.id ?? 'none')
      case 'chapter':
        return moveChapter(made, manuscript, one.chapter, at % 2 ? 1 : -1) ?? manuscript
      default:
        return moveBlock(made, manuscript, one.block.id, act === 'up' ? -1 : 1) ?? manuscript
    }
  }, from)
}

const numRuns = 25

describe('the report under a manuscript', () => {
  test('that is blank is the report itself', () => {
    fc.assert(
      fc.property(randomCases, (one) => {
        const made = reported(one)
        expect(edited(made, blankManuscript, figures)).toEqual(made)
      }),
      { numRuns },
    )
  })

  test('loses nothing, says nothing twice, and its references hold, in another year too', () => {
    fc.assert(
      fc.property(randomCases, randomCases, acts, (one, other, all) => {
        const manuscript = worked(reported(one), all)
        expect(manuscriptSchema.parse(manuscript)).toEqual(manuscript)
        for (const made of [reported(one), reported(other)]) {
          const read = edited(made, manuscript, figures)
          const placed = arranged(made, manuscript, figures).flatMap(({ blocks }) => blocks)
          const everything = [...ids(made), ...manuscript.own.map(({ id }) => id)].sort()
          expect(placed.map(({ block }) => block.id).sort()).toEqual(everything)
          const printed = ids(read)
          expect(new Set(printed).size).toBe(printed.length)
          for (const { block, hidden } of placed) {
            const leans = block.kind === 'heading' || block.kind === 'paragraph' || 'on' in block
            if (!hidden && !leans) expect(printed).toContain(block.id)
            if (hidden && block.kind === 'own') expect(printed).not.toContain(block.id)
          }
          expectReferencesHold(read)
          expectNothingLeansOnNothing(read)
        }
      }),
      { numRuns },
    )
  })

  test('keeps a paragraph whose chapter the year lacks', () => {
    const manuscript: Manuscript = {
      ...blankManuscript,
      order: { plans: ['gone', 'own-00000001'] },
      own: [{ id: 'own-00000001', chapter: 'plans', kind: 'own', zh: '甲', en: '', slots: {}, sources: [] }],
    }
    const empty = { ...report, chapters: report.chapters.filter(({ id }) => id !== 'plans') }
    const at = edited(empty, manuscript, figures).chapters.find(({ blocks }) =>
      blocks.some(({ id }) => id === 'own-00000001'),
    )
    expect(at?.id).toBe('types')
    expect(at?.blocks.at(-1)?.id).toBe('own-00000001')
  })

  test('prints a hidden figure as long as a printed sentence points at it', () => {
    const hidden = toggleHidden(blankManuscript, 'figure-types')
    expect(ids(edited(report, hidden, figures))).toContain('figure-types')
    const both = toggleHidden(hidden, 'types.leading')
    const read = edited(report, both, figures)
    expect(ids(read)).not.toContain('figure-types')
    expect(
      JSON.stringify(read, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('types.leading')
  })

  test('goes without what leans on something hidden: 其中…, and a note on rounding', () => {
    const told = (manuscript: Manuscript) =>
      JSON.stringify(
        edited(report, manuscript, figures).chapters.flatMap(({ blocks }) =>
          blocks.map((block) => [
            block.id,
            block.kind === 'paragraph' && block.sentences.map(({ id }) => id),
          ]),
        ),
      )
    expect(told(blankManuscript)).toMatch(/units\.fastest.*rounding-types/)
    expect(told(toggleHidden(blankManuscript, 'units.growing'))).not.toContain('units.fastest')
    const without = ['table-types', 'types.leading'].reduce(toggleHidden, blankManuscript)
    expect(told(without)).not.toContain('rounding-types')
  })

  test('leaves out a chapter, but for what others point at, and numbers the rest', () => {
    const read = edited(report, toggleHidden(blankManuscript, chapterKey('types')), figures)
    expect(read.chapters.map(({ id }) => id)).not.toContain('types')
    expect([...numberedHeadings(read.chapters).values()].map(({ zh }) => zh.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
      '七、',
    ])
    expectReferencesHold(read)
    const pointing = {
      id: 'own-00000001',
      chapter: 'opening',
      kind: 'own' as const,
      zh: '见{图}',
      en: '',
      slots: { 图: { kind: 'exhibit', to: 'figure-types' } as const },
      sources: [],
    }
    const pointed = edited(
      report,
      { ...blankManuscript, hidden: [chapterKey('types')], own: [pointing] },
      figures,
    )
    expect(pointed.chapters.find(({ id }) => id === 'types')?.blocks.map(({ id }) => id)).toEqual([
      'figure-types',
    ])
    expectReferencesHold(pointed)
  })

  test('says a slot, a source and the one language for the other', () => {
    const turnover: Figures = ({ wan }) => ({
      zh: [{ kind: 'text', text: wan ? '万' : '亿' }],
      en: [{ kind: 'text', text: 'X' }],
    })
    const slot = {
      kind: 'figure',
      table: 'headline',
      members: [] as string[],
      measure: 'turnover',
      wan: true,
    } satisfies FigureSlot
    const own = {
      id: 'own-00000001',
      chapter: 'opening',
      kind: 'note' as const,
      zh: '成交额{成交额}，\n培训 1,234 人次，见{图}，{不是槽}',
      en: '',
      slots: { 成交额: slot, 图: { kind: 'exhibit', to: 'figure-types' } as const },
      sources: [{ digits: '1234人次', source: '台账' }],
    }
    const said = edited(report, { ...blankManuscript, own: [own] }, turnover).chapters[0]?.blocks.at(-1)
    if (said?.kind !== 'note') throw new Error('no note')
    expect(plain(said.said.zh)).toMatch(/^注：成交额万，培训 1,234 人次，见图 \d，\{不是槽\}$/)
    expect(said.said.en).toEqual(said.said.zh)
    expect(said.said.zh).toContainEqual({ kind: 'sourced', text: '1,234 人次', source: '台账' })
  })

  test('forgets slots and sources that its texts no longer name', () => {
    const own = {
      id: 'own-00000001',
      chapter: 'opening',
      kind: 'own' as const,
      zh: '甲',
      en: '',
      slots: { 图: { kind: 'exhibit', to: 'figure-types' } as const },
      sources: [{ digits: '5', source: '台账' }],
    }
    expect(trimmed({ ...blankManuscript, own: [own] }).own).toEqual([{ ...own, slots: {}, sources: [] }])
  })
})

describe('two people', () => {
  const own = (manuscript: Manuscript) => manuscript.own.map(({ id }) => id)

  test('lose nothing of either', () => {
    fc.assert(
      fc.property(acts, acts, acts, (first, mine, theirs) => {
        const base = worked(report, first, blankManuscript, 'a')
        const [me, them] = [worked(report, mine, base, 'b'), worked(report, theirs, base, 'c')]
        let count = 0
        const both = merged(base, me, them, () => `own-d${String(++count).padStart(8, '0')}`)
        expect(manuscriptSchema.parse(both)).toEqual(both)
        for (const one of [me, them]) {
          const added = own(one).filter((id) => !own(base).includes(id))
          expect(own(both)).toEqual(expect.arrayContaining(added))
          const hidden = one.hidden.filter((id) => !base.hidden.includes(id))
          expect(both.hidden).toEqual(expect.arrayContaining(hidden))
        }
        const alone = merged(base, me, base, () => 'x')
        // What is hidden is a set: who hid it first does not matter.
        const sets = { own: expect.arrayContaining(me.own), hidden: me.hidden.toSorted() }
        expect({ ...alone, hidden: alone.hidden.toSorted() }).toEqual({ ...me, ...sets })
      }),
      { numRuns },
    )
  })

  test('at the same paragraph leave both', () => {
    const base = worked(report, [{ act: 'add', at: 0 }])
    const write = (zh: string): Manuscript => ({ ...base, own: base.own.map((one) => ({ ...one, zh })) })
    const both = merged(base, write('我的'), write('别人的'), () => 'own-dddddddd')
    expect(both.own.map(({ zh }) => zh)).toEqual(['别人的', '我的'])
    const read = ids(edited(report, both, figures))
    expect(read.indexOf('own-dddddddd')).toBe(read.indexOf(base.own[0]?.id ?? '') + 1)
  })
})

describe('what a revision changed', () => {
  test('is told by meaning', () => {
    const one = worked(report, [{ act: 'add', at: 1 }])
    const id = one.own[0]?.id ?? ''
    expect(changesBetween(report, blankManuscript, one)).toEqual([
      { kind: 'added', what: 'own', id, text: `甲${id}乙` },
    ])
    const two = {
      ...one,
      own: one.own.map((own) => ({ ...own, zh: '改 5', sources: [{ digits: '5', source: '台账' }] })),
    }
    expect(changesBetween(report, one, two)).toEqual([
      { kind: 'rewritten', what: 'own', id, before: `甲${id}乙`, after: '改 5' },
      { kind: 'sourced', id, digits: '5', source: '台账' },
    ])
    const three = moveChapter(report, toggleHidden(two, 'figure-types'), 'types', -1) ?? two
    expect(changesBetween(report, two, three)).toEqual([
      { kind: 'hidden', id: 'figure-types' },
      { kind: 'chapters' },
    ])
    const four = moveBlock(report, three, 'table-types', -1) ?? three
    expect(changesBetween(report, three, four)).toEqual([{ kind: 'reordered', chapter: 'types' }])
    expect(changesBetween(report, four, { ...four, hidden: [], own: [] }).map(({ kind }) => kind)).toEqual([
      'removed',
      'shown',
    ])
  })
})
