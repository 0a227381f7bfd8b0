import { z } from 'zod'
import { codeOf } from '../contract/code-lists'
import type { ItemFieldSpec } from '../contract/field-spec'
import type { Params } from '../contract/filters'
import { searchText } from '../contract/filters'
import { units } from '../units'
import { kindOf, type WorkKindName } from './kinds'
import { type RecordStatus, recordStatusNames } from './lifecycle'
import { isWorkMeasure, type WorkMeasure, workMeasures } from './roll-up'

/** Which of the report's numbers a list shows the records of. */
export interface CountedQuery {
  measure: WorkMeasure
  member: string | null
  year: number
  unit: string | null
  asOf: string | null
}

/** What a register's list is narrowed by, as its address says. */
export interface RecordQuery {
  year: number | null
  /** A unit's code; `centre` for the centre's own. */
  unit: string | null
  status: RecordStatus | null
  words: string
  /** Fields with a code list, each with the code asked for. */
  codes: Record<string, string>
  counted: CountedQuery | null
  /** From 1. */
  page: number
}

export type CodeField = Extract<ItemFieldSpec, { kind: 'code' }>

/** The fields a register's list is filtered by: those with a code list. */
export const codeFields = (kind: WorkKindName): [name: string, spec: CodeField][] =>
  Object.entries(kindOf(kind).fields).flatMap(([name, spec]) => (spec.kind === 'code' ? [[name, spec]] : []))

const year = z.coerce.number().int().min(1990).max(2100)
const unit = z.enum(['centre', ...units.map(({ code }) => code)])

/** Reads an address; what is not known is left out, never an error. */
export function readRecordQuery(kind: WorkKindName, params: Params): RecordQuery {
  const one = (name: string) => params.get(name)?.[0]
  const codes = codeFields(kind).flatMap(([name, { list, open }]) => {
    const code = one(name)
    const known = code && (codeOf(list, code) || (open && code.length <= 60))
    return code && known ? [[name, code] as const] : []
  })
  return {
    year: year.safeParse(one('year')).data ?? null,
    unit: unit.safeParse(one('unit')).data ?? null,
    status: z.enum(recordStatusNames).safeParse(one('status')).data ?? null,
    words: searchText.safeParse(one('q')).data ?? '',
    codes: Object.fromEntries(codes),
    counted: readCountedQuery(kind, one),
    page: z.coerce.number().int().min(1).max(10_000).safeParse(one('page')).data ?? 1,
  }
}

function readCountedQuery(
  kind: WorkKindName,
  one: (name: string) => string | undefined,
): CountedQuery | null {
  const measure = one('counted')
  const of = year.safeParse(one('of')).data
  if (!measure || of === undefined || !isWorkMeasure(measure) || workMeasures[measure].kind !== kind)
    return null
  return {
    measure,
    member: one('member') ?? null,
    year: of,
    unit: unit.safeParse(one('within')).data ?? null,
    asOf: z.iso.datetime().safeParse(one('asOf')).data ?? null,
  }
}

/** The query as it stands in links. */
export const writeRecordQuery = ({
  codes,
  words,
  page,
  counted,
  ...rest
}: Partial<RecordQuery>): Record<string, string | number | null | undefined> => ({
  ...(counted && {
    counted: counted.measure,
    member: counted.member,
    of: counted.year,
    within: counted.unit,
    asOf: counted.asOf,
  }),
  ...rest,
  q: words,
  ...codes,
  page: page === 1 ? null : page,
})
