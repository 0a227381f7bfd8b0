import type { Words } from '../words'
import type { CodeListName } from './code-lists'
import type { FieldKind, FieldSpec } from './field-spec'
import { type FieldName, fieldNames, fields } from './fields'

/** How a column's value is shown, aligned and written to a file; a number is one that is given, and never cut short. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'code'
  | 'money'
  | 'date'
  | 'moment'
  | 'flag'
  | 'status'
  | 'unit'
  | 'year'

export interface Column {
  label: Words
  kind: ColumnKind
  list?: CodeListName
}

/** What the record knows beside its content. */
const ofRecord = {
  number: { label: { zh: '登记编号', en: 'Registration number' }, kind: 'number' },
  localNumber: { label: { zh: '单位流水号', en: 'Local number' }, kind: 'number' },
  status: { label: { zh: '状态', en: 'Status' }, kind: 'status' },
  unit: { label: { zh: '登记单位', en: 'Unit' }, kind: 'unit' },
  year: { label: { zh: '统计年度', en: 'Year' }, kind: 'year' },
  registeredOn: { label: { zh: '登记日期', en: 'Registered on' }, kind: 'date' },
  acceptedOn: { label: { zh: '受理日期', en: 'Accepted on' }, kind: 'date' },
  dueOn: { label: { zh: '办理期限', en: 'Due on' }, kind: 'date' },
  editedBy: { label: { zh: '最后编辑人', en: 'Last edited by' }, kind: 'text' },
  updatedAt: { label: { zh: '更新时间', en: 'Updated' }, kind: 'moment' },
} as const satisfies Record<string, Column>

type RecordColumn = keyof typeof ofRecord

/** Fields of the dictionary that the contract table mirrors. */
export type MirroredField = {
  [K in FieldName]: (typeof fields)[K] extends { column: string } ? K : never
}[FieldName]

export const mirroredFields = fieldNames.filter((name): name is MirroredField => 'column' in fields[name])

const kinds: Partial<Record<FieldKind, ColumnKind>> = {
  code: 'code',
  codes: 'code',
  money: 'money',
  date: 'date',
  flag: 'flag',
}

const ofField = (spec: FieldSpec): Column => ({
  label: spec.label,
  kind: kinds[spec.kind] ?? 'text',
  ...('list' in spec && { list: spec.list }),
})

export type ColumnKey = RecordColumn | MirroredField

/** Every column a list or an export can show, in the order they are offered. */
export const columns = {
  ...ofRecord,
  ...Object.fromEntries(mirroredFields.map((name) => [name, ofField(fields[name])])),
} as Record<ColumnKey, Column>

export const columnKeys = Object.keys(columns) as ColumnKey[]

export const isColumnKey = (text: string): text is ColumnKey => Object.hasOwn(columns, text)

/** Shown until someone chooses: an office knows its unit, the centre needs to see it. */
export const usualColumns = (acrossUnits: boolean): ColumnKey[] => [
  'number',
  'name',
  ...(acrossUnits ? (['unit'] as const) : []),
  'seller',
  'buyer',
  'subtype',
  'turnover',
  'technology',
  'status',
  'updatedAt',
]

/** A cell's value: fen for money, ISO text for days and moments, codes as they are. */
export type Cell = string | bigint | boolean | number | null

/** A contract as a list shows it. */
export type ListRow = { id: string } & Record<ColumnKey, Cell>
