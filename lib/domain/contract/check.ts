import type { Words } from '../words'
import { codeWords, isSelectable } from './code-lists'
import { isRequired, isShown } from './conditions'
import type { Content, Party } from './content'
import type { FieldSpec, ItemFieldSpec } from './field-spec'
import { fieldNames, fields } from './fields'
import { withoutHidden } from './hidden'
import { partyFields } from './party-fields'
import { rules } from './rules'
import { type Circumstances, type Finding, type Hit, hit } from './rules/rule'

export type { Circumstances, Finding, Severity } from './rules/rule'
export { severities } from './rules/rule'

const FORM = '技术合同登记表填写说明'
const SHORTEST_EXPLANATION = 4

/** Name of what the dictionary itself asks: fields that must be filled, forms and lists. */
export const DICTIONARY = 'dictionary'

/**
 * Everything wrong or doubtful with a content: what the dictionary asks in the order of the form, then the rules.
 * Empty when it may be submitted as it is. Values of fields that are not asked play no part; `asked` narrows the rules.
 */
export function check(
  given: Content,
  circumstances: Circumstances,
  asked: (rule: string) => boolean = () => true,
): Finding[] {
  const content = withoutHidden(given)
  const fromDictionary = (asked(DICTIONARY) ? fieldNames : []).flatMap((name) => {
    const spec: FieldSpec = fields[name]
    return checkField({ content, path: name, spec, owner: NOBODY }, content[name]).map((found) => ({
      rule: DICTIONARY,
      severity: 'error' as const,
      source: spec.source ?? FORM,
      ...found,
    }))
  })
  const { today, lookingBack } = circumstances
  const holding = rules.filter(({ id, since = '' }) => asked(id) && (lookingBack || since <= today))
  const fromRules = holding.flatMap(({ check, id, severity, source }) =>
    check(content, circumstances).map((found) => ({ rule: id, severity, source, ...found })),
  )
  return [...fromDictionary, ...fromRules]
}

/** What the dictionary alone says of one party, as the registry of organisations asks for it. */
export const checkParty = (path: string, party: Party): Finding[] =>
  checkItem({}, path, partyFields, NOBODY, party, party).map(fromDictionary)

/** What the dictionary says of flat fields that belong to no contract. */
export const checkFields = (
  specs: Record<string, ItemFieldSpec>,
  values: Record<string, unknown>,
  source: string,
): Finding[] =>
  Object.entries(specs).flatMap(([path, spec]) =>
    checkField({ content: {}, path, spec, owner: NOBODY }, values[path]).map((found) => ({
      ...fromDictionary(found),
      source,
    })),
  )

const fromDictionary = (found: Hit): Finding => ({
  rule: DICTIONARY,
  severity: 'error',
  source: FORM,
  ...found,
})

/** Whether the warning of a rule has been explained, in so many words. */
export const isExplained = (rule: string, explanations: Readonly<Record<string, string>>): boolean =>
  (Object.hasOwn(explanations, rule) ? (explanations[rule] ?? '') : '').trim().length >= SHORTEST_EXPLANATION

/** Whether the findings let the contract be submitted: no errors, every warning explained. */
export const maySubmit = (
  findings: readonly Finding[],
  explanations: Readonly<Record<string, string>>,
): boolean =>
  findings.every(
    ({ severity, rule }) =>
      severity === 'hint' || (severity === 'warning' && isExplained(rule, explanations)),
  )

/** A field as it is met: where it stands, and of whom or of which item it speaks (“卖方”, “付款节点第 2 项”). */
interface Met<Spec = FieldSpec> {
  content: Content
  path: string
  spec: Spec
  owner: Words
  party?: Party
}

const NOBODY: Words = { zh: '', en: '' }

function checkField(met: Met, value: unknown): Hit[] {
  const { content, path, spec, party } = met
  if (!isShown(spec, content, party)) return []
  if (isEmpty(value)) return isRequired(spec, content, party) ? [missing(met)] : []
  switch (spec.kind) {
    case 'party':
      return checkItem(content, path, partyFields, spec.label, value as Party, value as Party)
    case 'parties':
      return (value as Party[]).flatMap((one, index) =>
        checkItem(content, `${path}.${index}`, partyFields, numbered(spec.label, index), one, one),
      )
    case 'items':
      return (value as Record<string, unknown>[]).flatMap((one, index) =>
        checkItem(content, `${path}.${index}`, spec.items, numbered(spec.label, index), one),
      )
    default:
      return checkValue({ ...met, spec }, value)
  }
}

