import { columns } from '../contract/columns'
import type { FieldSpec, ItemFieldSpec } from '../contract/field-spec'
import { type FieldName, field, fieldNames } from '../contract/fields'
import { type PartyFieldName, partyFieldNames, partyFields } from '../contract/party-fields'
import type { Words } from '../words'

/** What the record knows beside the content: of a contract that is registered already. */
export type RecordKey = 'number' | 'unit' | 'registeredOn' | 'acceptedOn'

/** A place in a contract that a column of a file can fill. */
export interface Target {
  /** The dictionary's path: `name`, `seller.code`; of the record `record.number`. */
  key: string
  label: Words
  /** What it is called at the head of a column, the label and the key included. */
  headings: readonly string[]
  spec: FieldSpec | RecordSpec
  field?: FieldName
  part?: PartyFieldName
}

export type RecordSpec = { kind: 'number' } | { kind: 'unit' } | { kind: 'recordDate' }

const sides = {
  seller: ['卖方', '让与方', '出让方', '转让方', '受托方', '服务方', '许可方'],
  buyer: ['买方', '受让方', '委托方', '被许可方', '购买方'],
} as const

type Side = keyof typeof sides

const ofRecord: readonly Target[] = [
  record('number', { kind: 'number' }, ['合同登记编号', '合同登记号', '登记号', '认定登记编号']),
  record('unit', { kind: 'unit' }, ['统计单位代码', '统计单位', '登记单位代码', '所属单位']),
  record('registeredOn', { kind: 'recordDate' }, ['认定登记日期', '登记时间']),
  record('acceptedOn', { kind: 'recordDate' }, ['申请日期', '受理时间']),
]

function record(key: RecordKey, spec: RecordSpec, headings: readonly string[]): Target {
  const { label } = columns[key]
  return { key: `record.${key}`, label, spec, headings: [label.zh, label.en, `record.${key}`, ...headings] }
}

/** Everything a column can fill: the record first, then the dictionary in its order, the parties field by field. */
export const targets: readonly Target[] = [...ofRecord, ...fieldNames.flatMap(targetsOf)]

function targetsOf(name: FieldName): Target[] {
  const spec = field(name)
  if (spec.kind === 'party') return partyFieldNames.map((part) => ofParty(name as Side, part))
  const { label, headings = [] } = spec
  return [{ key: name, field: name, label, spec, headings: [label.zh, label.en, name, ...headings] }]
}

function ofParty(side: Side, part: PartyFieldName): Target {
  const spec: ItemFieldSpec = partyFields[part]
  const owner = field(side).label
  const said = [spec.label.zh, ...(spec.headings ?? []), ...(part === 'name' ? [''] : [])]
  return {
    key: `${side}.${part}`,
    field: side,
    part,
    label: {
      zh: `${owner.zh}${spec.label.zh}`,
      en: `${owner.en}: ${spec.label.en.charAt(0).toLowerCase()}${spec.label.en.slice(1)}`,
    },
    spec,
    headings: [
      ...sides[side].flatMap((name) => said.map((one) => name + one)),
      `${owner.en}: ${spec.label.en}`,
      `${side}.${part}`,
    ],
  }
}

const byKey = new Map(targets.map((target) => [target.key, target]))

export const targetOf = (key: string): Target | undefined => byKey.get(key)

export const isRecordTarget = ({ key }: Target): boolean => key.startsWith('record.')
