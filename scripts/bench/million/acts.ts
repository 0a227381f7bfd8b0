import type { Sql } from 'postgres'
import { openDatabase } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { approve } from '@/lib/services/contracts/approve'
import { submit } from '@/lib/services/contracts/submit'
import { person, registrarOf } from '@/lib/services/demo/people'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { SELLERS } from '@/lib/testing/templates'
import { enterDrafts, twoRows } from '../acts'
import type { Measured } from '../bars'
import type { Register } from '../house'
import { perSecond } from '../measure'

const clients = [1, 16] as const
const actsEach = 400

interface Act {
  what: string
  do(index: number): Promise<unknown>
}

/** Acts per second against the bare two-row insert, measured before and after each in turns. */
export async function actsOf(owner: Sql, { appUrl }: Register): Promise<Measured[]> {
  const bare = openDatabase(appUrl, { max: 16 })
  const insert = (at: number) => perSecond(actsEach, at, () => twoRows(bare.sql))
  const rows: Measured[] = []
  for (const at of clients) {
    const acts = await prepared(owner)
    let before = await insert(at)
    for (const { what, do: act } of acts) {
      const rate = await perSecond(actsEach, at, act)
      const after = await insert(at)
      const yard = (before + after) / 2
      rows.push({
        what: `${what}, ${at} at once`,
        value: rate / yard,
        unit: '×',
        bar: { least: 0.5 },
        beside: `${rate.toFixed(0)}/s, bare insert ${yard.toFixed(0)}/s`,
      })
      before = after
    }
  }
  await bare.close()
  return rows
}

/** The acts, with what they need made ready outside the measured time. */
async function prepared(owner: Sql): Promise<Act[]> {
  const drafts = await enterDrafts(actsEach, SELLERS)
  // Of moderate size, so that one approver grants, and never asked about before.
  const chosen = await owner<{ id: string; unit: string; tech_field: string }[]>`
    select id, unit, tech_field from contract
    where status = 'registered' and technology < 400000000
      and not exists (select from request where request.contract = contract.id)
    order by year desc, id limit ${actsEach}`
  const requests: string[] = []
  return [
    { what: 'submit', do: (index) => submit(drafts[index]?.registrar as Actor, { id: drafts[index]?.id }) },
    { what: 'approve', do: (index) => approve(person('approver'), { id: drafts[index]?.id }) },
    {
      what: 'ask for a correction',
      async do(index) {
        const one = chosen[index]
        if (!one) return
        const made = await ask(registrarOf(one.unit), {
          id: one.id,
          kind: 'correct',
          patch: { techField: one.tech_field === '03' ? '09' : '03' },
          reason: 'C03',
          text: '技术领域按合同标的归类有误。',
        })
        requests[index] = made.id
      },
    },
    { what: 'grant a correction', do: (index) => grant(person('approver2'), { id: requests[index] }) },
  ]
}
