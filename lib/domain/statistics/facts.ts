import { buyerGroupOf, flowOf, sellerGroupOf, sizeBandOf, topCode } from '../contract/code-lists'
import { partyIsDomestic } from '../contract/conditions'
import type { Content, Party } from '../contract/content'

/**
 * What a registered contract is counted under: one member for each dimension, and its two amounts in fen.
 * A posting stores these; nothing else decides where a contract stands in a table.
 */
export interface Facts {
  year: number
  unit: string
  /** Month of registration, '01' to '12'. */
  month: string
  area: 'south' | 'north'
  type: string
  subtype: string
  plan: string
  flow: string
  seller: string
  field: string
  band: string
  property: string
  goal: string
  buyer: string
  province: string
  trade: string
  turnover: bigint
  technology: bigint
}

/** The facts of a contract whose content passed every check, registered on a day (Asia/Shanghai) in a unit. */
export function factsOf(
  content: Content,
  registration: { unit: string; area: 'south' | 'north'; date: string },
): Facts {
  const { turnover = 0n, technology = 0n, seller = {}, buyer = {} } = content
  const registrant = content.registrantRole === '2' ? buyer : seller
  return {
    year: Number(registration.date.slice(0, 4)),
    unit: registration.unit,
    month: registration.date.slice(5, 7),
    area: registration.area,
    type: topCode('contractType', content.subtype ?? ''),
    subtype: content.subtype ?? '',
    plan: topCode('planSource', content.planSource ?? ''),
    flow: flowOf(buyer.isCorps === true, partyIsDomestic(buyer) ? buyer.region : null),
    seller: sellerGroupOf(registrant.kind ?? '', registrant.ownership),
    field: topCode('techField', content.techField ?? ''),
    band: sizeBandOf(turnover).code,
    property: content.intellectualProperty?.[0] ?? '',
    goal: content.goal ?? '',
    buyer: buyerGroupOf(buyer.kind ?? ''),
    province: provinceOf(buyer),
    trade: content.trade ?? '',
    turnover,
    technology,
  }
}

/** First two digits of the buyer's division, or 'abroad'. */
const provinceOf = (buyer: Party) => (partyIsDomestic(buyer) ? (buyer.region?.slice(0, 2) ?? '') : 'abroad')
