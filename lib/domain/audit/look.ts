import { check } from '../contract/check'
import { isRegionLeaf } from '../regions'
import { isRecordRule } from './catalogue'
import type { AuditRecord } from './record'
import type { AuditRule, Hit } from './rule'

/**
 * What rules of content and record find in one registered contract. The content is asked as on the day of its last
 * submission, by the settings of that day; rules younger than it hold too.
 */
export function lookAt(record: AuditRecord, asked: readonly AuditRule[]): Hit[] {
  const of = { contract: record.id, unit: record.unit }
  const fromRecord = asked
    .filter(isRecordRule)
    .flatMap(({ id, severity, check }) =>
      check(record).map((found): Hit => ({ rule: id, severity, ...of, ...found })),
    )
  return [...fromContent(record, asked).map((hit) => ({ ...hit, ...of })), ...fromRecord]
}

function fromContent(record: AuditRecord, asked: readonly AuditRule[]): Omit<Hit, 'contract' | 'unit'>[] {
  const names = new Set(asked.flatMap(({ id, scope }) => (scope === 'content' ? [id] : [])))
  if (names.size === 0) return []
  const { content, unit, attachments, settings, registeredOn, acceptedOn, appliedOn } = record
  const today = acceptedOn ?? registeredOn
  const circumstances = {
    today,
    ...(appliedOn !== null && appliedOn < today && { appliedOn }),
    unit,
    attachments,
    settings,
    isPlace: isRegionLeaf,
    lookingBack: true,
  }
  return check(content, circumstances, (id) => names.has(id)).map(({ rule, severity, path, message }) => ({
    rule,
    severity,
    path,
    params: { message },
  }))
}
