import 'server-only'
import { strFromU8, Unzip, UnzipInflate } from 'fflate'
import sax from 'sax'
import { Problem } from '@/lib/domain/problems'
import { concatenated } from './concatenated'
import { type SheetLimits, type SheetRow, unfitSheet } from './sheet-row'

/** Unpacked, a table within our limits stays far below this; what unpacks to more is no table. */
const MOST_UNPACKED = 32 * 1024 * 1024
/** Pushed so much at once, what a bomb unpacks to before it is stopped stays within memory. */
const STEP = 32 * 1024

/** The rows of a workbook's first sheet. @throws {Problem} unfit-sheet */
export function readXlsx(bytes: Uint8Array, limits: SheetLimits): SheetRow[] {
  const parts = unpacked(bytes)
  if (!parts.has('xl/workbook.xml')) {
    throw unfitSheet(parts.has('EncryptedPackage') ? 'old-or-encrypted' : 'not-a-sheet')
  }
  const sheet = parts.get(firstSheet(parts))
  if (!sheet) throw unfitSheet('damaged')
  const shared = parts.get('xl/sharedStrings.xml')
  return rowsOf(strFromU8(sheet), shared ? sharedTexts(strFromU8(shared)) : [], limits)
}

const wanted =
  /^(xl\/(workbook\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml|_rels\/workbook\.xml\.rels)|EncryptedPackage)$/

/** The parts of the container that a table is read from, each no larger than it may be. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array[]>()
  let size = 0
  const unzip = new Unzip((file) => {
    if (!wanted.test(file.name)) return
    const own: Uint8Array[] = []
    chunks.set(file.name, own)
    file.ondata = (error, chunk) => {
      // What is thrown here comes back as the error of the next call.
      if (error) throw error instanceof Problem ? error : unfitSheet('damaged')
      size += chunk.length
      if (size > MOST_UNPACKED) throw unfitSheet('too-long')
      own.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
    }
  } catch (error) {
    throw error instanceof Problem ? error : unfitSheet('damaged')
  }
  return new Map([...chunks].map(([name, own]) => [name, concatenated(own)]))
}

/** Where the first sheet of the workbook lies; the usual place where the workbook does not say. */
function firstSheet(parts: ReadonlyMap<string, Uint8Array>): string {
  const attribute = (part: string, element: string, test: (of: Record<string, string>) => boolean) => {
    let found: Record<string, string> | undefined
    each(strFromU8(parts.get(part) ?? new Uint8Array()), {
      open: (name, attributes) => {
        if (!found && name === element && test(attributes)) found = attributes
      },
    })
    return found
  }
  const id = attribute('xl/workbook.xml', 'sheet', () => true)?.['r:id']
  const target = attribute('xl/_rels/workbook.xml.rels', 'Relationship', (of) => of.Id === id)?.Target
  const path = target?.replace(/^\/?(xl\/)?/, 'xl/')
  return path && parts.has(path) ? path : 'xl/worksheets/sheet1.xml'
}

interface Handlers {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** Reads XML from its start to its end; names come without their prefix. */
function each(xml: string, { open, close, text }: Handlers): void {
  const parser = sax.parser(true)
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.onopentag = ({ name, attributes }) => open?.(local(name), attributes as Record<string, string>)
  parser.onclosetag = (name) => close?.(local(name))
  parser.ontext = (said) => text?.(said)
  parser.oncdata = (said) => text?.(said)
  parser.onerror = () => {
    throw unfitSheet('damaged')
  }
  parser.ondoctype = () => {
    throw unfitSheet('damaged')
  }
  if (xml !== '') parser.write(xml).close()
}

/** The texts that cells point at; how a word is pronounced (rPh) is not part of it. */
function sharedTexts(xml: string): string[] {
  const all: string[] = []
  let [said, reading, aside] = ['', false, false]
  each(xml, {
    open: (name) => {
      if (name === 'si') said = ''
      else if (name === 'rPh') aside = true
      else if (name === 't') reading = !aside
    },
    close: (name) => {
      if (name === 'si') all.push(said)
      else if (name === 'rPh') aside = false
      else if (name === 't') reading = false
    },
    text: (text) => {
      if (reading) said += text
    },
  })
  return all
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function rowsOf(xml: string, shared: readonly string[], { rows: most, columns }: SheetLimits): SheetRow[] {
  const rows: SheetRow[] = []
  let at = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let said = ''
  let reading = false
  each(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        at = Number(attributes.r) || at + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        const stated = columnOf(attributes.r ?? '')
        column = stated >= 0 ? stated : column + 1
        type = attributes.t ?? 'n'
        said = ''
      } else if (name === 'v' || name === 't') reading = true
    },
    text: (text) => {
      if (reading) said += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && column < columns) {
        while (cells.length < column) cells.push('')
        cells[column] =
          type === 's' ? (shared[Number(said)] ?? '') : type === 'e' ? '' : plainNumber(type, said)
      } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) {
        rows.push({ at, cells })
        if (rows.length > most) throw unfitSheet('too-long')
      }
    },
  })
  return rows
}

/** Numbers as Excel shows them: 81423.37 is kept as 81423.369999999995. */
const plainNumber = (type: string, said: string): string =>
  type === 'n' && said !== '' && Number.isFinite(Number(said)) && /[.eE]/.test(said)
    ? String(Number(Number(said).toPrecision(15)))
    : said
