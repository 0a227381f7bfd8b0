import type postgres from 'postgres'
import { toWire } from '@/lib/domain/contract/kinds'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { factsOf } from '@/lib/domain/statistics/facts'
import { units } from '@/lib/domain/units'
import type { Planted } from './plant'

export type LaterAct = 'correct' | 'change' | 'cancel' | 'revoke'

const columns = [...dimensionNames, 'turnover', 'technology'] as const

/**
 * An act after registration, as the ledger has it: the event with the content after it, the old line back out and, where
 * the contract stays, the new one in; dated `at`. Written straight into an owner's database, for tests of what reads it.
 * @returns the contract as it stands afterwards
 */
export async function plantAct(
  sql: postgres.Sql,
  planted: Planted,
  { action, at, change = {} }: { action: LaterAct; at: Date; change?: Partial<Planted['content']> },
): Promise<Planted> {
  const stays = action === 'correct' || action === 'change'
  const status = stays ? 'registered' : action === 'cancel' ? 'cancelled' : 'revoked'
  const content = { ...planted.content, ...change }
  const { unit, year } = planted.facts
  const area = units.find(({ code }) => code === unit)?.area ?? 'north'
  const facts = factsOf(content, { unit, area, date: planted.registeredOn })
  await sql.begin(async (tx) => {
    await tx`select set_config('app.clock', ${at.toISOString()}, true)`
    const [event] = await tx<{ id: string }[]>`
      insert into contract_event (contract, seq, action, status_after, actor, content)
      values (${planted.id}, 0, ${action}, ${status},
        '00000000-0000-7000-8000-000000000002', ${tx.json(toWire(content) as never)}) returning id`
    const [old] = await tx`
      select posting.* from posting join contract on contract.posting = posting.id and contract.year = posting.year
      where contract.id = ${planted.id}`
    if (!event || !old) throw new Error('Only what counts can be acted on')
    const { id: _, known_at: __, ...line } = old
    await tx`insert into posting ${tx({ ...line, event: event.id, sign: -1 } as never)}`
    let posting: string | null = null
    if (stays) {
      const said = Object.fromEntries(columns.map((name) => [name, String(facts[name])]))
      const [made] = await tx<{ id: string }[]>`
        insert into posting ${tx({ ...line, ...said, year, event: event.id, sign: 1 } as never)} returning id`
      posting = made?.id ?? null
    }
    await tx`alter table contract disable trigger user`
    await tx`update contract set content = ${tx.json(toWire(content) as never)}, posting = ${posting},
      status = ${status} where id = ${planted.id}`
    await tx`alter table contract enable trigger user`
  })
  return { ...planted, content, facts }
}
