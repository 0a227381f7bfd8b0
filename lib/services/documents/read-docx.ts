import type { Block } from '@/lib/domain/checker/block'
import { type LeftOut, LeftOutCount } from '@/lib/domain/checker/left-out'
import { openPackage, relationshipsIn, relationshipsPart, targetPart } from './docx/package'
import type { TracedBlock } from './docx/parts'
import { readStory } from './docx/story'
import { headingStyles } from './docx/styles'

export interface ReadDocument {
  blocks: Block[]
  leftOut: LeftOut[]
}

export interface ReadWord extends ReadDocument {
  /** Those of the main text come first; their pieces are places of `main`, or of the part of their notes. */
  traced: TracedBlock[]
  main: string
  /** The parts that notes stand in. */
  notes: Partial<Record<'footnote' | 'endnote', string>>
}

/**
 * Reads a Word file as WordprocessingML says it (ECMA-376-1): its text, then footnotes and endnotes. Nothing in it is
 * run, nothing it points at is fetched.
 * @throws {Unreadable}
 */
export function readDocx(bytes: Uint8Array): ReadWord {
  const { main, names, text } = openPackage(bytes)
  const leftOut = new LeftOutCount()
  const relations = relationshipsIn(text(relationshipsPart(main)))
  const nameOf = (kind: string) => {
    const target = relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
    return target === undefined ? undefined : targetPart(main, target)
  }
  const styles = nameOf('styles')
  const headings = headingStyles(styles === undefined ? undefined : text(styles))
  const traced = readStory(text(main) ?? '', headings, leftOut)
  const notes: ReadWord['notes'] = {}
  for (const kind of ['footnote', 'endnote'] as const) {
    const name = nameOf(`${kind}s`)
    const story = name === undefined ? undefined : text(name)
    if (name === undefined || story === undefined) continue
    traced.push(...readStory(story, headings, leftOut, kind))
    notes[kind] = name
  }
  const headers = relations.filter(({ type }) => /\/(header|footer)$/.test(type))
  leftOut.add(
    'headers',
    headers.filter(({ target }) => /<(\w+:)?t[ >]/.test(text(targetPart(main, target)) ?? '')).length,
  )
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) leftOut.add('macros')
  return { blocks: traced.map(({ block }) => block), leftOut: leftOut.list(), traced, main, notes }
}