const numbered = ({ zh, en }: Words, index: number): Words => ({
  zh: `${zh}第 ${index + 1} 项`,
  en: `${en}, no. ${index + 1}`,
})

const checkItem = (
  content: Content,
  path: string,
  specs: Record<string, ItemFieldSpec>,
  owner: Words,
  item: Record<string, unknown>,
  party?: Party,
): Hit[] =>
  Object.entries(specs).flatMap(([name, spec]) =>
    checkField({ content, path: `${path}.${name}`, spec, owner, ...(party && { party }) }, item[name]),
  )

/** “卖方名称”, “付款节点第 2 项的金额”, “合同名称”. */
const labelOf = ({ spec, owner }: Met<FieldSpec | ItemFieldSpec>): Words => ({
  zh: owner.zh === '' ? spec.label.zh : `${owner.zh}${/项$/.test(owner.zh) ? '的' : ''}${spec.label.zh}`,
  en:
    owner.en === ''
      ? spec.label.en
      : `${owner.en}: ${spec.label.en.charAt(0).toLowerCase()}${spec.label.en.slice(1)}`,
})

function checkValue(met: Met<ItemFieldSpec>, value: unknown): Hit[] {
  const { path, spec } = met
  const label = labelOf(met)
  switch (spec.kind) {
    case 'text':
    case 'longText': {
      const length = [...String(value)].length
      if (spec.minLength !== undefined && length < spec.minLength) {
        return [
          hit(
            path,
            `${label.zh}至少 ${spec.minLength} 字，现有 ${length} 字。`,
            `${label.en}: at least ${spec.minLength} characters, now ${length}.`,
          ),
        ]
      }
      if (spec.kind === 'text' && spec.pattern && !spec.pattern.test(String(value))) {
        return [
          hit(
            path,
            `${label.zh}${spec.patternHelp?.zh ?? '格式不正确。'}`,
            `${label.en} ${spec.patternHelp?.en ?? 'is not well-formed.'}`,
          ),
        ]
      }
      return []
    }
    case 'code':
      // Who is on an open list, the register knows.
      return spec.open || isSelectable(spec.list, String(value)) ? [] : [notOnList(path, label)]
    case 'codes':
      return (value as string[]).every((code) => isSelectable(spec.list, code))
        ? exclusive(path, label, spec, value as string[])
        : [notOnList(path, label)]
    default:
      return []
  }
}

function exclusive(
  path: string,
  label: Words,
  spec: ItemFieldSpec & { kind: 'codes' },
  codes: string[],
): Hit[] {
  if (!spec.exclusive || codes.length < 2 || !codes.includes(spec.exclusive)) return []
  const none = codeWords(spec.list, spec.exclusive)
  return [
    hit(
      path,
      `${label.zh}选了“${none.zh}”，不能再选其他项。`,
      `${label.en}: “${none.en}” can’t stand beside another choice.`,
    ),
  ]
}

const notOnList = (path: string, label: Words): Hit =>
  hit(path, `${label.zh}请从列表中选到末级。`, `${label.en}: choose from the list, down to its last level.`)

/** A party that is missing altogether is asked for by its name, where the form begins it. */
function missing(met: Met): Hit {
  const { path, spec } = met
  const { zh, en } = labelOf(met)
  switch (spec.kind) {
    case 'party':
      return hit(
        `${path}.name`,
        `请填写${zh}：输入名称或统一社会信用代码即可查找。`,
        `The ${en.toLowerCase()} is missing: find it by name or code.`,
      )
    case 'code':
    case 'codes':
    case 'flag':
      return hit(path, `请选择${zh}。`, `${en}: please choose.`)
    default:
      return hit(path, `请填写${zh}。`, `${en} is missing.`)
  }
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
