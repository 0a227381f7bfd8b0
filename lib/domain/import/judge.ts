import { check, DICTIONARY, type Finding } from '../contract/check'
import { codeList } from '../contract/code-lists'
import type { Content } from '../contract/content'
import { forbidding } from '../contract/fields'
import { isRegionLeaf } from '../regions'
import type { Settings } from '../settings'
import type { Words } from '../words'
import type { ImportKind, Mapping } from './mapping'
import type { ReadRow, RowIssue } from './read-row'
import { targetOf } from './targets'

/** Without these a row is no contract that could be found again. */
const identity = ['name', 'seller.name', 'buyer.name', 'signDate']

/** What a registered contract is counted by (`lib/domain/statistics/facts.ts`). */
const counted = [
  ...identity,
  'subtype',
  'registrantRole',
  'turnover',
  'technology',
  'techField',
  'goal',
  'planSource',
  'intellectualProperty',
  'trade',
  'seller.kind',
  'seller.ownership',
  'buyer.kind',
  'buyer.isCorps',
  'buyer.region',
]

const recordNeeds = [
  ['number', { zh: '请填写合同登记编号。', en: 'The registration number is missing.' }],
  ['registeredOn', { zh: '请填写登记日期。', en: 'The day of registration is missing.' }],
  ['unit', { zh: '请填写登记单位，或在对应栏目时选定。', en: 'The unit is missing.' }],
] as const

/** Papers are attached later; the rules that ask for them are silent here. */
const everyPaper = codeList('attachmentKind').map(({ code }) => code)

export interface JudgeContext {
  kind: ImportKind
  mapping: Mapping
  /** Day of the import, Asia/Shanghai. */
  today: string
  /** Unit of a draft. */
  unit: string
  settingsOn(day: string): Settings
}

/** Whether the row says that the contract holds state secrets: then nothing of the file may be kept. */
export const isSecretRow = ({ said }: ReadRow): boolean => forbidding.some((name) => said[name] === true)

/**
 * Makes a judge of rows: everything that keeps a row out, by the rules of the form. Warnings don't; whoever submits the draft
 * explains them. What the file has no column for is completed later; a registered contract is asked only for what it is
 * counted by, and stands under the rules of its own day.
 */
export function rowJudge(context: JudgeContext): (row: ReadRow) => RowIssue[] {
  const { kind, mapping, today } = context
  const place = new Map(mapping.columns.map(({ target, column }) => [target, column]))
  const needs = new Set(kind === 'draft' ? identity : counted)
  return (row) => {
    const { content, record } = row
    const issues = [...row.issues]
    const day = kind === 'draft' ? today : (record.registeredOn ?? today)
    if (kind === 'registered') {
      for (const [key, message] of recordNeeds) {
        const path = `record.${key}`
        if (!record[key] && !has(path)) issues.push({ column: place.get(path) ?? null, path, message })
      }
      if (record.registeredOn && record.registeredOn > today) {
        issues.push(
          dated('record.registeredOn', '登记日期晚于今天，请核对。', 'The day of registration lies ahead.'),
        )
      }
      if (
        record.number &&
        record.registeredOn &&
        record.number.slice(0, 4) !== record.registeredOn.slice(0, 4)
      ) {
        issues.push(
          dated(
            'record.number',
            '登记编号的年份与登记日期不一致。',
            'The number is of another year than the day of registration.',
          ),
        )
      }
    }
    const findings = check(content, {
      today: day,
      ...(record.acceptedOn && { appliedOn: record.acceptedOn }),
      unit: record.unit ?? context.unit,
      attachments: everyPaper,
      settings: context.settingsOn(record.acceptedOn ?? day),
      isPlace: isRegionLeaf,
    })
    for (const { path, message } of findings.filter((found) => blocks(found, content))) {
      if (!has(path)) issues.push({ column: columnOf(path), path, message })
    }
    return issues

    /** A cell that can't be read needs no second reason. */
    function has(path: string): boolean {
      return issues.some((one) => one.path === path)
    }
  }

  function dated(path: string, zh: string, en: string): RowIssue {
    const message: Words = { zh, en }
    return { column: place.get(path) ?? null, path, message }
  }

  function blocks({ severity, rule, path }: Finding, content: Content): boolean {
    if (severity !== 'error') return false
    if (rule !== DICTIONARY || !isGap(content, path)) return true
    return needs.has(path) || (kind === 'draft' && columnOf(path) !== null)
  }

  /** The column of a path, or of what holds it: `instalments` for `instalments.2.amount`. */
  function columnOf(path: string): number | null {
    for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
      const found = place.get(rest)
      if (found !== undefined && targetOf(rest)) return found
    }
    return null
  }
}

function isGap(content: Content, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], content)
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
