import { z } from 'zod'
import { type SplitTable, tableOf } from '../../statistics/catalogue'
import { type MeasureName, measures } from '../../statistics/measures'

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w.-]+$/)
const ids = z.array(id).max(400)
const text = z.string().max(4000, 'too-long')

/** A measure of the statistics: of some members of a table, or of its total where there are none. */
const figureSlot = z
  .strictObject({
    kind: z.literal('figure'),
    table: z.string().max(40),
    members: z.array(z.string().max(60)).max(60),
    measure: z.string().max(40),
    /** Money in 万元 however much it is; else in 亿元 from 1 亿元 on. */
    wan: z.boolean(),
  })
  .refine(({ table, measure }) => isSlotMeasure(table, measure), { error: 'unknown-figure' })

const slot = z.discriminatedUnion('kind', [
  figureSlot,
  /** 表 1: a table or figure of the report. */
  z.strictObject({ kind: z.literal('exhibit'), to: id }),
])

/** A paragraph or note of the staff's own. */
const own = z.strictObject({
  id: z.string().regex(/^own-[\da-f-]{8,36}$/),
  chapter: id,
  kind: z.enum(['own', 'note']),
  zh: text,
  /** Empty where the Chinese stands for both. */
  en: text,
  /** By the mark that stands for it in the text between braces. */
  slots: z.record(z.string().min(1).max(120), slot).refine((all) => Object.keys(all).length <= 60),
  /** Where numbers that were typed come from, by the number as it stands in the text. */
  sources: z
    .array(z.strictObject({ digits: z.string().min(1).max(60), source: z.string().trim().min(1).max(300) }))
    .max(200),
})

/** What staff lay over the report that the register tells. */
export const manuscriptSchema = z
  .strictObject({
    /** Chapters in the staff's order. Chapters and blocks that aren't named stand where the outline has them. */
    chapters: ids,
    /** Blocks of a chapter in the staff's order, their own among them. */
    order: z.record(id, ids),
    /** Chapters, blocks and sentences that aren't printed. */
    hidden: ids,
    own: z.array(own).max(200),
  })
  .refine(({ own }) => new Set(own.map((one) => one.id)).size === own.length, { error: 'twice' })

export type Manuscript = z.infer<typeof manuscriptSchema>
export type Own = z.infer<typeof own>
export type Slot = z.infer<typeof slot>
export type FigureSlot = z.infer<typeof figureSlot>

/** What a chapter is called among what isn't printed. */
export const chapterKey = (chapter: string): string => `chapter-${chapter}`

/** What a report is before anybody has edited it. */
export const blankManuscript: Manuscript = { chapters: [], order: {}, hidden: [], own: [] }

/** Measures of a table that members can be added up in and whose contracts can be listed: no rank, no sum to a day. */
export const slotMeasures = (spec: SplitTable): MeasureName[] =>
  spec.measures.filter((name) => {
    const { rule } = measures[name]
    return rule.kind === 'sum' ? rule.year !== 'sameDay' : rule.kind !== 'rank' && rule.kind !== 'running'
  })

/** Whether a table of the catalogue has such a measure for a slot. */
export function isSlotMeasure(table: string, name: string): boolean {
  const spec = tableOf(table)
  return spec !== undefined && spec.kind !== 'contracts' && slotMeasures(spec).some((one) => one === name)
}
