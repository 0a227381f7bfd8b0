import 'server-only'
import type { Content } from '@/lib/domain/contract/content'
import type { FieldSpec } from '@/lib/domain/contract/field-spec'
import { partyFields } from '@/lib/domain/contract/party-fields'
import { listText } from '@/lib/domain/import/list-text'
import type { ImportKind } from '@/lib/domain/import/mapping'
import {
  isRecordTarget,
  type RecordKey,
  type RecordSpec,
  type Target,
  targets,
} from '@/lib/domain/import/targets'
import { yuanText } from '@/lib/domain/money'
import { codeText } from '../export/list-file'
import { concatenated } from '../spreadsheet/concatenated'
import { type XlsxCell, XlsxWriter } from '../spreadsheet/xlsx'

/** A contract as a row says it. */
export interface SheetContract {
  content: Content
  record?: Partial<Record<RecordKey, string>>
}

/**
 * Contracts with every field of the dictionary, under headings that the import understands without a question: what is written
 * here comes back unchanged. Without contracts it is the template.
 */
export function contractSheet(
  kind: ImportKind,
  contracts: readonly SheetContract[] = [],
): Uint8Array<ArrayBuffer> {
  const columns = targets.filter((target) => kind === 'registered' || !isRecordTarget(target))
  const writer = new XlsxWriter(
    '合同',
    columns.map((target) => ({ heading: headingOf(target), width: widthOf(target.spec) })),
  )
  writer.add(contracts.map((contract) => columns.map((target) => targetCell(target, contract))))
  writer.end()
  return concatenated(writer.take())
}

export const headingOf = ({ label, spec }: Target): string =>
  spec.kind === 'money' ? `${label.zh}（元）` : label.zh

export const widthOf = ({ kind }: Target['spec']): number =>
  kind === 'longText' || kind === 'items' || kind === 'parties' ? 40 : 18

/** What a contract says at a place of it, as the import reads it back. */
export function targetCell(target: Target, { content, record = {} }: SheetContract): XlsxCell {
  const { field, part, spec, key } = target
  if (field === undefined) {
    const value = record[key.slice('record.'.length) as RecordKey] ?? null
    return value !== null && spec.kind === 'recordDate' ? { day: value } : value
  }
  const value = part === undefined ? content[field] : content[field as 'seller' | 'buyer']?.[part]
  if (value === undefined || value === '') return null
  if (spec.kind === 'money') return { number: yuanText(value as bigint) }
  if (spec.kind === 'date') return { day: String(value) }
  return textOf(spec, value)
}

function textOf(spec: FieldSpec | RecordSpec, value: unknown): string {
  switch (spec.kind) {
    case 'code':
      return codeText(spec.list, String(value))
    case 'codes':
      return (value as string[]).join('、')
    case 'money':
      return yuanText(value as bigint)
    case 'flag':
      return value === true ? '是' : '否'
    case 'parties':
      return listText(partyFields, value as Record<string, unknown>[], textOf)
    case 'items':
      return listText(spec.items, value as Record<string, unknown>[], textOf)
    default:
      return String(value)
  }
}
