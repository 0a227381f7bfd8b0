import { strFromU8, strToU8, zipSync } from 'fflate'
import { blockText } from '@/lib/domain/checker/block'
import type { ReadWord } from '../read-docx'
import { xmlText } from '../xml'
import { relationshipsIn, relationshipsPart, targetPart, unpack } from './package'
import type { TracedBlock } from './parts'
import { type Piece, rawOffset } from './traced'

/** A remark at a stretch of a block's text. */
export interface Comment {
  block: number
  start: number
  end: number
  /** As of the block that was meant; at another text it would stand wrongly. */
  text: string
  lines: readonly string[]
}

const author = '技市'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const strict = {
  word: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
}
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * The same Word file with comments (ECMA-376-1 §17.13.4) in its text and its notes: runs are parted where a comment begins
 * or ends, and every other byte of every part stays. Word has no comments in text boxes: what is remarked there stands at
 * the words of the paragraph that the box hangs at. What has no place is said with `summary` at the first words of the text.
 * @returns null where the text gives no place for a comment at all
 */
export function withComments(
  bytes: Uint8Array,
  { traced, main, notes }: ReadWord,
  comments: readonly Comment[],
  summary: (apart: readonly Comment[]) => readonly string[],
): Uint8Array<ArrayBuffer> | null {
  const parts = unpack(bytes, (name) => !/(^\/|^[a-z]:|(^|[\\/])\.\.([\\/]|$))/i.test(name))
  const xml = textOf(parts[main])
  const first = traced.find(({ block }) => block.part === undefined)?.pieces.find(({ length }) => length > 0)
  if (xml === null || !first) return null
  const stories = new Map<string, string | null>([[main, xml]])
  const placed: Placed[] = []
  const apart: Comment[] = []
  for (const comment of comments) {
    const here = traced[comment.block]
    const { part } = here?.block ?? {}
    const name = part === 'footnote' || part === 'endnote' ? notes[part] : main
    if (name !== undefined && !stories.has(name)) stories.set(name, textOf(parts[name]))
    const story = name === undefined ? null : (stories.get(name) ?? null)
    const range = here && story !== null ? rangeOf(story, here, comment) : null
    if (range && name !== undefined) placed.push({ ...range, part: name, lines: comment.lines })
    else apart.push(comment)
  }
  const from = { piece: first, at: first.raw.start }
  placed.unshift({ from, to: { piece: first, at: first.raw.end }, part: main, lines: summary(apart) })
  const isStrict = xml.includes(strict.word)
  const names = isStrict ? strict : { word, relations }
  const part = commentsPart(parts, main, names.relations)
  const known = textOf(parts[part]) ?? ''
  const next =
    1 +
    Math.max(
      -1,
      ...[...known.matchAll(/<(?:\w+:)?comment\s[^>]*?\bid="(\d{1,9})"/g)].map(([, id]) => Number(id)),
    )
  const listed = placed.map(({ lines }, index) => commentXml(next + index, lines, names.word)).join('')
  parts[part] = strToU8(
    inserted(known, listed) ?? `${declaration}<w:comments xmlns:w="${names.word}">${listed}</w:comments>`,
  )
  const numbered = placed.map((one, index) => ({ ...one, id: next + index }))
  for (const [name, story] of stories) {
    const own = numbered.filter(({ part: of }) => of === name)
    if (story !== null && own.length > 0) parts[name] = strToU8(marked(story, own))
  }
  return new Uint8Array(zipSync(parts, { level: 6 }))
}

/** Null where it is not UTF-8: written anew it would be another file. */
function textOf(part: Uint8Array | undefined): string | null {
  if (!part) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part)
  } catch {
    return null
  }
}

/** A place within the raw text of a piece. */
interface Spot {
  piece: Piece
  at: number
}

interface Range {
  from: Spot
  to: Spot
}

/** A comment with its place in a part. */
interface Placed extends Range {
  part: string
  lines: readonly string[]
}

