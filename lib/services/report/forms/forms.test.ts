import { beforeAll, describe, expect, it } from 'vitest'
import { edited } from '@/lib/domain/report/manuscript/edited'
import { blankManuscript, chapterKey } from '@/lib/domain/report/manuscript/model'
import type { Block } from '@/lib/domain/report/model'
import { plain, type Said } from '@/lib/domain/report/spans'
import type { Row } from '@/lib/domain/statistics/compute'
import { measures } from '@/lib/domain/statistics/measures'
import { shownFigure } from '@/lib/domain/statistics/shown'
import { published } from '@/lib/domain/statistics/testing/published-years'
import type { ReadReport } from '../read-report'
import { type Edition, type ReportForm, renderReport } from './render'
import { readExcel } from './testing/read-excel'
import { readOf } from './testing/read-of'
import { ofRole, type ReadPdf, readPdf } from './testing/read-pdf'
import { faultsOf, type ReadWord, readWord } from './testing/read-word'

const base = { ...published, unit: null, before: [], audits: { campaigns: 1, corrected: 12, revoked: 2 } }
/** Without white space, and with the quotes that English has in PDF. */
const bare = (text: string): string => text.replace(/\s/g, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

type Side = keyof Said
const blocksOf = ({ chapters }: ReadReport): Block[] => chapters.flatMap(({ blocks }) => [...blocks])

/** Everything that a report says in words, from the model alone. */
const toldIn = (read: ReadReport, side: Side): string[] =>
  blocksOf(read).flatMap((block) => {
    if (block.kind === 'paragraph') {
      return [block.sentences.map(({ said }) => plain(said[side])).join(side === 'en' ? ' ' : '')]
    }
    return block.kind === 'note' || block.kind === 'own' ? [plain(block.said[side])] : []
  })

const tableOf = (read: ReadReport, id: string) => {
  const found = read.tables.find(({ spec }) => spec.id === id)
  if (!found || !('table' in found)) throw new Error(id)
  return found
}

/** The printed cells of the report's tables, row by row; of the small bands one shared cell. */
function cellsOf(read: ReadReport, side: Side): string[][][] {
  return blocksOf(read).flatMap((block) => {
    if (block.kind !== 'table') return []
    const { spec, table } = tableOf(read, block.table)
    const line = ({ words, cells }: Row) => [
      words[side],
      ...spec.measures.map((name) => {
        const cell = cells[name]
        return (cell && shownFigure(cell, measures[name].unit)) ?? '—'
      }),
    ]
    const groups = block.table === 'bands' ? [] : table.groups
    return [[...table.rows, ...groups, ...(table.total ? [table.total] : [])].map(line)]
  })
}

const numbersIn = (text: string): string[] => text.match(/[−-]?\d[\d,]*(?:\.\d+)?%?/g) ?? []

function expectWordTells(word: ReadWord, read: ReadReport, side: Side): void {
  const told = word.paragraphs
    .filter(({ style }) => style === 'BodyText' || style === 'Note')
    .map(({ text }) => text)
  const expected = toldIn(read, side)
  const found = told.filter((text) => expected.includes(text))
  expect(found).toEqual(expected)
  for (const [at, rows] of cellsOf(read, side).entries()) {
    const [, ...body] = word.tables[at] ?? []
    expect(body.length).toBe(rows.length)
    body.forEach((cells, row) => {
      cells.forEach(({ text, merge }, column) => {
        if (merge === null) expect(text).toBe(rows[row]?.[column])
      })
    })
  }
}

function expectPdfTells(pdf: ReadPdf, read: ReadReport, side: Side): void {
  const whole = bare(pdf.elements.map(({ text }) => text).join(''))
  let at = 0
  for (const text of toldIn(read, side).map(bare)) {
    const next = whole.indexOf(text, at)
    expect(next, text).toBeGreaterThanOrEqual(at)
    at = next + text.length
  }
  // A table over two pages is read on both, its rows empty where they don't stand.
  const body = ofRole(pdf.elements, 'TR')
    .filter(({ text, children }) => text && children.some(({ role }) => role === 'TD'))
    .map(({ children }) => children.map((cell) => bare(cell.text)))
  const expected = cellsOf(read, side)
    .flat()
    .map((cells) => cells.map(bare))
  expect(body.length).toBe(expected.length)
  body.forEach((cells, row) => {
    const texts = expected[row] ?? []
    const next = body[row + 1]
    const shared = cells.length < texts.length || (next && next.length < (expected[row + 1]?.length ?? 0))
    const own = shared ? texts.slice(0, -1) : texts
    expect(cells.slice(0, own.length)).toEqual(own)
  })
}

describe('the report of the published year', () => {
  const read = readOf(base)
  const made = {} as Record<ReportForm, Uint8Array>
  let pdf: ReadPdf
  beforeAll(async () => {
    for (const form of ['docx', 'pdf', 'xlsx'] as const) made[form] = await renderReport(read, form, 'zh-CN')
    pdf = await readPdf(made.pdf)
  }, 120_000)

  it('says in Word what the model says, every number and every cell', () => {
    expectWordTells(readWord(made.docx), read, 'zh')
  })

  it('says it in PDF too', () => {
    expectPdfTells(pdf, read, 'zh')
  })

  it('prints the same numbers in Word and PDF, in the same order', () => {
    const word = readWord(made.docx)
    const inWord = word.paragraphs.filter(({ style }) => style === 'BodyText').map(({ text }) => bare(text))
    const inPdf = pdf.elements
      .filter(({ role }) => role === 'P')
      .map(({ text }) => bare(text))
      .join('')
    for (const text of inWord) expect(inPdf).toContain(text)
    expect(inWord.flatMap(numbersIn).length).toBeGreaterThan(80)
    expect(inWord.join('')).toContain('81,423.37')
  })

  it('shares one cell among the small bands, as printed', () => {
    const bands = readWord(made.docx).tables.at(-1)
    expect(bands?.slice(1, 5).map((cells) => cells.at(-1))).toEqual([
      { text: '0.83', merge: 'begins' },
      { text: '', merge: 'goes on' },
      { text: '', merge: 'goes on' },
      { text: '1.78', merge: null },
    ])
    const sheet = readExcel(made.xlsx).find(({ name }) => name.startsWith('表 3'))
    expect(sheet?.merges).toEqual(['E2:E4'])
  })

  it('holds the tables in Excel as numbers, without a formula', () => {
    const [first, ...sheets] = readExcel(made.xlsx)
    expect(first?.rows.flat()).toContain('兵团科技发展促进中心')
    expect(sheets.map(({ name }) => name)).toEqual(first?.rows.slice(5).flat())
    for (const { formulas } of sheets) expect(formulas).toBe(0)
    const { table } = tableOf(read, 'units')
    const units = sheets.find(({ name }) => name.startsWith('表 1'))
    expect(units?.rows[0]?.slice(0, 4)).toEqual([
      '单位',
      '合同数（项）',
      '2023 年成交额（万元）',
      '2024 年成交额（万元）',
    ])
    expect(units?.rows.length).toBe(table.rows.length + 2)
    const word = readWord(made.docx)
    word.tables[0]?.slice(1).forEach((cells, row) => {
      cells.forEach(({ text }, column) => {
        const value = units?.rows[row + 1]?.[column]
        if (typeof value === 'number') expect(value).toBe(Number(text.replaceAll(',', '').replace('−', '-')))
        else expect(value).toBe(text)
      })
    })
  })

  it('is made of the same bytes again', async () => {
    for (const form of ['xlsx', 'docx', 'pdf'] as const) {
      const again = await renderReport(readOf(base), form, 'zh-CN')
      expect(Buffer.compare(again, made[form]), form).toBe(0)
    }
  }, 120_000)

  it('is a sound Word file with styles, contents, numbers and words for its pictures', () => {
    const word = readWord(made.docx)
    expect(faultsOf(word)).toEqual([])
    const styles = new Set(word.paragraphs.map(({ style }) => style))
    for (const style of ['Title', 'Heading1', 'Heading2', 'Caption', 'BodyText', 'TOC1'])
      expect(styles).toContain(style)
    const body = word.part('word/document.xml')
    const headings = word.paragraphs.filter(({ style }) => /^Heading/.test(style)).map(({ text }) => text)
    const contents = word.paragraphs
      .filter(({ style }) => /^TOC/.test(style))
      .map(({ text }) => text.replace(/\d+$/, ''))
    expect(contents).toEqual(headings)
    expect(contents.length).toBe(10)
    expect(
      word.paragraphs.filter(({ style }) => /^TOC/.test(style)).every(({ text }) => /\d$/.test(text)),
    ).toBe(true)
    const captions = word.paragraphs
      .filter(({ style }) => style === 'Caption')
      .map(({ text }) => text.split('  ')[0])
    expect(captions.filter((text) => text?.startsWith('表'))).toEqual(['表 1', '表 2', '表 3'])
    expect(captions.filter((text) => text?.startsWith('图')).length).toBe(8)
    const statements = blocksOf(read).flatMap((block) =>
      block.kind === 'figure' ? [block.statement.zh] : [],
    )
    expect([...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, said]) => said)).toEqual(statements)
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(3)
    expect(body.match(/<w:cantSplit\/>/g)?.length).toBe(body.match(/<w:tr>|<w:tr /g)?.length)
    expect(word.part('word/styles.xml')).toContain('w:eastAsia="zh-CN"')
    expect(word.part('word/fontTable.xml')).toContain('FangSong')
    expect(word.part('docProps/core.xml')).toContain('2025-01-20T02:30:00Z')
  })

  it('has the same pages in both tables of contents', () => {
    const inWord = readWord(made.docx).paragraphs.filter(({ style }) => /^TOC/.test(style))
    expect(inWord.map(({ text }) => bare(text))).toEqual(ofRole(pdf.elements, 'TOCI').map(({ text }) => text))
  })

  it('is a tagged PDF with its fonts, its language and bookmarks', () => {
    const raw = Buffer.from(made.pdf).toString('latin1')
    for (const key of ['/StructTreeRoot', '/Lang (zh-CN)', '/MarkInfo', '/DisplayDocTitle true'])
      expect(raw).toContain(key)
    const fonts = raw.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? []
    expect(fonts.length).toBe(3)
    for (const font of fonts) expect(font).toContain('/FontFile2')
    expect(pdf.title).toBe('2024 年兵团技术市场统计年报')
    expect(ofRole(pdf.elements, 'Figure').map(({ alt }) => alt)).toEqual(
      blocksOf(read).flatMap((block) => (block.kind === 'figure' ? [block.statement.zh] : [])),
    )
    expect(ofRole(pdf.elements, 'H2').map(({ text }) => text)).toEqual(
      pdf.outline.map(({ title }) => bare(title)),
    )
    const contents = ofRole(pdf.elements, 'TOCI')
    const headings = [...ofRole(pdf.elements, 'H2'), ...ofRole(pdf.elements, 'H3')]
    for (const { text, page } of headings)
      expect(contents.map(({ text: entry }) => entry)).toContain(`${text}${page}`)
    expect(contents.length).toBe(headings.length)
  })
})

