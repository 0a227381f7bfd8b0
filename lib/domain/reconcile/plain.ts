import { type Mapping, mappingSchema } from '../import/mapping'

/** Contracts can be known again: by number, or by name, parties and day. */
export function hasKey({ columns }: Pick<Mapping, 'columns'>): boolean {
  const mapped = new Set(columns.map(({ target }) => target))
  return (
    mapped.has('record.number') ||
    ['name', 'seller.name', 'buyer.name', 'signDate'].every((target) => mapped.has(target))
  )
}

/** Whether nothing has to be asked of a file's columns: amounts have their unit, and contracts can be known again. */
export const isPlain = (mapping: Mapping): boolean =>
  mappingSchema.safeParse(mapping).success && hasKey(mapping)
