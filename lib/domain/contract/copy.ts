import type { Content } from './content'
import { field, fieldNames } from './fields'

/** What a new contract may take from an earlier one: everything but amounts, dates, numbers and their details. */
export const copyOf = (content: Content): Content =>
  Object.fromEntries(
    fieldNames
      .filter((name) => field(name).copied !== false && content[name] !== undefined)
      .map((name) => [name, content[name]]),
  )
