/** A piece of text on a page, in points from the lower left corner. */
export interface Placed {
  text: string
  x: number
  y: number
  size?: number
}

/** A PDF whose font is not embedded, as Chinese office programs made them for years: its text is by a named encoding. */
export function pdfFile(pages: readonly (readonly Placed[])[], trailer = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ')}]/Count ${pages.length}/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ]
  for (const page of pages) {
    objects.push(`<</Type/Page/Parent 2 0 R/Contents ${objects.length + 2} 0 R>>`)
    const text = page.map(drawn).join('\n')
    objects.push(`<</Length ${text.length}>>stream\n${text}\nendstream`)
  }
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}

function drawn({ text, x, y, size = 12 }: Placed): string {
  const hex = [...text].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`
}

/** In points, of text in that font. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 128 ? size / 2 : size), 0)

/**
 * Sets text as a page of an office does: paragraphs indented and broken into lines, cells of tables centred between
 * their columns; with page numbers.
 */
export function setPages(
  blocks: readonly ({ text: string; rows?: undefined } | { rows: readonly (readonly string[])[] })[],
): Placed[][] {
  const pages: Placed[][] = [[]]
  const [left, right, size] = [80, 515, 12]
  let y = 770
  const down = (by: number) => {
    y -= by
    if (y >= 80) return
    pages.at(-1)?.push({ text: `- ${pages.length} -`, x: 285, y: 40, size: 10 })
    pages.push([])
    y = 770
  }
  const put = (text: string, x: number) => pages.at(-1)?.push({ text, x, y, size })
  for (const block of blocks) {
    if (block.rows) {
      const count = Math.max(...block.rows.map(({ length }) => length))
      const width = (right - left) / count
      for (const row of block.rows) {
        down(22)
        const fit = Math.min(9, ...row.map((text) => (9 * (width - 10)) / Math.max(widthOf(text, 9), 1)))
        for (const [at, text] of row.entries())
          if (text !== '')
            pages.at(-1)?.push({
              text,
              x: left + width * (at + 0.5) - widthOf(text, fit) / 2,
              y,
              size: fit,
            })
      }
      down(8)
      continue
    }
    let line = ''
    let x = left + 2 * size
    for (const letter of block.text) {
      if (x + widthOf(line + letter, size) > right && !/[，。；、：）%]/.test(letter)) {
        down(22)
        put(line, x)
        line = ''
        x = left
      }
      line += letter
    }
    down(22)
    put(line, x)
  }
  return pages
}
