import type postgres from 'postgres'
import { v7 as newId } from 'uuid'
import { codeList, isSelectable } from '@/lib/domain/contract/code-lists'
import type { Content } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { type Facts, factsOf } from '@/lib/domain/statistics/facts'
import { units } from '@/lib/domain/units'

export interface Planted {
  id: string
  content: Content
  registeredOn: string
  facts: Facts
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const regions = ['659001', '650102', '653101', '110105', '440305', '620102', '310115']

/** A registered contract of a year with every dimension drawn at random; amounts from a few yuan to several 亿元. */
export function randomContract(next: () => number, years: readonly number[]): Planted {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const code = (list: Parameters<typeof codeList>[0]) =>
    pick(codeList(list).filter((one) => isSelectable(list, one.code))).code
  const turnover = BigInt(Math.floor(10 ** (4 + 7 * next() * next())))
  const abroad = next() < 0.03
  const content: Content = {
    name: `示例技术合同${Math.floor(next() * 1e6)}`,
    subtype: code('contractType'),
    registrantRole: next() < 0.05 ? '2' : '1',
    turnover,
    technology: (turnover * BigInt(Math.floor(next() * 101))) / 100n,
    seller: { name: '示例卖方', country: '156', kind: code('partyKind'), ownership: code('ownership') },
    buyer: {
      name: '示例买方',
      country: abroad ? '840' : '156',
      kind: code('partyKind'),
      isCorps: next() < 0.4,
      ...(!abroad && { region: pick(regions) }),
    },
    planSource: code('planSource'),
    techField: code('techField'),
    goal: code('socioGoal'),
    intellectualProperty: [code('ipKind')],
    trade: next() < 0.02 ? '1' : '0',
  }
  const unit = pick(units)
  const day = (most: number) => String(1 + Math.floor(next() * most)).padStart(2, '0')
  const registeredOn = `${pick(years)}-${day(12)}-${day(28)}`
  const facts = factsOf(content, { unit: unit.code, area: unit.area, date: registeredOn })
  return { id: newId(), content, registeredOn, facts }
}

const columns = ['year', 'unit', ...dimensionNames, 'turnover', 'technology'] as const

/**
 * Writes registered contracts with event and posting straight into an owner's database, for tests and measurements of
 * what reads them; each `copies` times. `known` dates the postings, which the database's own trigger would do by now.
 */
export async function plant(
  sql: postgres.Sql,
  contracts: readonly Planted[],
  options: { copies?: number; known?: Date } = {},
): Promise<void> {
  const { copies = 1, known } = options
  await sql.begin(async (tx) => {
    if (known) await tx`select set_config('app.clock', ${known.toISOString()}, true)`
    await tx`
      insert into account (id, username, name, role, unit)
      values ('00000000-0000-7000-8000-000000000001', 'planter', 'Planter', 'registrar', 'D01'),
        ('00000000-0000-7000-8000-000000000002', 'weigher', 'Weigher', 'approver', null) on conflict do nothing`
    await tx`create temp table seed (content jsonb, id uuid, day date, facts jsonb) on commit drop`
    for (let from = 0; from < contracts.length; from += 1000) {
      const rows = contracts.slice(from, from + 1000).map(({ id, content, registeredOn, facts }) => ({
        id,
        content: toWire(content),
        day: registeredOn,
        facts: Object.fromEntries(columns.map((name) => [name, String(facts[name])])),
      }))
      await tx`insert into seed select * from jsonb_to_recordset(${tx.json(rows as never)})
        as r (content jsonb, id uuid, day date, facts jsonb)`
    }
    await tx`
      create temp table line on commit drop as
      select case when copy = 1 then seed.id else gen_random_uuid() end as id, seed.content, seed.day, seed.facts,
        nextval('contract_event_id_seq') as event, nextval('posting_id') as posting
      from seed, generate_series(1, ${copies}) as copy order by seed.day, seed.id`
    await tx`alter table contract disable trigger user`
    await tx`
      insert into contract (id, local_number, unit, status, content, entered_by, edited_by, decided_by, decided_at,
        accepted_on, number, year, registered_on, posting)
      select id, 'P-' || posting, facts ->> 'unit', 'registered', content, '00000000-0000-7000-8000-000000000001',
        '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', day::timestamptz, day,
        to_char(day, 'YYYY') || lpad(posting::text, 12, '0'), extract(year from day), day, posting from line`
    await tx`alter table contract enable trigger user`
    if (copies > 1) await tx`alter table contract_event disable trigger user`
    await tx`
      insert into contract_event (id, contract, seq, action, status_after, actor, content)
      select event, id, 1, 'approve', 'registered', '00000000-0000-7000-8000-000000000002', content from line`
    if (copies > 1) await tx`alter table contract_event enable trigger user`
    const listed = columns.map((name) => `"${name}"`).join(', ')
    const typed = columns
      .map((name) => {
        const cast =
          name === 'year' ? '::integer' : name === 'turnover' || name === 'technology' ? '::bigint' : ''
        return `(facts ->> '${name}')${cast}`
      })
      .join(', ')
    if (copies > 1) await tx`alter table posting disable trigger user`
    await tx.unsafe(`insert into posting (id, contract, event, sign, registered_on, ${listed})
      select posting, id, event, 1, day, ${typed} from line`)
    if (copies > 1) {
      await tx`alter table posting enable trigger user`
      await tx.unsafe(`insert into total (year, unit, dimension, member, contracts, turnover, technology)
        select year, unit, d, m, count(*), sum(turnover), sum(technology) from posting,
          lateral (values ('all', ''), ${dimensionNames.map((name) => `('${name}', "${name}")`).join(', ')}) as s (d, m)
        group by 1, 2, 3, 4 on conflict (year, unit, dimension, member) do update set
          contracts = excluded.contracts, turnover = excluded.turnover, technology = excluded.technology`)
      await tx`insert into day_total (year, unit, day, contracts, turnover, technology)
        select year, unit, registered_on, count(*), sum(turnover), sum(technology) from posting group by 1, 2, 3
        on conflict (year, unit, day) do update set
          contracts = excluded.contracts, turnover = excluded.turnover, technology = excluded.technology`
    }
  })
}
