import { posix } from 'node:path'
import type { Archive } from './archive'
import { most, unreadable } from './cell'
import { parse } from './xml'

/** What a workbook says beside its sheets. */
export interface Parts {
  sheets: { name: string; hidden: boolean; part: string }[]
  /** Days are counted from 1904 (ECMA-376 §18.2.28), as old Excel for Macintosh did. */
  from1904: boolean
  /** Whether a cell style shows a number as a day or time, by its place. */
  isDate: readonly boolean[]
  texts: readonly string[]
}

/** @throws {Problem} unreadable-file where the archive is no workbook */
export async function readParts(archive: Archive): Promise<Parts> {
  const main = (await relations(archive, '')).find(({ type }) => type === 'officeDocument')?.target
  if (!main || !archive.has(main)) throw unreadable('not-a-spreadsheet')
  // A binary workbook (.xlsb) is one of Excel's older ways.
  if (main.endsWith('.bin')) throw unreadable('old-excel')
  const related = await relations(archive, main)
  const { sheets, from1904 } = await workbook(archive, main)
  const target = (type: string) => related.find((one) => one.type === type)?.target
  const styles = target('styles')
  const texts = target('sharedStrings')
  const found = sheets.flatMap(({ name, hidden, id }) => {
    const part = related.find((one) => one.id === id && one.type === 'worksheet')?.target
    return part && archive.has(part) ? [{ name, hidden, part }] : []
  })
  if (found.length === 0) throw unreadable('not-a-spreadsheet')
  return {
    sheets: found,
    from1904,
    isDate: styles && archive.has(styles) ? await dateStyles(archive, styles) : [],
    texts: texts && archive.has(texts) ? await sharedTexts(archive, texts) : [],
  }
}

/** What a part of the package is related to; targets as names of parts. */
async function relations(archive: Archive, of: string) {
  const folder = posix.dirname(of)
  const part = posix.join(folder, '_rels', `${posix.basename(of)}.rels`)
  const found: { id: string; type: string; target: string }[] = []
  if (!archive.has(part)) return found
  await parse(archive.part(part), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return found
}

async function workbook(archive: Archive, part: string) {
  const sheets: { name: string; hidden: boolean; id: string }[] = []
  let from1904 = false
  await parse(archive.part(part), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      sheets.push({ name: attributes.name ?? '', hidden: /hidden/i.test(attributes.state ?? ''), id })
    },
  })
  return { sheets, from1904 }
}

/** Built-in formats of days and times, those of the East Asian editions included (ECMA-376 §18.8.30). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a format code shows a day or time: what is quoted, bracketed or escaped in it says nothing. */
export const showsDate = (code: string): boolean =>
  /[ymdhse]/i.test(code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]|General|E[+-]/gi, ''))

async function dateStyles(archive: Archive, part: string): Promise<boolean[]> {
  const formats = new Map<number, boolean>()
  const styles: boolean[] = []
  let within = false
  await parse(archive.part(part), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const id = Number(numFmtId)
      if (name === 'numFmt') formats.set(id, showsDate(formatCode))
      else if (name === 'cellXfs') within = true
      else if (name === 'xf' && within) styles.push(formats.get(id) ?? isBuiltInDate(id))
    },
    close(name) {
      if (name === 'cellXfs') within = false
    },
  })
  return styles
}

/** Texts that cells share; of one in several looks the parts are joined, readings above it are left out. */
async function sharedTexts(archive: Archive, part: string): Promise<string[]> {
  const texts: string[] = []
  let size = 0
  let text = ''
  let reads = false
  let phonetic = false
  await parse(archive.part(part), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') reads = !phonetic
    },
    text(piece) {
      if (reads) text += piece
    },
    close(name) {
      if (name === 't') reads = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') {
        size += text.length
        if (size > most.sharedText) throw unreadable('bomb')
        texts.push(unescaped(text))
      }
    },
  })
  return texts
}

/** Excel writes what XML can't hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
