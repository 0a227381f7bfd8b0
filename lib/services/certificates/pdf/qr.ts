import 'server-only'
import encodeQR from 'qr'
import { content, element } from '../../report/forms/pdf/tagged'
import type { Sheet } from './sheet'

/** A QR code (ISO/IEC 18004) in squares of ink, its quiet zone of four modules within `size`. */
export function drawQr(
  sheet: Sheet,
  { text, alt, x, y, size }: { text: string; alt: string; x: number; y: number; size: number },
): void {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const side = size / modules.length
  const figure = element(sheet.doc, sheet.root, 'Figure', { alt })
  content(sheet.doc, figure, 'Figure', sheet.page, () => {
    sheet.doc.fillColor('#000000')
    modules.forEach((row, down) => {
      for (let across = 0; across < row.length; across += 1) {
        if (!row[across]) continue
        const from = across
        while (row[across + 1]) across += 1
        sheet.doc.rect(x + from * side, y + down * side, (across - from + 1) * side, side)
      }
    })
    sheet.doc.fill()
  })
  figure.end()
}
