import 'server-only'
import { paperWords } from '@/lib/domain/certificate/wording'
import { say } from '@/lib/domain/words'
import { element } from '../../report/forms/pdf/tagged'
import { drawQr } from './qr'
import type { Look, Sheet } from './sheet'

export const text: Look = { face: 'serif', size: 12, line: 20 }
export const small: Look = { face: 'serif', size: 9, line: 14 }
const SIDE = 100

interface Foot {
  language: 'zh-CN' | 'en'
  link: string
  address: string
  code: string
  number: string
  office: string
  day: string
}

/** What closes a paper, never torn apart: how to check it at the left, who made it and when at the right. */
export function drawFoot(sheet: Sheet, { language, link, address, code, number, office, day }: Foot): void {
  const right = sheet.left + sheet.width * 0.52
  const half = sheet.width * 0.48
  const signed = [
    ...sheet.lines(office, text, half),
    ...sheet.lines(say(paperWords.seal, language), text, half),
  ]
  const beside = sheet.width * 0.52 - SIDE - 14
  const check = sheet.lines(say(paperWords.check, language), small, beside)
  const where = sheet.lines(address, small, beside)
  const left = (check.length + where.length) * small.line + 2 * text.line
  sheet.need(Math.max(SIDE, left, (signed.length + 1) * text.line + 10) + 16)
  const top = sheet.y + 16
  drawQr(sheet, {
    text: link,
    alt: `${say(paperWords.code, language)} ${code}: ${address}`,
    x: sheet.left - 8,
    y: top - 8,
    size: SIDE,
  })
  const x = sheet.left + SIDE
  let y = top - 3
  const said = element(sheet.doc, sheet.root, 'P')
  const bold: Look = { ...text, face: 'sans' }
  for (const [lines, look] of [
    [sheet.lines(`${say(paperWords.code, language)} ${code}`, bold, beside), bold],
    [sheet.lines(number, small, beside), small],
    [check, small],
    [where, small],
  ] as const)
    for (const line of lines) {
      sheet.write(said, line, look, x, y, beside)
      y += look.line
    }
  said.end()
  const seal = element(sheet.doc, sheet.root, 'P')
  let at = top + 10
  for (const line of [...signed, ...sheet.lines(day, text, half)]) {
    sheet.write(seal, line, text, right, at, half, true)
    at += text.line
  }
  seal.end()
  sheet.y = Math.max(y, at, top + SIDE)
}
