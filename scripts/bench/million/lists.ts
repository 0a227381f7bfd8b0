import type { Sql } from 'postgres'
import { paramsOf, readListQuery, writeListQuery } from '@/lib/domain/contract/list-query'
import { listContracts } from '@/lib/services/contracts/list'
import { person, registrarOf } from '@/lib/services/demo/people'
import { type Measured, p95 } from '../bars'
import { times } from '../measure'

/** Enough that the 95th percentile is not the slowest of all. */
const ROUNDS = 60

/** What people look for, as the address of the list says it. */
const asked = (year: number): Record<string, string> => ({
  'everything, last touched first': '',
  'a word of the name': 'q=滴灌',
  'three words': 'q=棉花 滴灌 研究',
  'a number': `q=${year}66000800012`,
  'a party': 'q=示例卖方1234',
  'a word nobody wrote': 'q=量子',
  'a unit and a year': `unit=D08&year=${year}`,
  'amounts of a field, largest first': 'techField=09&turnover.from=100&turnover.to=500&sort=-turnover',
  'days of registration': `registeredOn.from=${year}-06-01&registeredOn.to=${year}-06-30&sort=registeredOn`,
  'a cell of the statistics': `year=${year}&cell.flow=1&cell.band=01`,
  'a word in a unit and year': `q=番茄&unit=D12&year=${year}&sort=-turnover`,
})

/** Lists, filters and searches of the centre, those of an office, and a page far down. */
export async function listsOf(owner: Sql, year: number): Promise<Measured[]> {
  const bare = await times(
    ROUNDS,
    () => owner`
    select id, number, local_number, name, seller_name, buyer_name, turnover from contract
    order by updated_at desc, id desc limit 51`,
  )
  const rows: Measured[] = []
  for (const [who, actor] of [
    ['centre', person('approver')],
    ['office', registrarOf('D08')],
  ] as const) {
    for (const [what, address] of Object.entries(asked(year))) {
      const query = readListQuery(paramsOf(new URLSearchParams(address)))
      if (query.ignored.length > 0) throw new Error(`The list does not know ${query.ignored.join(', ')}`)
      rows.push(p95(`${what}, ${who}`, await times(ROUNDS, () => listContracts(actor, query)), 50, bare))
    }
  }
  const far = await farDown()
  rows.push(
    p95('the 20th page, centre', await times(ROUNDS, () => listContracts(person('approver'), far)), 50, bare),
  )
  return rows
}

/** The query of the 20th page, found by turning pages. */
async function farDown() {
  let query = readListQuery(new Map())
  for (let page = 1; page < 20; page += 1) {
    const { next } = await listContracts(person('approver'), query)
    if (!next) break
    query = readListQuery(paramsOf(writeListQuery({ ...query, cursor: next })))
  }
  return query
}
