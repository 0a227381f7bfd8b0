import { units } from '../units'
import type { Words } from '../words'
import { contractType, flow, ipKind, planSource, socioGoal, techField } from './codes/classification'
import type { Code } from './codes/code'
import { country } from './codes/countries'
import {
  buyerGroup,
  industry,
  ownership,
  partyKind,
  registrantRole,
  scale,
  sellerGroup,
} from './codes/parties'
import {
  cancellationReason,
  changeReason,
  correctionReason,
  refusalReason,
  returnReason,
  revocationReason,
} from './codes/reasons'
import {
  attachmentKind,
  contractForm,
  currency,
  language,
  licenceMode,
  payMethod,
  policy,
  sizeBand,
  trade,
} from './codes/terms'
import {
  achievementClass,
  achievementEvaluation,
  achievementNature,
  achievementStage,
  bodyKind,
  bodyLevel,
  eventArea,
  eventKind,
  institution,
  managerKind,
  managerLevel,
  policyKind,
  trainingKind,
} from './codes/work'

export { flowOf } from './codes/classification'
export type { Code } from './codes/code'
export { CHINA } from './codes/countries'
export { buyerGroupOf, isEnterprise, sellerGroupOf } from './codes/parties'
export type { ReturnReason } from './codes/reasons'
export { returnReason } from './codes/reasons'
export type { SizeBand } from './codes/terms'
export { sizeBand, sizeBandOf } from './codes/terms'

const unitCodes: readonly Code[] = units.map(({ code, words }) => ({ code, words }))

/** Every code list by name. */
export const codeLists = {
  contractType,
  partyKind,
  ownership,
  sellerGroup,
  buyerGroup,
  techField,
  socioGoal,
  planSource,
  ipKind,
  payMethod,
  country,
  flow,
  sizeBand,
  industry,
  scale,
  returnReason,
  refusalReason,
  registrantRole,
  policy,
  licenceMode,
  revocationReason,
  correctionReason,
  changeReason,
  cancellationReason,
  contractForm,
  language,
  currency,
  trade,
  attachmentKind,
  policyKind,
  institution,
  achievementClass,
  achievementNature,
  achievementStage,
  achievementEvaluation,
  eventKind,
  eventArea,
  trainingKind,
  managerKind,
  managerLevel,
  bodyKind,
  bodyLevel,
  unit: unitCodes,
} satisfies Record<string, readonly Code[]>

export type CodeListName = keyof typeof codeLists

export const isCodeListName = (name: string): name is CodeListName => Object.hasOwn(codeLists, name)

export const codeList = (name: CodeListName): readonly Code[] => codeLists[name]

interface Index {
  byCode: ReadonlyMap<string, Code>
  byLabel: ReadonlyMap<string, Code>
  parents: ReadonlySet<string>
}

const indexes = new Map<CodeListName, Index>()

/** Labels are compared without width, spaces, case and the several dashes people type. */
const labelKey = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[—–－-]+/g, '-')
    .toLowerCase()

function index(list: CodeListName): Index {
  const known = indexes.get(list)
  if (known) return known
  const codes = codeList(list)
  const byCode = new Map(codes.map((one) => [one.code, one]))
  const byLabel = new Map<string, Code>()
  for (const one of codes) {
    const parent = one.parent === undefined ? undefined : byCode.get(one.parent)
    const path = parent ? [`${parent.words.zh}—${one.words.zh}`] : []
    for (const label of [one.words.zh, one.words.en, ...path, ...(one.names ?? [])]) {
      const key = labelKey(label)
      if (!byLabel.has(key)) byLabel.set(key, one)
    }
  }
  const parents = new Set(codes.flatMap((one) => (one.parent === undefined ? [] : [one.parent])))
  const made = { byCode, byLabel, parents }
  indexes.set(list, made)
  return made
}

/** The entry with exactly this code. */
export const codeOf = (list: CodeListName, code: string): Code | undefined => index(list).byCode.get(code)

/** The entry a file means, by its code or any label it is known under (either language, older names, `parent—child`). */
export const findCode = (list: CodeListName, labelOrCode: string): Code | undefined =>
  codeOf(list, labelOrCode.trim()) ?? index(list).byLabel.get(labelKey(labelOrCode))

/** The label of a code; a code no longer on the list is shown as it is, since old records keep it. */
export const codeWords = (list: CodeListName, code: string): Words =>
  codeOf(list, code)?.words ?? { zh: code, en: code }

/** Whether the code exists and nothing lies below it. */
export const isLeaf = (list: CodeListName, code: string): boolean =>
  codeOf(list, code) !== undefined && !index(list).parents.has(code)

/** Whether a contract may carry the code: a leaf, or a group marked `whole` whose finer level may be unknown. */
export const isSelectable = (list: CodeListName, code: string): boolean =>
  isLeaf(list, code) || codeOf(list, code)?.whole === true

/** The code's top-level ancestor, by which the statistics count: `topCode('contractType', '31')` is `3`. */
export function topCode(list: CodeListName, code: string): string {
  const parent = codeOf(list, code)?.parent
  return parent === undefined ? code : topCode(list, parent)
}

/** The code and all codes below it. */
export function withDescendants(list: CodeListName, code: string): string[] {
  return [
    code,
    ...codeList(list)
      .filter((one) => one.parent === code)
      .flatMap((one) => withDescendants(list, one.code)),
  ]
}

/** 财政计划项目: any plan source but 计划外. */
export const isPublicPlan = (planSourceCode: string): boolean => topCode('planSource', planSourceCode) !== '9'
