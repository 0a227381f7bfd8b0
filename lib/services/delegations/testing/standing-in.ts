import type { Actor } from '@/lib/domain/access/actor'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { asNow } from '@/lib/testing/colleagues'
import { person, registrarOf } from '@/lib/testing/house'
import { readInbox } from '../../notices/inbox'
import { ask } from '../../requests/ask'
import { nameDeputy } from '../make'
import { revoke } from '../revoke'

export const own = registrarOf('D08')
export const [approver, second, auditor, admin] = [
  person('approver'),
  person('approver2'),
  person('auditor'),
  person('admin'),
]

export const today = shanghaiDate(new Date())
export const day = (days: number) => addDays(today, days)
export const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.detail?.issues?.[0]?.message ?? error.detail?.code ?? String(error),
  )

/** Lets the deputy stand in while the work is done. */
export async function during<T>(
  principal: Actor,
  deputy: Actor,
  work: (deputy: Actor) => Promise<T>,
): Promise<T> {
  const { id } = await nameDeputy(principal, { deputy: deputy.id, from: today, until: today })
  try {
    return await work(await asNow(deputy))
  } finally {
    await revoke(principal, { id })
  }
}

export const correction = (who: Actor, id: string, techField: string) =>
  ask(who, { id, kind: 'correct', reason: 'C01', text: '按合同文本更正。', patch: { techField } })

export const told = async (actor: Actor, subject: string) =>
  (await readInbox(actor, inboxQuerySchema.parse({}))).notices.filter((one) => one.subject === subject)
