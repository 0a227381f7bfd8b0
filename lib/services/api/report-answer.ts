import 'server-only'
import { z } from 'zod'
import type { Block } from '@/lib/domain/report/model'
import { isMeasure } from '@/lib/domain/report/places'
import type { NumberSpan, Said, Span } from '@/lib/domain/report/spans'
import { type FigureUnit, figureText } from '@/lib/domain/statistics/figure'
import { measures } from '@/lib/domain/statistics/measures'
import type { ReadReport } from '../report/read-report'

const words = z.object({ zh: z.string(), en: z.string() })

const span = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('name'), text: z.string(), split: z.string(), member: z.string() }),
  z.object({
    kind: z.literal('reference'),
    text: z.string(),
    to: z.string().describe('The table or figure of the report'),
  }),
  z.object({
    kind: z.literal('title'),
    text: z.string().describe('What a register of work calls something'),
    of: z.string().describe('Its code or name there'),
  }),
  z.object({ kind: z.literal('date'), text: z.string(), day: z.iso.date() }),
  z.object({ kind: z.literal('sourced'), text: z.string(), source: z.string() }),
  z.object({
    kind: z.literal('number'),
    text: z.string(),
    measure: z.string(),
    value: z
      .string()
      .describe('Decimal string, of shares and multiples with two decimals; a fall is below zero'),
    unit: z.enum(['count', 'money', 'percent', 'times', 'rank']).describe('Money is in yuan'),
    year: z.int(),
    of: z
      .object({ table: z.string(), members: z.array(z.string()), to: z.array(z.string()).optional() })
      .nullable()
      .describe(
        'The table of the year and the members added up, none of them for its total; `to`: against these',
      ),
  }),
])
export const said = z.object({ zh: z.array(span), en: z.array(span) })
const exhibit = { id: z.string(), table: z.string(), number: z.int(), caption: said }

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), id: z.string(), words }),
  z.object({ kind: z.literal('paragraph'), sentences: z.array(z.object({ id: z.string(), said })) }),
  z.object({ kind: z.literal('table'), ...exhibit }),
  z.object({ kind: z.literal('figure'), ...exhibit, statement: words }),
  z.object({ kind: z.literal('note'), id: z.string(), said }),
  z.object({ kind: z.literal('own'), id: z.string(), said }),
])

/** The answer of `GET /api/v1/report/{year}`. */
export const reportAnswer = z.object({
  year: z.int(),
  unit: z.string().nullable().describe('Unit whose report it is; null for the whole Corps'),
  asOf: z.iso.datetime().nullable().describe('The past moment; null for live figures'),
  readAt: z.iso.datetime(),
  edition: z.int().nullable().describe('Number of the published edition; null for a live report'),
  title: said,
  issuer: words,
  chapters: z.array(z.object({ id: z.string(), heading: words.nullable(), blocks: z.array(block) })),
})

/** The report as it travels; the figures of its tables are those of the year's statistics. */
export const toReportAnswer = (
  { year, unit, asOf, readAt, title, issuer, chapters }: ReadReport,
  edition: number | null = null,
): z.infer<typeof reportAnswer> => ({
  year,
  unit,
  asOf: asOf?.toISOString() ?? null,
  readAt: readAt.toISOString(),
  edition,
  title: saidWire(title),
  issuer,
  chapters: chapters.map(({ id, heading, blocks }) => ({ id, heading, blocks: blocks.map(blockWire) })),
})

function blockWire(one: Block): z.infer<typeof block> {
  switch (one.kind) {
    case 'heading':
      return one
    case 'paragraph':
      return {
        kind: one.kind,
        sentences: one.sentences.map(({ id, said }) => ({ id, said: saidWire(said) })),
      }
    case 'note':
    case 'own':
      return { kind: one.kind, id: one.id, said: saidWire(one.said) }
    default:
      return { ...one, caption: saidWire(one.caption) }
  }
}

export const saidWire = ({ zh, en }: Said): z.infer<typeof said> => ({
  zh: zh.map(spanWire),
  en: en.map(spanWire),
})

function spanWire(one: Span): z.infer<typeof span> {
  if (one.kind !== 'number') return one
  const { kind, text, measure, value, year, of } = one
  const unit = unitOf(one)
  const cited = of && {
    table: of.table,
    members: [...of.members],
    ...(of.to && { to: [...of.to] }),
  }
  return { kind, text, measure, value: figureText(value, unit), unit, year, of: cited }
}

function unitOf({ measure, value }: NumberSpan): FigureUnit {
  if (isMeasure(measure)) return measures[measure].unit
  if (measure === 'ratio' || measure === 'meanMultiple') return 'times'
  if (measure === 'place') return 'rank'
  if (measure === 'policyRate' || measure === 'institutionRate') return 'percent'
  // Of money in whole fen, or a share.
  if (measure === 'bound' || measure === 'printedSum') return value.d === 1n ? 'money' : 'percent'
  return 'count'
}
