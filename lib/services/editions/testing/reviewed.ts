import postgres from 'postgres'
import type { ReportKey } from '@/db/queries/editions'
import { ownerUrl } from '@/db/testing/database'
import { chance, randomContract } from '@/db/testing/plant'
import { plantAct } from '@/db/testing/plant-acts'
import type { Actor } from '@/lib/domain/access/actor'
import { person, registrarOf } from '@/lib/testing/house'
import { readReport } from '../../report/read-report'
import { readReview } from '../read-review'
import { signChapters } from '../sign'

export const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(7)
export const contracts = Array.from({ length: 40 }, () => randomContract(next, [2023, 2024]))
export const [approver, second, auditor] = [person('approver'), person('approver2'), person('auditor')]
export const [leader, office] = [person('leader'), registrarOf('D08')]

/** The report of the whole Corps. */
export const corps = { year: 2024, unit: null }
export const refusal = (code: string) => ({ detail: { code } })
export const review = async (actor: Actor, key: ReportKey = corps) => {
  const found = await readReview(actor, key, await readReport(actor, key))
  if (!found) throw new Error('No review')
  return found
}

export async function signAll(actor: Actor, key: ReportKey = corps) {
  const { chapters } = await review(actor, key)
  await signChapters(actor, { ...key, chapters: chapters.map(({ id, hash }) => ({ id, hash })) })
}

/** Corrects a planted contract of the year now. */
export async function correct(which: number) {
  const some = contracts.filter(({ facts }) => facts.year === 2024)[which]
  if (!some) throw new Error('No contract')
  const at = new Date()
  const change = { turnover: some.facts.turnover + 12_345_600n }
  return { some, acted: await plantAct(owner, some, { action: 'correct', at, change }) }
}