const made = async (read: ReadReport, side: Side, edition: Edition | null = null) => {
  const locale = side === 'en' ? 'en' : 'zh-CN'
  const word = readWord(await renderReport(read, 'docx', locale, edition))
  const pdf = await readPdf(await renderReport(read, 'pdf', locale, edition))
  expect(faultsOf(word)).toEqual([])
  expectWordTells(word, read, side)
  expectPdfTells(pdf, read, side)
  return { word, pdf, front: word.paragraphs.slice(0, 4).map(({ text }) => text) }
}

describe('other reports', () => {
  it('speak English, and name their edition', async () => {
    const edition = { number: 2, publishedAt: new Date('2025-03-01T01:00:00Z') }
    const { front, pdf } = await made(readOf(base), 'en', edition)
    expect(front[1]).toBe('Edition 2, published 1 March 2025')
    expect(pdf.elements.slice(0, 2).map(({ text }) => text)).toEqual(front.slice(0, 2).map(bare))
  }, 120_000)

  it('are of one unit', async () => {
    const { front } = await made(readOf({ ...base, unit: 'D08', before: null }), 'zh')
    expect(front[0]).toBe('2024 年八师技术市场统计年报')
  }, 120_000)

  it('are of an empty year', async () => {
    const { word } = await made(readOf({ ...base, now: [], earlier: [], elsewhere: [], audits: null }), 'zh')
    expect(word.tables).toEqual([])
  }, 120_000)

  it('are of a past moment of a year that runs', async () => {
    const asOf = new Date('2024-06-30T15:00:00Z')
    const running = {
      ...base,
      today: '2024-06-30',
      now: base.now.filter(({ month }) => month <= '06'),
      before: null,
      audits: null,
    }
    const { front } = await made(readOf(running, { asOf }), 'zh')
    expect(front[1]).toBe('草稿 按 2024 年 6 月 30 日 23:00:00（北京时间）时已知的情况统计')
  }, 120_000)

  it('number what is left gaplessly and alike in every form, when chapters and figures are left out', async () => {
    const whole = readOf(base)
    const hidden = [chapterKey('types'), 'figure-volume', 'volume.turnover', 'figure-areas', 'areas.shares']
    const manuscript = { ...blankManuscript, chapters: ['sizes'], hidden }
    const read = { ...whole, ...edited(whole, manuscript, () => null) }
    const { word, pdf } = await made(read, 'zh')
    const inWord = word.paragraphs
      .filter(({ style }) => style === 'Caption')
      .map(({ text }) => text.split('  ')[0] ?? '')
    const of = (kind: string) => inWord.filter((caption) => caption.startsWith(kind))
    expect(of('表')).toEqual(['表 1', '表 2'])
    expect(of('图')).toEqual(['图 1', '图 2', '图 3', '图 4', '图 5'])
    const inPdf = ofRole(pdf.elements, 'Caption').flatMap(({ text }) => /^[表图]\d/.exec(text) ?? [])
    expect(inPdf).toEqual(inWord.map(bare))
    const sheets = readExcel(await renderReport(read, 'xlsx', 'zh-CN')).slice(1)
    const onSheets = sheets.flatMap(({ name }) => name.match(/[表图] \d+/g) ?? [])
    expect(onSheets.toSorted()).toEqual(inWord.toSorted())
    const pointed = toldIn(read, 'zh').flatMap((text) => text.match(/[表图] \d+/g) ?? [])
    expect(pointed.length).toBeGreaterThan(4)
    for (const one of pointed) expect(inWord).toContain(one)
  }, 120_000)

  it('print what staff wrote, sources below it, and name characters that no font has', async () => {
    const read = readOf(base)
    const spans = [
      { kind: 'text', text: '发放手册 ' },
      { kind: 'sourced', text: '1,000', source: '培训总结' },
      { kind: 'text', text: ' 余份，𠮷。' },
    ] as const
    const [opening, next] = read.chapters
    if (!opening || !next) throw new Error('no chapters')
    const own: Block = { kind: 'own', id: 'own-1', said: { zh: spans, en: spans } }
    const changed = {
      ...read,
      chapters: [{ ...opening, blocks: [...opening.blocks, own] }, next],
    }
    const word = readWord(await renderReport(changed, 'docx', 'zh-CN'))
    expect(word.paragraphs.map(({ text }) => text)).toContain('发放手册 1,000 余份，𠮷。')
    expect(word.part('word/footnotes.xml')).toContain('培训总结')
    expect(faultsOf(word)).toEqual([])
    const pdf = await readPdf(await renderReport(changed, 'pdf', 'zh-CN'))
    const text = pdf.elements.map((one) => one.text).join('')
    expect(text).toContain('发放手册1,000[1]余份，〓〔U+20BB7〕。')
    expect(text).toContain('[1]培训总结')
  }, 120_000)
})
