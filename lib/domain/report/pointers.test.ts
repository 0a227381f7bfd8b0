import { describe, expect, test } from 'vitest'
import type { Block, Chapter } from './model'
import { danglingPointers } from './pointers'
import { publishedReport as report } from './testing/published-report'

/** The report with a paragraph of the staff's at the end of a chapter, or before all its blocks. */
const withOwn = (chapter: string, zh: string, at: 'first' | 'last' = 'last'): Chapter[] =>
  report.chapters.map((one) => {
    const own: Block = { kind: 'own', id: 'own-1', said: { zh: [{ kind: 'text', text: zh }], en: [] } }
    if (one.id !== chapter) return one
    return { ...one, blocks: at === 'first' ? [own, ...one.blocks] : [...one.blocks, own] }
  })

const found = (chapters: readonly Chapter[]) => danglingPointers(chapters).map(({ words }) => words)

describe('words that point at tables and figures', () => {
  test('by number are found where nothing bears it', () => {
    expect(found(withOwn('types', '详见表 2 和图 8。'))).toEqual([])
    expect(found(withOwn('types', '详见表 4、图9。'))).toEqual(['表 4', '图9'])
    expect(found(withOwn('types', 'See Table 3 and figure 12.'))).toEqual(['figure 12'])
  })

  test('by place are found where their chapter has none there', () => {
    expect(found(withOwn('types', '由上表可见，下图所示。'))).toEqual(['下图'])
    expect(found(withOwn('types', '由上表可见，下图所示。', 'first'))).toEqual(['上表'])
    expect(found(withOwn('plans', '（见上表）'))).toEqual(['上表'])
    expect(found(withOwn('plans', 'the figure above, the following table'))).toEqual(['following table'])
  })

  test.each([
    '以上表明需求旺盛。',
    '会上表扬了三师。',
    '网上图书',
    '发放图表 20 套。',
    '代表 30 人',
    '，上表示范',
  ])('%s points at nothing', (text) => expect(found(withOwn('opening', text))).toEqual([]))

  test('never in what the register tells', () => expect(found(report.chapters)).toEqual([]))
})
