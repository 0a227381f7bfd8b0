import { describe, expect, it } from 'vitest'
import { certificatePaper, listPaper } from '@/lib/domain/certificate/paper'
import { someFacts } from '@/lib/domain/certificate/testing/facts'
import { pictureOf, scan } from '@/lib/testing/scan'
import { ofRole, readPdf } from '../../report/forms/testing/read-pdf'
import { pdfOf } from './pdf'

const bearing = { number: '2026660008000001', code: '7K2QM0XV9D', origin: 'https://jishi.example.gov.cn' }
const bare = (text: string) => text.replace(/\s/g, '')
const many = Array.from(
  { length: 10 },
  (_, at) =>
    `新疆生产建设兵团第${at + 1}师农业科学研究所与其下属的节水灌溉装备工程技术研究中心有限责任公司（示例）`,
)

describe('a certificate as PDF', { timeout: 60_000 }, () => {
  it.each([
    ['R2000', 'zh-CN'],
    ['R2026', 'zh-CN'],
    ['R2026', 'en'],
  ] as const)('says all that the paper says, by %s in %s, on one tagged page', async (ruleSet, language) => {
    const paper = certificatePaper(someFacts({ ruleSet }), bearing, language)
    const bytes = await pdfOf([paper])
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toBe(1)
    expect(pdf.title).toBe(`${paper.title} ${paper.number}`)
    expect(ofRole(pdf.elements, 'H1').map(({ text }) => text)).toEqual([bare(paper.title)])
    expect(
      ofRole(pdf.elements, 'TR').map(({ children }) => children.map(({ role, text }) => [role, text])),
    ).toEqual(
      paper.rows.map(({ label, values }) => [
        ['TH', bare(label)],
        ['TD', bare(values.join(''))],
      ]),
    )
    const whole = pdf.elements.map(({ text }) => text).join('')
    for (const text of [paper.intro, paper.code, paper.office, paper.day, paper.address])
      expect(whole).toContain(bare(text))
    expect(ofRole(pdf.elements, 'Figure').map(({ alt }) => alt)).toEqual([
      expect.stringContaining(paper.code),
    ])
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toContain(`/Lang (${language})`)
    expect(raw.match(/\/FontFile2 /g)?.length).toBe(3)
  })

  it('is read by a camera off the printed page, at the resolution of a screen too', async () => {
    const paper = certificatePaper(someFacts({}), bearing, 'zh-CN')
    const bytes = await pdfOf([paper])
    for (const dpi of [96, 200]) expect(await scan(await pictureOf(bytes, 1, dpi))).toEqual([paper.link])
  })

  it('goes on overleaf with many parties of long names, and prints characters that no font has', async () => {
    const facts = someFacts({ sellers: many, buyers: many, name: `${'超长合同名称'.repeat(33)}𠮷` })
    const paper = certificatePaper(facts, bearing, 'zh-CN')
    const bytes = await pdfOf([paper])
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toBe(2)
    const whole = pdf.elements.map(({ text }) => text).join('')
    for (const name of many) expect(whole.split(bare(name)).length).toBe(3)
    expect(whole).toContain('〓〔U+20BB7〕')
    expect(await scan(await pictureOf(bytes, 2))).toEqual([paper.link])
  })

  it('is made of the same bytes again, and of others where one fact differs', async () => {
    const make = (changes: Parameters<typeof someFacts>[0]) =>
      pdfOf([certificatePaper(someFacts(changes), bearing, 'zh-CN')])
    const [first, again, other] = await Promise.all([make({}), make({}), make({ technology: '1230000.51' })])
    expect(Buffer.compare(first, again)).toBe(0)
    expect(Buffer.compare(first, other)).not.toBe(0)
  })

  it('makes one file of many, each from a new page on', async () => {
    const numbers = ['2026660008000001', '2026660008000002', '2026660008000003']
    const papers = numbers.map((number) =>
      certificatePaper(someFacts({ number }), { ...bearing, number }, 'zh-CN'),
    )
    const bytes = await pdfOf(papers)
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toBe(3)
    for (const [at, paper] of papers.entries())
      expect(await scan(await pictureOf(bytes, at + 1))).toEqual([paper.link])
  })
})

describe('a list as PDF', { timeout: 60_000 }, () => {
  it('says every row and its sums, over as many pages as it takes', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      someFacts({ number: `2026660008${String(at + 1).padStart(6, '0')}`, version: at === 3 ? 2 : 1 }),
    )
    const scope = [{ label: { zh: '登记单位', en: 'Unit' }, value: { zh: '八师', en: '8th Division' } }]
    const paper = listPaper(
      { madeOn: '2026-12-09', unit: null, scope, rows },
      { ...bearing, number: 'QD2026000001' },
      'zh-CN',
    )
    const bytes = await pdfOf([paper])
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toBeGreaterThan(2)
    const read = ofRole(pdf.elements, 'TR').filter(({ text }) => text !== '')
    expect(read.map(({ children }) => children.map(({ text }) => text))).toEqual([
      paper.heads.map(bare),
      ...paper.rows.map((row) => row.map(bare)),
      ['', '', paper.sums[0], '', '', paper.sums[1], paper.sums[2], ''],
    ])
    const whole = pdf.elements.map(({ text }) => text).join('')
    for (const { value } of paper.capitals) expect(whole).toContain(value)
    expect(whole).toContain('范围：登记单位：八师')
    expect(await scan(await pictureOf(bytes, pdf.pages))).toEqual([paper.link])
  })
})
