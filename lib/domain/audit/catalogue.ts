import { DICTIONARY } from '../contract/check'
import { rules as contractRules } from '../contract/rules'
import type { Words } from '../words'
import type { AuditRule, ContentRule, Hit, Param, RecordRule, SetRule } from './rule'
import { recordRules } from './rules/record'
import { type SetRuleId, setRules } from './rules/set'

/** Rules that advise whoever fills in the form and say nothing of a registered contract, and one asked of the set. */
const FORM_ONLY = new Set(['V10', 'V11', 'keywords', 'proof-of-rights', 'statement-on-know-how', 'Q15'])

const AS_TOLD: Words = { zh: '{message}', en: '{message}' }

const dictionary: ContentRule = {
  id: DICTIONARY,
  scope: 'content',
  title: { zh: '登记表未填全或不合格式', en: 'Form incomplete or not well-formed' },
  severity: 'error',
  source: '技术合同登记表填写说明',
  message: AS_TOLD,
  examples: { passes: [[{}]], fails: [[{ endDate: undefined }], [{ name: '短' }]] },
}

const fromForm = contractRules
  .filter(({ id }) => !FORM_ONLY.has(id))
  .map(
    ({ id, title, severity, source, since, examples }): ContentRule => ({
      id,
      scope: 'content',
      title,
      severity,
      source,
      ...(since && { since }),
      message: AS_TOLD,
      examples,
    }),
  )

/** Every rule of the self-audit: what the form asks, what the record tells, what only all contracts together show. */
export const auditRules: readonly AuditRule[] = [dictionary, ...fromForm, ...recordRules, ...setRules]

const byId = new Map(auditRules.map((rule) => [rule.id, rule]))

export const auditRule = (id: string): AuditRule | undefined => byId.get(id)

export const isRecordRule = (rule: AuditRule): rule is RecordRule => rule.scope === 'record'
export const isSetRule = (rule: AuditRule): rule is SetRule<SetRuleId> => rule.scope === 'set'

/** The place of a rule in the catalogue, by which hits are ordered. */
export const placeOf = new Map(auditRules.map(({ id }, at) => [id, at]))

/** What a hit says, in both languages. A hit of a rule that is gone still tells its name. */
export function hitWords({ rule, params }: Pick<Hit, 'rule' | 'params'>): Words {
  const template = byId.get(rule)?.message ?? (params.message ? AS_TOLD : { zh: rule, en: rule })
  return { zh: filled(template.zh, params, 'zh'), en: filled(template.en, params, 'en') }
}

const filled = (template: string, params: Hit['params'], language: 'zh' | 'en'): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => told(params[name], language))

const told = (param: Param | undefined, language: 'zh' | 'en'): string =>
  typeof param === 'object' ? param[language] : String(param ?? '')
