import { sql } from 'drizzle-orm'
import { formatWan, percent } from '@/lib/domain/money'
import { dimensionWords } from '@/lib/domain/statistics/dimension-words'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import type { Words } from '@/lib/domain/words'
import { type OfContract, ofContract, register, type SetCheck } from './set'

const LATE_FEWEST = 10
const LATE_SHARE = 0.3

/** Contracts that count in the year otherwise than their status says. */
export const miscounted: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<OfContract & { due: number; counted: number }>(sql`
    with ${register(year)}, counted as (
      select contract as id, min(unit) as unit, sum(sign)::integer as lines from posting where year = ${year} group by contract)
    select id, coalesce(r.unit, c.unit) as unit, r.subtype, (r.unit is not null)::integer as due,
      coalesce(c.lines, 0) as counted
    from register r full join counted c using (id)
    where coalesce(c.lines, 0) <> (r.unit is not null)::integer`)
  return rows.map((row) => ({ ...ofContract(row), params: { due: row.due, counted: row.counted } }))
}

export const lateInYear: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<{ unit: string; contracts: number; late: number }>(sql`
    with ${register(year)}
    select unit, count(*)::integer as contracts,
      (count(*) filter (where registered_on > make_date(${year}::integer, 12, 21)))::integer as late
    from register group by unit having count(*) >= ${LATE_FEWEST}
      and count(*) filter (where registered_on > make_date(${year}::integer, 12, 21)) >= count(*) * ${LATE_SHARE}::numeric`)
  return rows.map(({ unit, contracts, late }) => ({
    contract: null,
    unit,
    type: null,
    params: { contracts, late, share: percent(BigInt(late), BigInt(contracts), 0) ?? '' },
  }))
}

export const withoutRegistrations: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<{ unit: string; name: Words }>(sql`
    with ${register(year)}, standing as (
      select distinct on (unit) unit, name_zh, name_en, closed from unit_version
      where valid_from <= make_date(${year}::integer, 12, 31) order by unit, valid_from desc)
    select unit, jsonb_build_object('zh', name_zh, 'en', name_en) as name
    from standing where not closed and unit not in (select unit from register)`)
  return rows.map(({ unit, name }) => ({ contract: null, unit, type: null, params: { name } }))
}

/** Each breakdown of each unit against its whole, as the totals stand. */
export const partsAndWhole: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<{
    unit: string
    dimension: DimensionName
    contracts: number
    parts: string
    all: number
    whole: string
  }>(sql`
    with sums as (
      select unit, dimension, sum(contracts)::integer as contracts, sum(turnover) as turnover, sum(technology) as technology
      from total where year = ${year} group by unit, dimension
    ), dimensions as (select distinct dimension from total where dimension <> 'all')
    select w.unit, d.dimension, coalesce(p.contracts, 0) as contracts, coalesce(p.turnover, 0)::text as parts,
      w.contracts as all, w.turnover::text as whole
    from sums w cross join dimensions d left join sums p on p.unit = w.unit and p.dimension = d.dimension
    where w.dimension = 'all' and (w.contracts, w.turnover, w.technology)
      is distinct from (coalesce(p.contracts, 0), coalesce(p.turnover, 0), coalesce(p.technology, 0))
    order by w.unit, d.dimension`)
  return rows.map(({ unit, dimension, contracts, parts, all, whole }) => ({
    contract: null,
    unit,
    type: null,
    params: {
      dimension: dimensionWords[dimension],
      contracts,
      parts: formatWan(BigInt(parts)),
      all,
      whole: formatWan(BigInt(whole)),
    },
  }))
}
