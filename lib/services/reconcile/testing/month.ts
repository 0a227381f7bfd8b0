import { atTime } from '@/db/clock'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { Problem } from '@/lib/domain/problems'
import { findingListSchema } from '@/lib/domain/reconcile/list-query'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { completeContent } from '@/lib/testing/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { exportList } from '../../export/lists'
import { contractSheet, type SheetContract } from '../../import/contract-sheet'
import { beginReconciliation } from '../begin'
import { readReconciliation } from '../read'

export const [own, foreign] = [registrarOf('D08'), registrarOf('D01')]
export const [approver, auditor, leader] = [person('approver'), person('auditor'), person('leader')]
export const today = shanghaiDate(new Date())

/** The month that is over. */
export const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
const midMonth = new Date(`${month}-15T04:00:00Z`)
export const dates = { signDate: addDays(`${month}-01`, -40), effectiveDate: addDays(`${month}-01`, -40) }
export const kept = new Map<string, { number: string; content: Content }>()

async function registered(office: Actor, content: Content): Promise<string> {
  const id = await atTime(midMonth, () => contractIn('registered', office, content))
  const [row] = await sql()`select number from contract where id = ${id}`
  kept.set(id, { number: row?.number, content })
  return id
}

/** Moves in and registers three contracts of the office and one of the other in that month; answers the three. */
export async function registerMonth(): Promise<string[]> {
  await moveIn()
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push(await registered(own, completeContent(dates)))
  await registered(foreign, completeContent(dates))
  return ids
}

/** A row of the national system about a contract of ours. */
export const rowOf = (id: string, changes: Content = {}): SheetContract => {
  const { number = '', content = {} } = kept.get(id) ?? {}
  return {
    content: { ...content, ...changes },
    record: { number, registeredOn: `${month}-15`, unit: 'D08' },
  }
}

export const missing: SheetContract = {
  content: completeContent(dates),
  record: { number: `${month.slice(0, 4)}660008999999`, registeredOn: `${month}-20`, unit: 'D08' },
}

export const sent = async (actor: Actor, rows: readonly SheetContract[], period = month) =>
  (
    await beginReconciliation(actor, { fileName: '全国系统.xlsx', period }, [
      contractSheet('registered', rows),
    ])
  ).id

export const view = async (actor: Actor, id: string, asked: Record<string, string> = {}) => {
  const found = await readReconciliation(actor, id, findingListSchema.parse(asked))
  if (!found) throw new Error('out of reach')
  return found
}

export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.detail.code : error),
  )

export const file = async (
  list: 'statement' | 'statements' | 'differences',
  asked: Record<string, string>,
) => {
  const params = new Map(Object.entries(asked).map(([name, value]) => [name, [value]]))
  const { body } = await exportList(own, list, { params, format: 'csv', locale: 'zh-CN' })
  return new Response(body).text()
}
