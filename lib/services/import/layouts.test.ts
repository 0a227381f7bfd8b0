import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { codeWords, findCode } from '@/lib/domain/contract/code-lists'
import type { Content } from '@/lib/domain/contract/content'
import { differences } from '@/lib/domain/contract/diff'
import { moneyUnitOf, targetNamed } from '@/lib/domain/import/headings'
import { type Target, targets } from '@/lib/domain/import/targets'
import { FEN_PER_WAN, FEN_PER_YUAN } from '@/lib/domain/money'
import { judged } from '@/lib/testing/judged'
import { madeWorkbook } from '@/lib/testing/ooxml'
import { soundContent } from '@/lib/testing/sound-contract'
import { cellReference } from '../spreadsheet/xlsx-parts'

const home = mkdtempSync(join(tmpdir(), 'jishi-layouts-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A cell as somebody wrote it: `n` a number, `f` one that was computed, `d` a day as spreadsheets keep it. */
type Written = { t: string } | { n: string } | { f: string } | { d: number } | { b: boolean } | null

const must = ['name', 'seller.name', 'buyer.name', 'signDate']
const filled = targets.filter(
  (target) => valueIn(target, soundContent) !== undefined && !['parties', 'items'].includes(target.spec.kind),
)

function valueIn({ field, part }: Target, content: Content): unknown {
  if (field === undefined) return undefined
  return part === undefined ? content[field] : content[field as 'seller' | 'buyer']?.[part]
}

/** A heading that names the field, with what offices put around it, and for amounts what they are in. */
const headingFor = ({ key, headings, spec }: Target) =>
  fc
    .tuple(
      fc.constantFrom(
        ...headings.filter((one) => targetNamed(one)?.key === key && moneyUnitOf(one) === null),
      ),
      fc.constantFrom('', '*', ' ', '3.', '12、'),
      fc.constantFrom('', '（必填）', '：'),
      fc.constantFrom('yuan' as const, 'wan' as const),
      fc.boolean(),
    )
    .map(([name, before, after, money, brackets]) => {
      if (spec.kind !== 'money') return { heading: `${before}${name}${after}`, money: null }
      const unit = money === 'wan' ? '万元' : '元'
      return { heading: `${before}${name}${brackets ? `（${unit}）` : `(${unit})`}`, money }
    })

const serial = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

function dayForms(day: string): Written[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [String(Number(month)), String(Number(date))]
  const texts = [
    day,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}年${m}月${d}日`,
    `${year}${month}${date}`,
  ]
  return [
    { d: serial(day) },
    { n: String(serial(day)) },
    ...texts.map((t) => ({ t })),
    { t: `${day} 08:30:00` },
  ]
}

function moneyForms(fen: bigint, money: 'yuan' | 'wan'): Written[] {
  const per = money === 'wan' ? FEN_PER_WAN : FEN_PER_YUAN
  const places = money === 'wan' ? 6 : 2
  const decimals = String(fen % per)
    .padStart(places, '0')
    .replace(/0+$/, '')
  const plain = `${fen / per}${decimals && `.${decimals}`}`
  const grouped = plain.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
  const own = `${fen / FEN_PER_YUAN}.${String(fen % FEN_PER_YUAN).padStart(2, '0')}元`
  // Excel keeps fifteen digits of a number.
  const numbers = plain.length <= 15 ? [{ n: plain }, { f: plain }] : []
  return [{ t: plain }, { t: grouped }, { t: own }, { t: `￥${grouped}` }, ...numbers]
}

/** The ways a value is written by people and programs. */
function formsOf({ spec }: Target, value: unknown, money: 'yuan' | 'wan' | null): Written[] {
  switch (spec.kind) {
    case 'money':
      return moneyForms(value as bigint, money ?? 'yuan')
    case 'date':
      return dayForms(String(value))
    case 'flag':
      return value === true
        ? [{ b: true }, { t: '是' }, { t: 'Yes' }, { t: '√' }]
        : [{ b: false }, { t: '否' }, { t: 'no' }, { t: '无' }]
    case 'code': {
      const { zh, en } = codeWords(spec.list, String(value))
      const labels = [zh, en].filter((label) => findCode(spec.list, label)?.code === value)
      return [{ t: String(value) }, ...labels.map((t) => ({ t }))]
    }
    case 'codes':
      return ['、', ',', '；'].map((sign) => ({ t: (value as string[]).join(sign) }))
    default:
      return [{ t: String(value) }, { t: ` ${value} ` }]
  }
}

const fen = fc.bigInt(1n, 10n ** 12n)
const contents: fc.Arbitrary<Content> = fc
  .record({
    name: fc.integer({ min: 1, max: 99_999 }).map((n) => `第${n}号棉田节水灌溉技术研发`),
    turnover: fen,
    technology: fen,
    isRelated: fc.boolean(),
    subtype: fc.constantFrom('11', '12'),
    signDate: fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
    intellectualProperty: fc.constantFrom<string[]>(['1'], ['21', '1']),
  })
  .map((changes) => ({ ...soundContent, ...changes }))

interface Layout {
  format: 'xlsx' | 'csv'
  titles: number
  columns: { target: Target; heading: string; money: 'yuan' | 'wan' | null }[]
  contents: Content[]
  /** A way to write each cell, taken modulo the ways there are. */
  ways: number[]
  /** Rows that hold nothing, behind each row. */
  gaps: number[]
  /** Cells of the seller's column that say the same are merged. */
  merged: boolean
  spare: boolean
}

const layouts: fc.Arbitrary<Layout> = fc
  .tuple(
    fc.subarray(filled.filter(({ key }) => !must.includes(key))),
    fc.array(contents, { minLength: 1, maxLength: 4 }),
  )
  .chain(([others, given]) =>
    fc.record({
      format: fc.constantFrom('xlsx' as const, 'csv' as const),
      titles: fc.nat(3),
      columns: fc
        .shuffledSubarray([...filled.filter(({ key }) => must.includes(key)), ...others], {
          minLength: others.length + must.length,
        })
        .chain((order) =>
          fc.tuple(...order.map((target) => headingFor(target).map((said) => ({ target, ...said })))),
        ),
      contents: fc.constant(given),
      ways: fc.array(fc.nat(5039), { minLength: 8, maxLength: 8 }),
      gaps: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
      merged: fc.boolean(),
      spare: fc.boolean(),
    }),
  )

/** The lines of a sheet as they were laid out, each with its number. */
function linesOf({ titles, columns, contents: given, ways, gaps, spare, merged }: Layout) {
  const lines: { number: number; cells: Written[] }[] = []
  for (let at = 0; at < titles; at++) lines.push({ number: at + 1, cells: [{ t: `技术合同登记台账 ${at}` }] })
  const head: Written[] = columns.map(({ heading }) => ({ t: heading }))
  lines.push({ number: titles + 1, cells: spare ? [...head, { t: '经办人手机壳颜色' }] : head })
  let number = titles + 1
  for (const [row, content] of given.entries()) {
    number += 1 + (merged ? 0 : (gaps[row] ?? 0))
    lines.push({
      number,
      cells: columns.map(({ target, money }, column) => {
        const forms = formsOf(target, valueIn(target, content), money)
        return forms[(ways[(row * 3 + column) % ways.length] ?? 0) % forms.length] ?? null
      }),
    })
  }
  return lines
}

function workbookOf(layout: Layout): Uint8Array {
  const lines = linesOf(layout)
  const seller = layout.columns.findIndex(({ target }) => target.key === 'seller.name')
  const [first, last] = [layout.titles + 2, lines.at(-1)?.number ?? 0]
  const isMerged = layout.merged && last > first
  const data = lines.map(({ number, cells }) => {
    const inner = cells.map((cell, column) => {
      const r = cellReference(column, number)
      if (cell === null || (isMerged && column === seller && number > first)) return ''
      if ('t' in cell) return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${cell.t}</t></is></c>`
      if ('n' in cell) return `<c r="${r}"><v>${cell.n}</v></c>`
      if ('f' in cell) return `<c r="${r}"><f>1*${cell.f}</f><v>${cell.f}</v></c>`
      if ('d' in cell) return `<c r="${r}" s="1"><v>${cell.d}</v></c>`
      return `<c r="${r}" t="b"><v>${cell.b ? 1 : 0}</v></c>`
    })
    return `<row r="${number}">${inner.join('')}</row>`
  })
  const range = `${cellReference(seller, first)}:${cellReference(seller, last)}`
  return madeWorkbook(
    [
      {
        name: '台账',
        data: data.join(''),
        ...(isMerged && { after: `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>` }),
      },
      { name: '填表说明', state: 'hidden', data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
    ],
    { styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
  )
}

/** Everything as text, as a CSV file has it. */
function csvOf(layout: Layout): string {
  const lines: string[] = []
  for (const { number, cells } of linesOf(layout)) {
    while (lines.length < number - 1) lines.push('')
    const texts = cells.map((cell) => {
      if (cell === null) return ''
      if ('t' in cell) return cell.t
      if ('b' in cell) return cell.b ? 'TRUE' : 'FALSE'
      return String(Object.values(cell)[0])
    })
    lines.push(
      texts.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','),
    )
  }
  return lines.join('\r\n')
}

