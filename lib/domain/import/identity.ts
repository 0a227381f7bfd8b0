import type { Content } from '../contract/content'
import { differences } from '../contract/diff'

/** What a row is known again by. Null where something of it is missing. */
export interface Identity {
  seller: string
  buyer: string
  signDate: string
  /** The office's own number, where there is one; else the contract's name. */
  own: string | null
  name: string
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/**
 * An office's contract is the same where seller, buyer and day of signing are, and its own number (or, without one on
 * either side, its name). Amounts play no part: one that differs is a change of the same contract.
 */
export function identityOf({ seller, buyer, signDate, ownNumber, name }: Content): Identity | null {
  if (!seller?.name || !buyer?.name || !signDate || !name) return null
  return {
    seller: plain(seller.name),
    buyer: plain(buyer.name),
    signDate,
    own: ownNumber ? plain(ownNumber) : null,
    name: plain(name),
  }
}

/** Whether two are one contract, their parties and day agreeing. */
export const isSame = (a: Identity, b: Identity): boolean =>
  a.seller === b.seller &&
  a.buyer === b.buyer &&
  a.signDate === b.signDate &&
  (a.own !== null && b.own !== null ? a.own === b.own : a.name === b.name)

/** Parties and day as one text. */
export const partiesKey = ({
  seller,
  buyer,
  signDate,
}: Pick<Identity, 'seller' | 'buyer' | 'signDate'>): string =>
  [plain(seller), plain(buyer), signDate].join('|')

/** One text for all of it, by which rows of a file are compared. */
export const identityKey = (identity: Identity): string =>
  `${partiesKey(identity)}|${identity.own === null ? `n:${identity.name}` : `o:${identity.own}`}`

/**
 * A contract with what a row says of it: fields the row is silent on stay as they are, an empty cell clears nothing.
 * Null where that changes nothing.
 */
export function changedBy(before: Content, said: Content): Content | null {
  const after: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(said)) {
    const isParty = name === 'seller' || name === 'buyer'
    after[name] = isParty ? { ...before[name], ...(value as object) } : value
  }
  return differences(before, after as Content).length > 0 ? (after as Content) : null
}
