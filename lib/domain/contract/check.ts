import { isSelectable } from './code-lists'
import { holds } from './conditions'
import type { Content, Party } from './content'
import type { FieldSpec, ItemFieldSpec } from './field-spec'
import { fieldNames, fields } from './fields'
import { partyFields } from './party-fields'
import { rules } from './rules'
import type { Circumstances, Finding, Hit } from './rules/rule'

export type { Circumstances, Finding, Severity } from './rules/rule'

/** Everything wrong or doubtful with a content, in the order of the form; empty when it may be submitted as it is. */
export function check(content: Content, circumstances: Circumstances): Finding[] {
  const fromDictionary = fieldNames
    .flatMap((name) => checkField(content, name, fields[name], content[name]))
    .map((hit) => ({
      rule: 'dictionary',
      severity: 'error' as const,
      source: '技术合同登记表填写说明',
      ...hit,
    }))
  const fromRules = rules.flatMap(({ check, id, severity, source }) =>
    check(content, circumstances).map((hit) => ({ rule: id, severity, source, ...hit })),
  )
  return [...fromDictionary, ...fromRules]
}

/** Whether the findings let the contract be submitted: no errors, every warning explained. */
export const maySubmit = (findings: readonly Finding[], explanations: Record<string, string>): boolean =>
  findings.every(
    ({ severity, rule }) =>
      severity === 'hint' || (severity === 'warning' && (explanations[rule]?.trim().length ?? 0) >= 4),
  )

function checkField(content: Content, path: string, spec: FieldSpec, value: unknown, party?: Party): Hit[] {
  if (spec.shownWhen && !holds(spec.shownWhen, content, party)) return []
  if (isEmpty(value)) return isRequired(spec, content, party) ? [missing(path, spec)] : []
  switch (spec.kind) {
    case 'party':
      return checkItem(content, path, partyFields, value as Party, value as Party)
    case 'parties':
      return (value as Party[]).flatMap((one, index) =>
        checkItem(content, `${path}.${index}`, partyFields, one, one),
      )
    case 'items':
      return (value as Record<string, unknown>[]).flatMap((one, index) =>
        checkItem(content, `${path}.${index}`, spec.items, one),
      )
    default:
      return checkValue(path, spec, value)
  }
}

const checkItem = (
  content: Content,
  path: string,
  specs: Record<string, ItemFieldSpec>,
  item: Record<string, unknown>,
  party?: Party,
): Hit[] =>
  Object.entries(specs).flatMap(([name, spec]) =>
    checkField(content, `${path}.${name}`, spec, item[name], party),
  )

function checkValue(path: string, spec: ItemFieldSpec, value: unknown): Hit[] {
  switch (spec.kind) {
    case 'text':
    case 'longText': {
      const text = String(value)
      if (spec.minLength !== undefined && text.length < spec.minLength) {
        return [
          {
            path,
            message: {
              zh: `${spec.label.zh}至少 ${spec.minLength} 字，现有 ${text.length} 字。`,
              en: `${spec.label.en}: at least ${spec.minLength} characters, now ${text.length}.`,
            },
          },
        ]
      }
      if (spec.kind === 'text' && spec.pattern && !spec.pattern.test(text)) {
        return [
          {
            path,
            message: {
              zh: `${spec.label.zh}${spec.patternHelp?.zh ?? '格式不正确。'}`,
              en: `${spec.label.en} ${spec.patternHelp?.en ?? 'is not well-formed.'}`,
            },
          },
        ]
      }
      return []
    }
    case 'code':
      return isSelectable(spec.list, String(value)) ? [] : [notOnList(path, spec)]
    case 'codes':
      return (value as string[]).every((code) => isSelectable(spec.list, code))
        ? exclusive(path, spec, value as string[])
        : [notOnList(path, spec)]
    default:
      return []
  }
}

function exclusive(path: string, spec: ItemFieldSpec & { kind: 'codes' }, codes: string[]): Hit[] {
  if (!spec.exclusive || codes.length < 2 || !codes.includes(spec.exclusive)) return []
  return [
    {
      path,
      message: {
        zh: `${spec.label.zh}选了“未涉及”，不能再选其他项。`,
        en: `${spec.label.en}: “none” can’t stand beside another choice.`,
      },
    },
  ]
}

const notOnList = (path: string, spec: ItemFieldSpec): Hit => ({
  path,
  message: {
    zh: `${spec.label.zh}请从列表中选到末级。`,
    en: `${spec.label.en}: choose from the list, down to its last level.`,
  },
})

const missing = (path: string, spec: FieldSpec): Hit => ({
  path,
  message: { zh: `请填写${spec.label.zh}。`, en: `${spec.label.en} is missing.` },
})

const isEmpty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const isRequired = (spec: FieldSpec, content: Content, party?: Party) =>
  spec.required === 'always' || (spec.required !== 'never' && holds(spec.required, content, party))
