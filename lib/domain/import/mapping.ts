import { z } from 'zod'
import { isRegistrationUnit } from './assumed'
import { targetOf } from './targets'

/** How the columns of a file are read. What is not named here is not imported. */
export const mappingSchema = z
  .strictObject({
    /** Place of the sheet in the file. */
    sheet: z.int().min(0).max(1000),
    /** Number of the row that holds the headings, as the spreadsheet counts. */
    headingRow: z.int().min(1).max(1_048_576),
    columns: z
      .array(
        z.strictObject({
          /** From 0. */
          column: z.int().min(0).max(511),
          target: z.string().refine((key) => targetOf(key) !== undefined, { error: 'target' }),
          /** What amounts are in; of columns of money alone, and then it has to be said. */
          money: z.enum(['yuan', 'wan']).optional(),
        }),
      )
      .max(512),
    /** Take for granted what files rarely have a column for (`assumed.ts`). */
    assume: z.boolean(),
    /** Unit of every row, where the centre's file has no column for it. */
    unit: z.string().refine(isRegistrationUnit, { error: 'unit' }).nullable(),
  })
  .refine(({ columns }) => new Set(columns.map(({ target }) => target)).size === columns.length, {
    error: 'target-twice',
    path: ['columns'],
  })
  .refine(
    ({ columns }) => columns.every(({ target, money }) => targetOf(target)?.spec.kind !== 'money' || money),
    { error: 'money-unit', path: ['columns'] },
  )

export type Mapping = z.output<typeof mappingSchema>
export type MappedColumn = Mapping['columns'][number]

/** Drafts of an office, or contracts that are registered already, entered by the centre. */
export type ImportKind = 'draft' | 'registered'
