import { type Cell, divide, whole } from '../statistics/figure'

/** So many of so many. */
export interface Part {
  part: number
  of: number
}

/** Below this a percentage says more than the contracts do: only the two numbers are shown. */
export const FEWEST = 10

/** The exact share; none of nothing. */
export const shareOf = ({ part, of }: Part): Cell => divide(whole(BigInt(part)), whole(BigInt(of)))

/** Whether there are contracts enough for a percentage. */
export const isEnough = ({ of }: Part): boolean => of >= FEWEST
