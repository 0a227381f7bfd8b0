import { z } from 'zod'
import { isDate } from '../time/dates'
import type { FieldSpec, ItemFieldSpec } from './field-spec'
import { type FieldName, fields } from './fields'
import { moneySchema } from './kinds'
import { partyFields } from './party-fields'

type ValueOfItem<S> = S extends { kind: 'money' }
  ? bigint
  : S extends { kind: 'flag' }
    ? boolean
    : S extends { kind: 'decimal' }
      ? number
      : S extends { kind: 'codes' }
        ? string[]
        : string

/** What is filled in of flat fields; every one may still be missing. Money in fen. */
export type ItemOf<I> = { [K in keyof I]?: ValueOfItem<I[K]> }

/** A party as the contract keeps it; `organisation` leads to the registry entry it was taken from. */
export type Party = ItemOf<typeof partyFields> & { organisation?: string }

type ValueOf<S> = S extends { kind: 'party' }
  ? Party
  : S extends { kind: 'parties' }
    ? Party[]
    : S extends { kind: 'items'; items: infer I }
      ? ItemOf<I>[]
      : ValueOfItem<S>

/** What an office has filled in; every field may still be missing. Money in fen. */
export type Content = { [K in FieldName]?: ValueOf<(typeof fields)[K]> }

const dateSchema = z.string().refine(isDate, { error: 'date' })

function itemSchema(spec: ItemFieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'text':
    case 'longText':
      return z.string().trim().max(spec.maxLength)
    case 'code':
      return z.string().max(spec.open ? 60 : 20)
    case 'codes':
      return z.array(z.string().max(20)).max(spec.most ?? 20)
    case 'money':
      return moneySchema
    case 'date':
      return dateSchema
    case 'flag':
      return z.boolean()
    case 'decimal':
      return (spec.decimals === 0 ? z.int() : z.number()).min(spec.least).max(spec.most)
  }
}

/** The schemas of flat fields by name, each of which may be missing. */
export const shape = (specs: Record<string, ItemFieldSpec>) =>
  Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, itemSchema(spec).optional()]))

export const partySchema = z.strictObject({
  organisation: z.uuid().optional(),
  ...shape(partyFields),
}) as unknown as z.ZodType<Party>

/** The schema of one field's value as it travels. */
export function fieldValueSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'party':
      return partySchema
    case 'parties':
      return z.array(partySchema).max(spec.most)
    case 'items':
      return z.array(z.strictObject(shape(spec.items))).max(spec.most)
    default:
      return itemSchema(spec)
  }
}

/**
 * The content of a contract as it travels (form, API, database): money as a decimal string in yuan, dates as
 * YYYY-MM-DD, unknown keys refused. What must be filled at submission is `check`'s business, not this schema's.
 */
export const contentSchema = z.strictObject(
  Object.fromEntries(Object.entries(fields).map(([name, spec]) => [name, fieldValueSchema(spec).optional()])),
) as unknown as z.ZodType<Content>

/** A change to a content: a value to set, or null to clear it. */
export const patchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(fields).map(([name, spec]) => [name, fieldValueSchema(spec).nullable().optional()]),
  ),
) as unknown as z.ZodType<Patch>

export type Patch = { [K in FieldName]?: Content[K] | null }

/** The content after a change; cleared fields are absent, not null. */
export function applyPatch(content: Content, patch: Patch): Content {
  const merged: Record<string, unknown> = { ...content }
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue
    if (value === null) delete merged[name]
    else merged[name] = value
  }
  return merged as Content
}