/** @param end whether the stretch ends here: then the place belongs to the piece before */
function spotAt(xml: string, pieces: readonly Piece[], offset: number, end: boolean): Spot | null {
  const piece = pieces.find(({ at, length }) =>
    end ? at < offset && offset <= at + length : at <= offset && offset < at + length,
  )
  if (!piece) return null
  const { start, end: last } = piece.raw
  const raw = xml.slice(start, last)
  // A comment or CDATA within the text: its characters can't be counted.
  return raw.includes('<') ? null : { piece, at: start + rawOffset(raw, offset - piece.at) }
}

/** Where a comment lies: over what is meant, or, of a text box, over the first words of its paragraph. */
function rangeOf(xml: string, { block, pieces, at }: TracedBlock, comment: Comment): Range | null {
  if (blockText(block) !== comment.text) return null
  if (block.part === 'textbox') {
    const piece = at?.pieces.find(({ length }) => length > 0)
    return piece ? { from: { piece, at: piece.raw.start }, to: { piece, at: piece.raw.end } } : null
  }
  const from = spotAt(xml, pieces, comment.start, false)
  const to = spotAt(xml, pieces, comment.end, true)
  return from && to && { from, to }
}

/** Parts the runs of a text and sets the marks between. */
function marked(xml: string, placed: readonly (Range & { id: number })[]): string {
  const marks = new Map<number, { piece: Piece; ends: string; begins: string }>()
  const markAt = ({ piece, at }: Spot) => {
    const mark = marks.get(at) ?? { piece, ends: '', begins: '' }
    marks.set(at, mark)
    return mark
  }
  for (const { from, to, id: number } of placed) {
    const p = from.piece.run.prefix
    const id = `${p}id="${number}"`
    markAt(from).begins += `<${p}commentRangeStart ${id}/>`
    markAt(to).ends += `<${p}commentRangeEnd ${id}/><${p}r><${p}commentReference ${id}/></${p}r>`
  }
  const edits = [...marks].map(([at, { piece, ends, begins }]) => {
    const { open, properties, prefix: p } = piece.run
    const again = `${open}${properties}<${p}t xml:space="preserve">`
    return { at, until: at, text: `</${p}t></${p}r>${ends}${begins}${again}` }
  })
  // Blanks before a mark are no longer inside the text: it has to say that they count.
  for (const tag of new Set([...marks.values()].map(({ piece }) => piece.tag))) {
    const text = xml.slice(tag.start, tag.end)
    if (!/\sxml:space=/.test(text))
      edits.push({ at: tag.end - 1, until: tag.end - 1, text: ' xml:space="preserve"' })
  }
  edits.sort((a, b) => a.at - b.at)
  let made = ''
  let last = 0
  for (const { at, until, text } of edits) {
    made += xml.slice(last, at) + text
    last = until
  }
  return made + xml.slice(last)
}

function commentXml(id: number, lines: readonly string[], namespace: string): string {
  const paragraphs = lines.map(
    (line) => `<w:p><w:r><w:t xml:space="preserve">${xmlText(line)}</w:t></w:r></w:p>`,
  )
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" w:author="${author}" w:initials="${author}">${paragraphs.join('')}</w:comment>`
}

/** The part with the comments, made known to the main part and to the package where there is none yet. */
function commentsPart(parts: Record<string, Uint8Array>, main: string, type: string): string {
  const path = relationshipsPart(main)
  const known = textOf(parts[path])
  const found = relationshipsIn(known ?? undefined).find((one) => one.type.endsWith('/comments'))
  if (found) return targetPart(main, found.target)
  const name = 'comments-jishi.xml'
  const part = targetPart(main, name)
  const relation = `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="rIdJishiComments" Type="${type}" Target="${name}"/>`
  parts[path] = strToU8(
    inserted(known ?? '', relation) ??
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
  )
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  const override = `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${part}" ContentType="${contentType}"/>`
  const listed = inserted(types, override)
  if (listed !== null) parts['[Content_Types].xml'] = strToU8(listed)
  return part
}

/** Put before the end of the outermost element; null where that holds nothing. */
function inserted(xml: string, text: string): string | null {
  const at = xml.lastIndexOf('</')
  return at < 0 ? null : xml.slice(0, at) + text + xml.slice(at)
}
