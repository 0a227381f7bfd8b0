import 'server-only'
import type { ListPaper } from '@/lib/domain/certificate/paper'
import { paperWords } from '@/lib/domain/certificate/wording'
import { say } from '@/lib/domain/words'
import type { Line } from '../../report/forms/pdf/lines'
import { artifact, type Element, element, tableAttributes } from '../../report/forms/pdf/tagged'
import { drawFoot, small, text } from './foot'
import type { Look, Sheet } from './sheet'

const title: Look = { face: 'title', size: 20, line: 32 }
const cell: Look = { face: 'serif', size: 9, line: 12.5 }
const head: Look = { face: 'sans', size: 9, line: 12.5 }
const PAD = 3
const GAP = 4

/** Shares of the width: number in the list, registration number, contract, seller, buyer, both turnovers, day. */
const shares = [0.045, 0.135, 0.22, 0.155, 0.155, 0.105, 0.105, 0.08] as const
const numeric: ReadonlySet<number> = new Set([5, 6])

/** A list of contracts on its pages, the head of its table on each. */
export function drawList(sheet: Sheet, paper: ListPaper): void {
  const { language } = paper
  sheet.paragraph('H1', paper.title, title, { center: true })
  if (paper.remark) sheet.paragraph('P', paper.remark, small, { center: true })
  sheet.paragraph('P', paper.number, small, { center: true })
  sheet.y += 6
  sheet.paragraph('P', paper.intro, { ...text, size: 11, line: 18 }, { indent: language === 'en' ? 0 : 22 })
  const colon = language === 'en' ? ': ' : '：'
  sheet.paragraph('P', say(paperWords.scope, language) + colon + paper.scope, small)
  sheet.y += 6
  drawTable(sheet, paper)
  sheet.y += 4
  for (const { label, value } of paper.capitals) sheet.paragraph('P', label + colon + value, small)
  drawFoot(sheet, paper)
}

function drawTable(sheet: Sheet, { heads, rows, sums }: ListPaper): void {
  const { doc, left, width } = sheet
  const widths = shares.map((share) => share * width)
  const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, one) => sum + one, 0))
  const roomOf = (at: number) => (widths[at] ?? 0) - 2 * GAP
  const table = element(doc, sheet.root, 'Table')
  const set = (cells: readonly string[], look: Look) =>
    cells.map((one, at) => sheet.lines(one, look, roomOf(at)))
  const heightOf = (set: readonly (readonly unknown[])[], look: Look) =>
    Math.max(...set.map((lines) => lines.length), 1) * look.line + 2 * PAD
  const headSet = set(heads, head)
  /** Numbers stand right. */
  const shiftOf = ({ tokens }: Line, at: number) =>
    numeric.has(at) ? roomOf(at) - tokens.reduce((sum, token) => sum + token.width, 0) : 0
  const sumCells = ['', '', sums[0], '', '', sums[1], sums[2], '']

  drawRow(heads, head, 'TH')
  const sumHeight = heightOf(set(sumCells, head), head)
  rows.forEach((row, at) => {
    // The sums don't stand on a page without a row; a repeated head says nothing new.
    const below = at === rows.length - 1 ? sumHeight : 0
    if (sheet.need(heightOf(set(row, cell), cell) + below)) drawHeadAgain()
    drawRow(row, cell, 'TD')
  })
  drawRow(sumCells, head, 'TD')
  table.end()

  function drawRow(cells: readonly string[], look: Look, tag: 'TH' | 'TD') {
    const lines = set(cells, look)
    const height = heightOf(lines, look)
    const row = element(doc, table, 'TR')
    lines.forEach((own, at) => {
      const box: Element = element(doc, row, tag)
      if (tag === 'TH') tableAttributes(box, { Scope: 'Column' })
      own.forEach((line, down) => {
        const x = (starts[at] ?? 0) + GAP + shiftOf(line, at)
        sheet.write(box, line, look, x, sheet.y + PAD + down * look.line, roomOf(at))
      })
      box.end()
    })
    row.end()
    drawRules(height)
  }

  function drawHeadAgain() {
    const height = heightOf(headSet, head)
    artifact(doc, sheet.page, () => {
      headSet.forEach((lines, at) => {
        lines.forEach((line, down) => {
          doc.font(head.face).fontSize(head.size).fillColor('#000000')
          doc.text(
            line.tokens.map(({ text }) => text).join(''),
            (starts[at] ?? 0) + GAP + shiftOf(line, at),
            sheet.y + PAD + down * head.line,
            { lineBreak: false },
          )
        })
      })
    })
    drawRules(height)
  }

  function drawRules(height: number) {
    const bottom = sheet.y + height
    for (const y of [sheet.y, bottom]) sheet.rule([left, y], [left + width, y])
    for (const x of [...starts, left + width]) sheet.rule([x, sheet.y], [x, bottom])
    sheet.y = bottom
  }
}
