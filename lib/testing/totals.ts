import type { Sql } from 'postgres'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'

export interface UnitSums {
  contracts: number
  turnover: bigint
  technology: bigint
}

const year = () => yearOf(shanghaiDate(new Date()))

type Row = { unit: string; contracts: string; turnover: string; technology: string }

const byUnit = (rows: readonly Row[]): Map<string, UnitSums> =>
  new Map(
    rows.map(({ unit, contracts, turnover, technology }) => [
      unit,
      { contracts: Number(contracts), turnover: BigInt(turnover), technology: BigInt(technology) },
    ]),
  )

/** The running totals of this year by unit, read as the owner. */
export const totals = async (owner: Sql): Promise<Map<string, UnitSums>> =>
  byUnit(
    await owner<Row[]>`
    select unit, contracts, turnover, technology from total where year = ${year()} and dimension = 'all'`,
  )

/** The same, summed from the registered contracts themselves. */
export const recount = async (owner: Sql): Promise<Map<string, UnitSums>> =>
  byUnit(
    await owner<Row[]>`
    select unit, count(*) as contracts, sum(turnover) as turnover, sum(technology) as technology
    from contract where status = 'registered' and year = ${year()} group by unit`,
  )
