import { sql } from 'drizzle-orm'
import { reusableKinds } from '@/lib/domain/attachments/files'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { FEN_PER_YUAN, formatWan } from '@/lib/domain/money'
import type { Tx } from '../../client'
import { inReach } from '../../visibility'
import { type OfContract, ofContract, register, type SetCheck, type SetFound, type SetYear } from './set'

/** Exact twins: each but the first one registered, with the number and unit of that. */
const twins = (tx: Tx, { year }: SetYear) =>
  tx.execute<OfContract & { other: string; first_unit: string }>(sql`
    with ${register(year)}, told as (
      select *, first_value(number) over alike as other, first_value(unit) over alike as first_unit,
        row_number() over alike as place
      from register
      where seller <> '' and buyer <> ''
      window alike as (partition by seller, buyer, turnover, signed, jishi_plain(name) order by registered_on, id))
    select id, unit, subtype, other, first_unit from told where place > 1`)

export const registeredTwice: SetCheck = async (tx, year) =>
  (await twins(tx, year)).flatMap((row) =>
    row.first_unit === row.unit ? [{ ...ofContract(row), params: { other: row.other } }] : [],
  )

/** Twins of another office, and contracts that stand in the national list of those registered elsewhere. */
export const registeredElsewhere: SetCheck = async (tx, year) => {
  const listed = await tx.execute<OfContract & { other: string }>(sql`
    with ${register(year.year)}
    select distinct on (r.id) r.id, r.unit, r.subtype, i.number as other
    from register r join inflow i
      on i.seller_name = r.seller_name and i.buyer_name = r.buyer_name and i.turnover = r.turnover and i.name = r.name
    where i.number <> r.number and i.year between ${year.year - 1}::integer and ${year.year + 1}::integer
    order by r.id, i.number`)
  const elsewhere = listed.map(
    (row): SetFound => ({
      ...ofContract(row),
      params: { where: { zh: '外地', en: 'an office elsewhere' }, other: row.other },
    }),
  )
  const across = (await twins(tx, year)).flatMap((row): SetFound[] =>
    row.first_unit === row.unit
      ? []
      : [{ ...ofContract(row), params: { where: codeWords('unit', row.first_unit), other: row.other } }],
  )
  return [...elsewhere, ...across]
}

/**
 * Near twins (same parties, turnover within 1 %, signed within 30 days, names 85 % alike). Those that near in turnover
 * stand beside each other when a pair's contracts are ordered by it: four neighbours are looked at, however many
 * contracts the pair has.
 */
export const perhapsTwice: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<OfContract & { other: string; days: number; likeness: string }>(sql`
    with ${register(year)}, beside as (
      select *, array_agg(id) over (partition by seller, buyer order by turnover, id
        rows between 4 preceding and 1 preceding) as near
      from register
      where seller <> '' and buyer <> ''
    ), pairs as (
      select case when (a.registered_on, a.id) > (b.registered_on, b.id) then a.id else b.id end as id,
        case when (a.registered_on, a.id) > (b.registered_on, b.id) then b.number else a.number end as other,
        abs(a.signed - b.signed) as days, jishi_likeness(a.name, b.name) as likeness
      from beside a cross join lateral unnest(a.near) as n (id) join register b on b.id = n.id
      where (a.turnover - b.turnover) * 100 <= a.turnover and abs(a.signed - b.signed) <= 30
        and (a.turnover, a.signed, jishi_plain(a.name)) is distinct from (b.turnover, b.signed, jishi_plain(b.name))
        and not jishi_differ_in_series(a.name, b.name))
    select distinct on (r.id) r.id, r.unit, r.subtype, p.other, p.days, p.likeness
    from pairs p join register r on r.id = p.id
    where p.likeness >= 0.85
    order by r.id, p.likeness desc, p.other`)
  return rows.map((row) => ({
    ...ofContract(row),
    params: { other: row.other, days: row.days, likeness: Math.floor(Number(row.likeness) * 100) },
  }))
}

/** Each contract but the first that carries a file; papers rightly handed in again are left out. */
export const sameFile: SetCheck = async (tx, { year }) => {
  const rows = await tx.execute<OfContract & { other: string; kind: string }>(sql`
    with files as (
      select contract.id, contract.unit, contract.subtype, a.kind,
        first_value(contract.id) over same as first, first_value(contract.number) over same as other
      from attachment a join ${inReach} on contract.id = a.contract
      where contract.status = 'registered' and contract.year = ${year} and a.removed_at is null
        and a.kind not in ${[...reusableKinds]}
      window same as (partition by a.sha256 order by contract.registered_on, contract.id))
    select distinct id, unit, subtype, kind, other from files where id <> first order by id, kind, other`)
  return rows.map((row) => ({
    ...ofContract(row),
    path: row.kind,
    params: { kind: codeWords('attachmentKind', row.kind), other: row.other },
  }))
}

/** The contract that closes 30 days in which a pair signed three or more below the threshold that reach it together. */
export const perhapsSplit: SetCheck = async (tx, { year, settings }) => {
  const threshold = BigInt(settings.largeThreshold) * FEN_PER_YUAN
  const rows = await tx.execute<OfContract & { contracts: number; technology: string }>(sql`
    with ${register(year)}, told as (
      select *, count(*) over month as contracts, sum(technology) over month as together
      from register
      where seller <> '' and buyer <> '' and technology < ${threshold}
      window month as (partition by seller, buyer order by signed
        range between interval '30 days' preceding and current row))
    select id, unit, subtype, contracts::integer, together::text as technology
    from told where contracts >= 3 and together >= ${threshold}`)
  return rows.map((row) => ({
    ...ofContract(row),
    path: 'technology',
    params: { contracts: row.contracts, technology: formatWan(BigInt(row.technology)) },
  }))
}
