/** A small, deterministic PDF of one page in a standard Chinese font that readers bring along. Latin is half as wide. */
export function contractPdf(title: string, lines: readonly string[]): Uint8Array {
  const wrapped = lines.flatMap((line) => wrap(line, 38))
  const text = [
    'BT /F1 16 Tf 72 770 Td',
    show(title),
    '/F1 11 Tf 0 -36 Td',
    ...wrapped.flatMap((line) => [show(line), '0 -20 Td']),
    'ET',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  return new TextEncoder().encode(assemble(objects))
}

/** Text in UCS-2 hex, as the UniGB-UCS2-H encoding reads it; what lies beyond has its printer's mark instead. */
const show = (text: string) =>
  `<${[...text].map((one) => (one.length === 1 ? one : '〓').charCodeAt(0).toString(16).padStart(4, '0')).join('')}> Tj`

function wrap(line: string, most: number): string[] {
  const parts: string[] = []
  const letters = [...line]
  for (let from = 0; from < letters.length; from += most)
    parts.push(letters.slice(from, from + most).join(''))
  return parts
}

function assemble(objects: readonly string[]): string {
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return `${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
}
