import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import type { HitKind } from '@/lib/domain/search/hit'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { search } from '../search'

export const [office, stranger] = [registrarOf('D08'), registrarOf('D01')]
export const [approver, auditor, leader] = [person('approver'), person('auditor'), person('leader')]
export const [admin, security] = [person('admin'), person('security')]

/** 重 and 行 have more than one reading. */
export const buyer = {
  name: '重峦（叠翠）农行滴灌有限公司',
  country: '142',
  code: '91650203MA81K5507N',
  kind: '150',
  ownership: '2',
  region: '652301',
  isCorps: false,
}

/** The three contracts there are to find. */
export const ids = {} as Record<'draft' | 'submitted' | 'registered', string>

/** Moves in and enters them; answers the number of the registered one. */
export async function enterThree(): Promise<string> {
  await moveIn()
  for (const status of ['draft', 'submitted', 'registered'] as const)
    ids[status] = await contractIn(status, office, { buyer, name: `苁蓉${status}技术` })
  const [row] = await sql()`select number from contract where id = ${ids.registered}`
  return row?.number
}

export const found = async (actor: Actor, typed: string, kind: HitKind = 'contract', locale = 'zh-CN') =>
  (await search(actor, typed, locale)).groups.find((group) => group.kind === kind)?.hits ?? []
