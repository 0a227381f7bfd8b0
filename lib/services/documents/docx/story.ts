import type { Block, Where } from '@/lib/domain/checker/block'
import { bounds } from '@/lib/domain/checker/bounds'
import type { LeftOutCount } from '@/lib/domain/checker/left-out'
import { cellStarts } from '@/lib/domain/checker/pieces'
import { kindOf, tableOf } from '@/lib/domain/checker/read-text'
import { Unreadable } from '@/lib/domain/checker/refusals'
import { readXml, type Tag } from '../xml'
import { blanks, type Cell, type Paragraph, type Row, type TracedBlock } from './parts'
import { decoded, type Piece, type Run, Traced } from './traced'

/** What stands in text, and is none. `null`: nothing worth telling. */
const aside = {
  del: null,
  moveFrom: null,
  rt: null,
  instrText: null,
  delInstrText: null,
  object: 'objects',
  oMath: 'equations',
} as const

/**
 * Reads one story of a Word file, its main text or its notes, in order (ECMA-376-1 §17): insertions as they stand,
 * deletions not, a text box once although it is written twice.
 * @param part set on all blocks, where the story is not the main text
 */
export function readStory(
  xml: string,
  headings: ReadonlySet<string>,
  leftOut: LeftOutCount,
  part?: Where['part'],
): TracedBlock[] {
  const story = new Story(xml, headings, leftOut, part)
  readXml(xml, story)
  return story.blocks
}

class Story {
  readonly blocks: TracedBlock[] = []
  private readonly paragraphs: Paragraph[] = []
  private readonly runs: Run[] = []
  private readonly tables: Row[][] = []
  /** Where paragraphs go: null is the story itself. */
  private readonly holders: (Cell | 'textbox' | null)[] = [null]
  private readonly choices: boolean[] = []
  private readonly path: string[] = []
  /** How deep the path was when what is not read began; 0 while reading. */
  private skipped = 0
  private skippedText = false
  private properties: { start: number } | null = null
  private letters: Tag | null = null
  private size = 0

  constructor(
    private readonly xml: string,
    private readonly headings: ReadonlySet<string>,
    private readonly leftOut: LeftOutCount,
    private readonly part: Where['part'],
  ) {}

  readonly open = (tag: Tag): void => {
    this.path.push(tag.name)
    if (this.skipped > 0) {
      if (tag.name === 't' || tag.name === 'delText') this.skippedText = true
      return
    }
    if (Object.hasOwn(aside, tag.name) && !tag.closed) {
      const told = aside[tag.name as keyof typeof aside]
      if (told) this.leftOut.add(told)
      this.skipped = this.path.length
      return
    }
    if (this.openTable(tag) || this.openProperty(tag)) return
    this.openText(tag)
  }

  private openTable(tag: Tag): boolean {
    const rows = this.tables.at(-1)
    const row = rows?.at(-1)
    switch (tag.name) {
      case 'tbl':
        this.tables.push([])
        return true
      case 'tr':
        rows?.push({ cells: [], deleted: false })
        return true
      case 'gridBefore':
        row?.cells.push(...blanks(Number(tag.attribute('val'))))
        return true
      case 'tc':
        this.holders.push({ text: new Traced(), span: 1 })
        return true
      case 'gridSpan': {
        const cell = this.holders.at(-1)
        if (cell && cell !== 'textbox') cell.span = Number(tag.attribute('val')) || 1
        return true
      }
      case 'del':
        // A mark of what was deleted as a whole: a row here, else the end of a paragraph.
        if (row && this.path.at(-2) === 'trPr') row.deleted = true
        return true
      default:
        return false
    }
  }

  private openProperty(tag: Tag): boolean {
    const parent = this.path.at(-2)
    const paragraph = this.paragraphs.at(-1)
    const run = this.runs.at(-1)
    if (tag.name === 'rPr') {
      if (parent === 'r') this.properties = { start: tag.start }
    } else if (parent === 'rPr') {
      const on = !/^(0|false|off)$/.test(tag.attribute('val') ?? '')
      if (tag.name === 'vanish' && run && this.path.at(-3) === 'r') run.hidden = on
    } else if (parent === 'pPr') {
      if (!paragraph) return true
      const value = tag.attribute('val') ?? ''
      if (tag.name === 'pStyle') paragraph.heading ||= this.headings.has(value)
      if (tag.name === 'outlineLvl') paragraph.heading ||= Number(value) < 9
    } else return parent === 'tabs'
    return true
  }

