import { z } from 'zod'
import { checkFields, type Finding } from '../contract/check'
import { type ItemOf, shape } from '../contract/content'
import { toWire } from '../contract/kinds'
import { yearOf } from '../time/dates'
import { units } from '../units'
import type { RecordFields } from './kind'
import { kindOf, type WorkKindName, workKindNames } from './kinds'

/** What a record of any register says, by field; money in fen. */
export type RecordContent = ItemOf<RecordFields>

const schemas = Object.fromEntries(
  workKindNames.map((name) => [name, z.strictObject(shape(kindOf(name).fields))]),
) as unknown as Record<WorkKindName, z.ZodType<RecordContent>>

/** The content of a register's record as it travels (form, API, file, database); anything may still be missing. */
export const recordSchema = (kind: WorkKindName): z.ZodType<RecordContent> => schemas[kind]

/** How this register is filled in; findings of the dictionary name it. */
const SOURCE = '工作台账填写说明'

/** Everything wrong with a record; empty when it may be handed in. @param today Asia/Shanghai */
export function checkRecord(kind: WorkKindName, content: RecordContent, today: string): Finding[] {
  const { fields, rules, day } = kindOf(kind)
  const found = checkFields(fields, content, SOURCE)
  const broken = rules
    .filter(({ holds }) => !holds(content))
    .map(({ id, path, message, source }): Finding => ({ rule: id, severity: 'error', path, message, source }))
  const on = content[day]
  const early: Finding[] =
    typeof on === 'string' && on > today
      ? [
          {
            rule: 'W00',
            severity: 'error',
            path: day,
            message: {
              zh: `${fields[day]?.label.zh}不能晚于今天。`,
              en: `${fields[day]?.label.en} can’t be later than today.`,
            },
            source: SOURCE,
          },
        ]
      : []
  return [...found, ...broken, ...early]
}

/** The statistical year of a record; null while its day is missing. */
export function yearOfRecord(kind: WorkKindName, content: RecordContent): number | null {
  const on = content[kindOf(kind).day]
  return typeof on === 'string' && on !== '' ? yearOf(on) : null
}

/** What makes two rows the same record: its declared fields without width, case and spaces; null while one is missing. */
export function identityOf(kind: WorkKindName, content: RecordContent): string | null {
  const parts = kindOf(kind).identity.map((name) => content[name])
  if (parts.some((part) => part === undefined || part === '')) return null
  return parts.map((part) => String(part).normalize('NFKC').replace(/\s+/g, '').toLowerCase()).join('|')
}

/** What a record is called; empty while it has no name. */
export const titleOf = (kind: WorkKindName, content: RecordContent): string =>
  String(content[kindOf(kind).title] ?? '')

/** The same in wire form, keys in the order of the form: equal texts say the same. */
export const sameContent = (kind: WorkKindName, a: RecordContent, b: RecordContent): boolean => {
  const text = (content: RecordContent) =>
    JSON.stringify(Object.keys(kindOf(kind).fields).map((name) => toWire(content[name]) ?? null))
  return text(a) === text(b)
}

const divisions = new Set(units.filter(({ ranked }) => ranked).map(({ code }) => code))

/** Whether a register holds records of a unit; null is the centre itself. */
export function holdsRecordsOf(kind: WorkKindName, unit: string | null): boolean {
  switch (kindOf(kind).owners) {
    case 'divisions':
      return unit !== null && divisions.has(unit)
    case 'centre':
      return unit === null
    case 'anyone':
      return true
  }
}
