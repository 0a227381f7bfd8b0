import * as fontkit from 'fontkit'

/** The tables of an OpenType font by their tags. */
function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  const count = font.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const entry = 12 + at * 16
      const start = font.readUInt32BE(entry + 8)
      const tag = font.toString('latin1', entry, entry + 4)
      return [tag, font.subarray(start, start + font.readUInt32BE(entry + 12))] as const
    }),
  )
}

interface Glyphs {
  outlines: Buffer[]
  metrics: Buffer[]
  /** Gid by code point. */
  codes: Map<number, number>
}

/**
 * Slices of one TrueType family as one font that holds all their glyphs, named `name`: a document would else embed a font
 * for every slice it takes a character from. Layout tables are left behind; of two glyphs for a character the first stays.
 */
export function merged(fonts: readonly Buffer[], name: string): Buffer {
  const [first] = fonts
  if (!first) throw new RangeError('No font to merge')
  const all: Glyphs = { outlines: [], metrics: [], codes: new Map() }
  for (const font of fonts) append(all, font)
  const own = tablesOf(first)
  const copy = (tag: string) => Buffer.from(own.get(tag) ?? Buffer.alloc(0))
  const [head, hhea, maxp] = [copy('head'), copy('hhea'), mostOf(fonts)]
  head.writeInt16BE(1, 50)
  hhea.writeUInt16BE(all.metrics.length, 34)
  maxp.writeUInt16BE(all.outlines.length, 4)
  return container([
    ['OS/2', copy('OS/2')],
    ['cmap', characterMap(all.codes)],
    ['glyf', Buffer.concat(all.outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(all.metrics)],
    ['loca', offsetsOf(all.outlines)],
    ['maxp', maxp],
    ['name', nameTable(name)],
    ['post', copy('post')],
  ])
}

function append(all: Glyphs, font: Buffer): void {
  const tables = tablesOf(font)
  const table = (tag: string): Buffer => {
    const found = tables.get(tag)
    if (!found) throw new RangeError(`A font without ${tag}`)
    return found
  }
  const [loca, glyf, hmtx] = [table('loca'), table('glyf'), table('hmtx')]
  const long = table('head').readInt16BE(50) === 1
  const offset = (gid: number) => (long ? loca.readUInt32BE(gid * 4) : loca.readUInt16BE(gid * 2) * 2)
  const measured = table('hhea').readUInt16BE(34)
  const count = table('maxp').readUInt16BE(4)
  const base = all.outlines.length
  for (let gid = 0; gid < count; gid += 1) {
    all.outlines.push(padded(moved(Buffer.from(glyf.subarray(offset(gid), offset(gid + 1))), base)))
    const metric = Buffer.alloc(4)
    hmtx.copy(metric, 0, Math.min(gid, measured - 1) * 4, Math.min(gid, measured - 1) * 4 + 2)
    hmtx.copy(metric, 2, gid < measured ? gid * 4 + 2 : measured * 4 + (gid - measured) * 2)
    all.metrics.push(metric)
  }
  const reader = fontkit.create(font) as fontkit.Font
  for (const code of reader.characterSet) {
    if (!all.codes.has(code)) all.codes.set(code, base + reader.glyphForCodePoint(code).id)
  }
}

/** A glyph put together from others names them by their new places. */
function moved(outline: Buffer, base: number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline
  for (let at = 10, more = true; more; ) {
    const flags = outline.readUInt16BE(at)
    outline.writeUInt16BE(outline.readUInt16BE(at + 2) + base, at + 2)
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + (flags & 0x01 ? 4 : 2) + scale
    more = (flags & 0x20) !== 0
  }
  return outline
}

const padded = (part: Buffer): Buffer => Buffer.concat([part, Buffer.alloc((4 - (part.length % 4)) % 4)])

/** The bounds of `maxp` that hold for each of the fonts. */
function mostOf(fonts: readonly Buffer[]): Buffer {
  const bounds = fonts.map((font) => tablesOf(font).get('maxp') ?? Buffer.alloc(32))
  const most = Buffer.from(bounds[0] ?? Buffer.alloc(32))
  for (let at = 6; at + 2 <= most.length; at += 2) {
    most.writeUInt16BE(Math.max(...bounds.map((one) => one.readUInt16BE(at))), at)
  }
  return most
}

function offsetsOf(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  let at = 0
  outlines.forEach(({ length }, gid) => {
    at += length
    loca.writeUInt32BE(at, (gid + 1) * 4)
  })
  return loca
}

/** Format 12: every character its own group. */
function characterMap(codes: ReadonlyMap<number, number>): Buffer {
  const sorted = [...codes].sort(([a], [b]) => a - b)
  const table = Buffer.alloc(12 + 16 + sorted.length * 12)
  table.writeUInt16BE(1, 2)
  table.writeUInt16BE(3, 4)
  table.writeUInt16BE(10, 6)
  table.writeUInt32BE(12, 8)
  table.writeUInt16BE(12, 12)
  table.writeUInt32BE(16 + sorted.length * 12, 16)
  table.writeUInt32BE(sorted.length, 24)
  sorted.forEach(([code, gid], index) => {
    const at = 28 + index * 12
    table.writeUInt32BE(code, at)
    table.writeUInt32BE(code, at + 4)
    table.writeUInt32BE(gid, at + 8)
  })
  return table
}

/** Family, full and PostScript name, for Windows in English. */
function nameTable(name: string): Buffer {
  const ids = [1, 4, 6]
  const text = Buffer.from(name, 'utf16le').swap16()
  const table = Buffer.alloc(6 + ids.length * 12)
  table.writeUInt16BE(ids.length, 2)
  table.writeUInt16BE(table.length, 4)
  ids.forEach((id, index) => {
    const record = [3, 1, 0x409, id, text.length, 0]
    for (const [at, value] of record.entries()) table.writeUInt16BE(value, 6 + index * 12 + at * 2)
  })
  return Buffer.concat([table, text])
}

function container(tables: readonly (readonly [tag: string, data: Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tables.length, 4)
  let at = directory.length
  const parts = tables.map(([tag, data], index) => {
    const entry = 12 + index * 16
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(at, entry + 8)
    directory.writeUInt32BE(data.length, entry + 12)
    const part = padded(data)
    at += part.length
    return part
  })
  return Buffer.concat([directory, ...parts])
}