async function understoodAs(layout: Layout) {
  const path = join(home, 'layout')
  writeFileSync(path, layout.format === 'xlsx' ? workbookOf(layout) : csvOf(layout))
  return judged(path, 'draft')
}

describe('a sheet of any layout', () => {
  test('is understood as it was meant, cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, async (layout) => {
        const { rows, understood } = await understoodAs(layout)
        expect(understood.headingRow).toBe(layout.titles + 1)
        expect(
          understood.mapping.columns.map(({ column, target, money }) => [column, target, money ?? null]),
        ).toEqual(layout.columns.map(({ target, money }, column) => [column, target.key, money]))
        expect(rows).toHaveLength(layout.contents.length)
        for (const [at, { said }] of rows.entries()) {
          expect(differences(meant(layout, at), said).map(({ path }) => path)).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test('with amounts of no unit is asked about, never guessed at', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, async (layout) => {
        const unsaid = layout.columns.map((column) =>
          column.money ? { ...column, heading: column.target.label.zh } : column,
        )
        const { understood } = await understoodAs({ ...layout, columns: unsaid })
        const amounts = understood.mapping.columns.filter(({ target }) => /turnover|technology/.test(target))
        expect(amounts.map(({ money }) => money)).toEqual(amounts.map(() => undefined))
      }),
      { numRuns: 30 },
    )
  }, 30_000)
})

/** What a row says of the columns there are. */
function meant({ columns, contents: given }: Layout, at: number): Content {
  const content: Content = {}
  for (const { target } of columns) {
    const value = valueIn(target, given[at] ?? {})
    const { field, part } = target
    if (field === undefined) continue
    if (part === undefined) Object.assign(content, { [field]: value })
    else Object.assign(content, { [field]: { ...content[field as 'seller' | 'buyer'], [part]: value } })
  }
  return content
}
