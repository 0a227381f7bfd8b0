import type { Content, Party } from './content'

const home = '142'
const enterprise = (kind: string) => /^[123]/.test(kind)

/** Named conditions on a content, on which fields are shown and required. */
const contentConditions = {
  isForeignText: (c: Content) => c.language !== undefined && c.language !== 'zh',
  isForeignCurrency: (c: Content) => c.currency !== undefined && c.currency !== 'CNY',
  isPaidInInstalments: (c: Content) => c.payMethod === '2',
  isPaidByRoyalty: (c: Content) => c.payMethod === '3' || c.payMethod === '4',
  isEquity: (c: Content) => c.subtype === '28' || c.payMethod === '5',
  isPlanProject: (c: Content) => c.planSource !== undefined && c.planSource !== '9',
  involvesIntellectualProperty: (c: Content) =>
    (c.intellectualProperty?.length ?? 0) > 0 && !c.intellectualProperty?.includes('9'),
  isLicence: (c: Content) => c.subtype?.startsWith('3') ?? false,
  isRelatedTransaction: (c: Content) => c.isRelated === true,
} as const

/** Named conditions on one party. */
const partyConditions = {
  partyIsDomestic: (p: Party) => p.country === undefined || p.country === home,
  partyIsDomesticBody: (p: Party) =>
    (p.country === undefined || p.country === home) && !p.kind?.startsWith('4'),
  partyIsEnterprise: (p: Party) => enterprise(p.kind ?? ''),
  partyIsCorps: (p: Party) => p.isCorps === true,
} as const

type ContentConditionName = keyof typeof contentConditions
type PartyConditionName = keyof typeof partyConditions
export type ConditionName = ContentConditionName | PartyConditionName

/** Whether a condition holds; one on parties is asked of the party the field belongs to. */
export function holds(name: ConditionName, content: Content, party?: Party): boolean {
  if (name in partyConditions)
    return party !== undefined && partyConditions[name as PartyConditionName](party)
  return contentConditions[name as ContentConditionName](content)
}

export const isDomestic = partyConditions.partyIsDomestic
