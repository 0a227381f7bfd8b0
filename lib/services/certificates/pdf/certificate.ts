import 'server-only'
import type { CertificatePaper } from '@/lib/domain/certificate/paper'
import { paperWords } from '@/lib/domain/certificate/wording'
import { say } from '@/lib/domain/words'
import type { Line } from '../../report/forms/pdf/lines'
import { element, tableAttributes } from '../../report/forms/pdf/tagged'
import { drawFoot, small, text } from './foot'
import type { Look, Sheet } from './sheet'

const title: Look = { face: 'title', size: 24, line: 38 }
const labels: Look = { face: 'sans', size: 11, line: 17 }
const values: Look = { face: 'serif', size: 12, line: 17 }
const PAD = 3.5
const GAP = 7

/** One certificate on its pages. */
export function drawCertificate(sheet: Sheet, paper: CertificatePaper): void {
  const english = paper.language === 'en'
  sheet.y += 8
  sheet.paragraph('H1', paper.title, english ? { ...title, size: 17, line: 26 } : title, { center: true })
  if (paper.remark) sheet.paragraph('P', paper.remark, small, { center: true })
  sheet.y += 10
  // English says the same in more letters.
  sheet.paragraph('P', paper.intro, english ? { ...text, size: 11, line: 16 } : text, {
    indent: english ? 0 : 24,
  })
  sheet.y += 8
  drawRows(sheet, paper.rows, english ? 0.88 : 1)
  sheet.y += 8
  sheet.need(text.line)
  sheet.paragraph('P', say(paperWords.closing, paper.language), text, { indent: english ? 0 : 24 })
  drawFoot(sheet, paper)
}

const scaled = ({ face, size, line }: Look, by: number): Look => ({ face, size: size * by, line: line * by })

/** A ruled table of two columns; a row that does not fit goes on overleaf, line by line. */
function drawRows(sheet: Sheet, rows: CertificatePaper['rows'], scale: number): void {
  const [label, value] = [scaled(labels, scale), scaled(values, scale)]
  const { doc, left, width } = sheet
  const head = 118
  const table = element(doc, sheet.root, 'Table')
  for (const row of rows) {
    const own = element(doc, table, 'TR')
    const th = element(doc, own, 'TH')
    tableAttributes(th, { Scope: 'Row' })
    const td = element(doc, own, 'TD')
    const names = sheet.lines(row.label, label, head - 2 * GAP)
    const said = row.values.flatMap((one) => sheet.lines(one, value, width - head - 2 * GAP))
    const count = Math.max(names.length, said.length, 1)
    for (let from = 0; from < count; ) {
      const left = () => Math.floor((sheet.bottom - sheet.y - 2 * PAD) / value.line)
      if (left() < Math.min(count - from, 2)) sheet.turn()
      const many = Math.min(count - from, left())
      drawPart(from, many)
      from += many
    }
    for (const one of [th, td, own]) one.end()

    function drawPart(from: number, many: number) {
      const top = sheet.y
      const height = many * value.line + 2 * PAD
      const centred = from === 0 && names.length < many ? ((many - names.length) * value.line) / 2 : 0
      const put = (
        of: typeof th,
        line: Line | undefined,
        look: Look,
        x: number,
        at: number,
        room: number,
      ) => {
        if (line) sheet.write(of, line, look, x, top + PAD + at, room)
      }
      for (let at = 0; at < many; at += 1) {
        put(th, names[from + at], label, left + GAP, at * value.line + centred, head - 2 * GAP)
        put(td, said[from + at], value, left + head + GAP, at * value.line, width - head - 2 * GAP)
      }
      const [right, bottom] = [left + width, top + height]
      for (const y of [top, bottom]) sheet.rule([left, y], [right, y])
      for (const x of [left, left + head, right]) sheet.rule([x, top], [x, bottom])
      sheet.y = bottom
    }
  }
  table.end()
}
