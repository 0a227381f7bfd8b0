import { strFromU8, unzipSync } from 'fflate'

export interface ReadSheet {
  name: string
  rows: (string | number | null)[][]
  merges: string[]
  formulas: number
}

/** The sheets of a workbook, read from its XML alone. */
export function readExcel(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name)
  return names.map((name, index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`)
    const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => {
      const cells: (string | number | null)[] = []
      for (const [, column = '', inner = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
        const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
        while (cells.length < at) cells.push(null)
        const number = /<v>([^<]*)<\/v>/.exec(inner)?.[1]
        cells.push(number === undefined ? (/<t[^>]*>([^<]*)<\/t>/.exec(inner)?.[1] ?? '') : Number(number))
      }
      return cells
    })
    return {
      name,
      rows,
      merges: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, ref = '']) => ref),
      formulas: xml.split('<f>').length - 1,
    }
  })
}
