import { codeOf } from '../contract/code-lists'
import type { Content } from '../contract/content'
import type { FieldSpec, ItemFieldSpec, SectionName } from '../contract/field-spec'
import { field, fieldNames, fields } from '../contract/fields'
import { partyFields } from '../contract/party-fields'
import { pathWords } from '../contract/path-words'
import type { Words } from '../words'

/** Where a reason can point: a field ('turnover'), a part of one ('buyer.region', 'instalments.0.amount'), an attachment kind ('ATT01'). */
export const isReasonPath = (path: string): boolean => isAttachmentPath(path) || specAt(path) !== null

export const isAttachmentPath = (path: string): boolean => codeOf('attachmentKind', path) !== undefined

/** The dictionary's entry at a path, or null where there is none. */
export function specAt(path: string): FieldSpec | null {
  const [name = '', ...rest] = path.split('.')
  if (!Object.hasOwn(fields, name)) return null
  const spec = field(name as keyof typeof fields)
  if (rest.length === 0) return spec
  const parts = partsOf(spec)
  if (!parts) return null
  const inList = spec.kind !== 'party'
  if (inList && !/^\d{1,2}$/.test(rest[0] ?? '')) return null
  const [part, ...beyond] = inList ? rest.slice(1) : rest
  if (beyond.length > 0) return null
  if (part === undefined) return spec
  return Object.hasOwn(parts, part) ? (parts[part] ?? null) : null
}

const partsOf = (spec: FieldSpec): Record<string, ItemFieldSpec> | null =>
  spec.kind === 'party' || spec.kind === 'parties' ? partyFields : spec.kind === 'items' ? spec.items : null

/** What stands at a path of a content; undefined where nothing does. */
export const valueAt = (content: Content, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      content,
    )

export interface PathChoice {
  path: string
  section: SectionName
  words: Words
}

/** Every place in a form that a reason may be tied to, in the order of the form; parties open into their fields. */
export const pathChoices: readonly PathChoice[] = fieldNames.flatMap((name) => {
  const spec = field(name)
  const own = { path: name, section: spec.section, words: spec.label }
  if (spec.kind !== 'party') return [own]
  const parts = Object.keys(partyFields).map((part) => ({
    path: `${name}.${part}`,
    section: spec.section,
    words: pathWords(`${name}.${part}`),
  }))
  return [own, ...parts]
})
