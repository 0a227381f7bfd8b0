import { CHINA, isEnterprise } from './code-lists'
import type { Content, Party } from './content'
import type { ConditionName, ContentConditionName, FieldSpec, PartyConditionName } from './field-spec'

/** Named conditions on a content, on which fields are shown and required. */
const contentConditions: Record<ContentConditionName, (content: Content) => boolean> = {
  isForeignText: (c) => c.language !== undefined && c.language !== 'zh',
  isForeignCurrency: (c) => c.currency !== undefined && c.currency !== 'CNY',
  isPaidInInstalments: (c) => c.payMethod === '2',
  isPaidByRoyalty: (c) => c.payMethod === '3' || c.payMethod === '4',
  isEquity: (c) => c.subtype === '28' || c.payMethod === '5',
  isPlanProject: (c) => c.planSource !== undefined && c.planSource !== '9',
  involvesIntellectualProperty: (c) =>
    (c.intellectualProperty?.length ?? 0) > 0 && !c.intellectualProperty?.includes('9'),
  isLicence: (c) => c.subtype?.startsWith('3') ?? false,
  isRelatedTransaction: (c) => c.isRelated === true,
}

/** Named conditions on one party. */
const partyConditions: Record<PartyConditionName, (party: Party) => boolean> = {
  partyIsDomestic: (p) => p.country === undefined || p.country === CHINA,
  partyIsDomesticBody: (p) => (p.country === undefined || p.country === CHINA) && !p.kind?.startsWith('4'),
  partyIsEnterprise: (p) => isEnterprise(p.kind ?? ''),
  partyIsCorps: (p) => p.isCorps === true,
}

/** Whether a condition holds; one on parties is asked of the party the field belongs to. */
export const holds = (name: ConditionName, content: Content, party?: Party): boolean =>
  isOfParty(name) ? party !== undefined && partyConditions[name](party) : contentConditions[name](content)

const isOfParty = (name: ConditionName): name is PartyConditionName => Object.hasOwn(partyConditions, name)

export const partyIsDomestic = partyConditions.partyIsDomestic

/** Whether the field is asked at all in these circumstances. */
export const isShown = (spec: FieldSpec, content: Content, party?: Party): boolean =>
  spec.shownWhen === undefined || holds(spec.shownWhen, content, party)

/** Whether the field must be filled at submission in these circumstances. */
export const isRequired = (spec: FieldSpec, content: Content, party?: Party): boolean =>
  spec.required === 'always' || (spec.required !== 'never' && holds(spec.required, content, party))
