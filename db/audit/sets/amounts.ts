import { sql } from 'drizzle-orm'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { formatYuan } from '@/lib/domain/money'
import { type OfContract, ofContract, register, type SetCheck, type SetFound } from './set'

/** From so many contracts on a seller's median says something; a unit slip is 10 000, and 100 is far enough. */
const SELLERS_FEWEST = 4
const SELLERS_FAR = 100
/** Robust bounds (Iglewicz and Hoaglin 1993): 3.5 deviations by the MAD of ln(turnover), which is at least 0.25. */
const GROUPS_FEWEST = 20
const GROUPS_FAR = 3.5
const NARROWEST = 0.25
const CELLS_FEWEST = 5
const KINDS_FEWEST = 10
const KINDS_SHARE = 0.9

interface Apart extends OfContract {
  turnover: string
  median: string
  contracts: number
}

const apart = (row: Apart): SetFound => {
  const [turnover, median] = [BigInt(row.turnover), BigInt(row.median)]
  const times = Number(turnover) / Number(median)
  return {
    ...ofContract(row),
    path: 'turnover',
    params: {
      turnover: formatYuan(turnover),
      median: formatYuan(median),
      contracts: row.contracts,
      times: times >= 1 ? String(Math.round(times * 10) / 10) : `1/${Math.round(1 / times)}`,
    },
  }
}

export const farFromSellers: SetCheck = async (tx, { year }) =>
  (
    await tx.execute<Apart>(sql`
      with ${register(year)}, sellers as (
        select seller, count(*)::integer as contracts,
          percentile_cont(0.5) within group (order by turnover::float8) as median
        from register where turnover > 0 and seller <> '' group by seller having count(*) >= ${SELLERS_FEWEST})
      select r.id, r.unit, r.subtype, r.turnover, round(s.median)::bigint as median, s.contracts
      from register r join sellers s on s.seller = r.seller
      where r.turnover > 0 and s.median > 0
        and (r.turnover >= s.median * ${SELLERS_FAR} or r.turnover * ${SELLERS_FAR} <= s.median)`)
  ).map(apart)

export const outOfOrdinary: SetCheck = async (tx, { year }) =>
  (
    await tx.execute<Apart>(sql`
      with ${register(year)}, logs as (
        select *, ln(turnover::float8) as size from register where turnover > 0
      ), middle as (
        select type, field, count(*)::integer as contracts, percentile_cont(0.5) within group (order by size) as median
        from logs group by type, field having count(*) >= ${GROUPS_FEWEST}
      ), spread as (
        select m.type, m.field, m.contracts, m.median, greatest(${NARROWEST}::float8, 1.4826 *
          percentile_cont(0.5) within group (order by abs(l.size - m.median))) as deviation
        from middle m join logs l on l.type = m.type and l.field = m.field group by m.type, m.field, m.contracts, m.median)
      select l.id, l.unit, l.subtype, l.turnover, round(exp(s.median))::bigint as median, s.contracts
      from logs l join spread s on s.type = l.type and s.field = l.field
      where abs(l.size - s.median) > ${GROUPS_FAR} * s.deviation`)
  ).map(apart)

const cellLists = { unit: 'unit', type: 'contractType', field: 'techField' } as const

/** A contract of more than half of the turnover of a unit, a type or a field that holds several. */
export const moreThanHalf: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<
    OfContract & { cell: keyof typeof cellLists; member: string; contracts: number; share: string }
  >(sql`
    with ${register(year)}, cells as (
      select r.id, r.unit, r.subtype, r.turnover, c.cell, c.member,
        count(*) over whole as contracts, sum(r.turnover) over whole as together
      from register r cross join lateral (values ('unit', r.unit), ('type', r.type), ('field', r.field)) as c (cell, member)
      window whole as (partition by c.cell, c.member))
    select id, unit, subtype, cell, member, contracts::integer, round(100 * turnover / together, 1) as share
    from cells where contracts >= ${CELLS_FEWEST} and turnover * 2 > together order by id, cell`)
  return rows.map((row) => ({
    ...ofContract(row),
    path: 'turnover',
    params: { cell: codeWords(cellLists[row.cell], row.member), share: row.share, contracts: row.contracts },
  }))
}

/** Project numbers are of a kind by their letters (AB, SS, YFD); each kind belongs to the source nearly all give. */
export const unusualPlan: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<
    OfContract & { plan_number: string; plan_source: string; usual: string; given: number }
  >(sql`
    with ${register(year)}, numbered as (
      select *, regexp_replace(upper(plan_number), '[^A-Z]', '', 'g') as letters, left(plan_source, 1) as level
      from register where plan_number ~ '[A-Za-z]'
    ), levels as (
      select letters, level, min(plan_source) as usual, count(*) as given,
        sum(count(*)) over (partition by letters) as whole
      from numbered group by letters, level)
    select n.id, n.unit, n.subtype, n.plan_number, n.plan_source, l.usual, l.given::integer
    from numbered n join levels l on l.letters = n.letters and l.level <> n.level
    where l.given >= ${KINDS_FEWEST} and l.given >= l.whole * ${KINDS_SHARE}::numeric`)
  return rows.map((row) => ({
    ...ofContract(row),
    path: 'planSource',
    params: {
      number: row.plan_number,
      contracts: row.given,
      usual: codeWords('planSource', row.usual),
      plan: codeWords('planSource', row.plan_source),
    },
  }))
}
