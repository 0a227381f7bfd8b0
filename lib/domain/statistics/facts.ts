import { isDomestic } from '../contract/conditions'
import type { Content, Party } from '../contract/content'
import { bandOf } from './bands'

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
  flow: 'corps' | 'xinjiang' | 'outside'
  seller: SellerGroup
  field: string
  band: string
  property: string
  goal: string
  buyer: BuyerGroup
  province: string
  trade: string
  turnover: bigint
  technology: bigint
}

export type SellerGroup = 'state' | 'private' | 'research' | 'university' | 'other'
export type BuyerGroup = 'enterprise' | 'government' | 'institution' | 'society' | 'individual' | 'other'

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
    type: content.subtype?.slice(0, 1) ?? '',
    subtype: content.subtype ?? '',
    plan: content.planSource?.slice(0, 1) ?? '',
    flow: flowOf(buyer),
    seller: sellerGroupOf(registrant),
    field: content.techField?.slice(0, 2) ?? '',
    band: bandOf(turnover),
    property: content.intellectualProperty?.[0] ?? '',
    goal: content.goal ?? '',
    buyer: buyerGroupOf(buyer),
    province: provinceOf(buyer),
    trade: content.trade ?? '',
    turnover,
    technology,
  }
}

/** By buyer (design §2): the Corps by its flag, not by region code; abroad counts as outside. */
function flowOf(buyer: Party): Facts['flow'] {
  if (buyer.isCorps) return 'corps'
  return isDomestic(buyer) && buyer.region?.startsWith('65') ? 'xinjiang' : 'outside'
}

/** Figure 6 of the report: enterprises by ownership, research bodies (021x), universities (022x), the rest. */
function sellerGroupOf(party: Party): SellerGroup {
  const kind = party.kind ?? ''
  if (/^[123]/.test(kind)) return party.ownership === '1' ? 'state' : 'private'
  if (kind.startsWith('021')) return 'research'
  if (kind.startsWith('022')) return 'university'
  return 'other'
}

function buyerGroupOf(party: Party): BuyerGroup {
  const kind = party.kind ?? ''
  if (/^[123]/.test(kind)) return 'enterprise'
  if (kind.startsWith('01')) return 'government'
  if (kind.startsWith('02')) return 'institution'
  if (kind.startsWith('03')) return 'society'
  return kind.startsWith('4') ? 'individual' : 'other'
}

/** First two digits of the buyer's division, or 'abroad'. */
const provinceOf = (buyer: Party) => (isDomestic(buyer) ? (buyer.region?.slice(0, 2) ?? '') : 'abroad')
