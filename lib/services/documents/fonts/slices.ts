import { readFile } from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'

/** The families at hand, each a package of slices by range of characters. */
const families = {
  serif: 'noto-serif-sc',
  sans: 'noto-sans-sc',
} as const
export type Family = keyof typeof families

const folder = (family: Family) =>
  path.join(process.cwd(), 'node_modules/@fontsource-variable', families[family])

interface Slice {
  name: string
  ranges: readonly (readonly [from: number, to: number])[]
}

const known = new Map<Family, Promise<readonly Slice[]>>()

/** The slices of a family, read once. */
function slicesOf(family: Family): Promise<readonly Slice[]> {
  const found = known.get(family) ?? readSlices(family)
  known.set(family, found)
  return found
}

async function readSlices(family: Family): Promise<readonly Slice[]> {
  const text = await readFile(path.join(folder(family), 'unicode.json'), 'utf8')
  const listed = Object.entries(JSON.parse(text) as Record<string, string>)
  return listed.map(([key, ranges]) => ({
    name: key.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [from = 0, to = from] = range
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return [from, to] as const
    }),
  }))
}

/**
 * TrueType fonts that together hold the characters asked for, of one weight; characters of no slice are in none. The same
 * characters make the same fonts.
 */
export async function subsetsOf(
  family: Family,
  weight: number,
  characters: readonly string[],
): Promise<Buffer[]> {
  const slices = await slicesOf(family)
  const wanted = new Map<string, string>()
  for (const one of characters) {
    const code = one.codePointAt(0) ?? 0
    const slice = slices.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))
    if (slice) wanted.set(slice.name, (wanted.get(slice.name) ?? '') + one)
  }
  const sorted = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))
  return Promise.all(
    sorted.map(async ([name, text]) => {
      const file = path.join(folder(family), 'files', `${families[family]}-${name}-wght-normal.woff2`)
      return subsetFont(await readFile(file), text, {
        targetFormat: 'truetype',
        variationAxes: { wght: weight },
        // What is drawn glyph by glyph needs neither.
        keepFeatures: [],
        noHinting: true,
        dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vhea', 'vmtx', 'VORG'],
      })
    }),
  )
}