  private openText(tag: Tag): void {
    const text = this.paragraphs.at(-1)?.text
    switch (tag.name) {
      case 'p':
        this.paragraphs.push({
          text: new Traced(),
          heading: false,
          inBox: this.holders.includes('textbox'),
        })
        return
      case 'r':
        this.runs.push({
          open: this.xml.slice(tag.start, tag.end),
          properties: '',
          prefix: tag.prefix,
          hidden: false,
        })
        return
      case 't':
        this.letters = tag.closed ? null : tag
        return
      case 'tab':
      case 'ptab':
      case 'br':
      case 'cr':
        text?.gap(' ')
        return
      case 'noBreakHyphen':
        text?.gap('-')
        return
      case 'sym':
        this.leftOut.add('garbled')
        return
      case 'chart':
        this.leftOut.add('charts')
        return
      case 'blip':
      case 'imagedata':
        this.leftOut.add('pictures')
        return
      case 'txbxContent':
        this.holders.push('textbox')
        return
      case 'AlternateContent':
        this.choices.push(false)
        return
      case 'Choice':
        this.choices[this.choices.length - 1] = true
        return
      case 'Fallback':
        if (this.choices.at(-1) && !tag.closed) this.skipped = this.path.length
        return
      case 'footnote':
      case 'endnote':
        // The line above the notes and its kin, which are no notes.
        if (/separator|continuation/i.test(tag.attribute('type') ?? '')) this.skipped = this.path.length
    }
  }

  readonly close = (name: string, start: number): void => {
    this.path.pop()
    if (this.skipped > 0) {
      if (this.path.length >= this.skipped) return
      this.skipped = 0
      if (this.skippedText && (name === 'del' || name === 'moveFrom')) this.leftOut.add('deleted')
      this.skippedText = false
      return
    }
    switch (name) {
      case 't':
        this.read(start)
        return
      case 'rPr':
        this.closeProperties(start)
        return
      case 'r':
        if (this.runs.pop()?.hidden) this.leftOut.add('hidden')
        return
      case 'p':
        this.closeParagraph()
        return
      case 'tc':
        this.closeCell()
        return
      case 'tbl':
        this.closeTable()
        return
      case 'txbxContent':
        this.holders.pop()
        return
      case 'AlternateContent':
        this.choices.pop()
    }
  }

  private closeProperties(start: number): void {
    const run = this.runs.at(-1)
    if (run && this.properties)
      run.properties = this.xml.slice(this.properties.start, this.xml.indexOf('>', start) + 1)
    this.properties = null
  }

  private read(end: number): void {
    const [tag, run, paragraph] = [this.letters, this.runs.at(-1), this.paragraphs.at(-1)]
    this.letters = null
    if (!tag || !run || !paragraph || run.hidden) return
    const raw = { start: tag.end, end }
    const text = decoded(this.xml.slice(raw.start, raw.end)).replace(/[\t\r\n]/g, ' ')
    this.size += text.length
    if (this.size > bounds.characters) throw new Unreadable('too-long')
    this.leftOut.add('garbled', text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0)
    paragraph.text.add(text, { run, tag, raw })
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    const text = paragraph?.text.trimmed()
    if (!paragraph || !text || text.text === '') return
    const holder = this.holders.at(-1)
    if (holder && holder !== 'textbox') {
      if (holder.text.text !== '') holder.text.gap(' ')
      holder.text.append(text)
      return
    }
    const kind = paragraph.heading ? 'heading' : kindOf(text.text)
    this.push({ kind, text: text.text, ...this.where() }, text.pieces)
  }

  private push(block: Block, pieces: Piece[]): void {
    const at = block.part === 'textbox' ? this.paragraphs.find(({ inBox }) => !inBox)?.text : undefined
    this.blocks.push({ block, pieces, ...(at && { at }) })
  }

  private closeCell(): void {
    const cell = this.holders.pop()
    const row = this.tables.at(-1)?.at(-1)
    if (cell && cell !== 'textbox') row?.cells.push(cell.text.trimmed(), ...blanks(cell.span - 1))
  }

  private closeTable(): void {
    const rows = this.tables.pop() ?? []
    const kept = rows.filter(({ deleted }) => !deleted)
    this.leftOut.add('deleted', rows.length - kept.length)
    const texts = kept.map(({ cells }) => cells.map(({ text }) => text))
    if (texts.every((cells) => cells.every((text) => text === ''))) return
    const block = { ...tableOf(texts, this.blocks.at(-1)?.block), ...this.where() }
    const starts = cellStarts(texts)
    const pieces = kept.flatMap(({ cells }, line) =>
      cells.flatMap((cell, column) =>
        cell.pieces.map((piece) => ({ ...piece, at: piece.at + (starts[line]?.[column] ?? 0) })),
      ),
    )
    this.push(block, pieces)
  }

  private where(): Where {
    const part = this.part ?? (this.holders.includes('textbox') ? 'textbox' : undefined)
    return part ? { part } : {}
  }
}
