import type { Actor } from '@/lib/domain/access/actor'
import type { NoticeKindName } from '@/lib/domain/notice/kinds'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { person, registrarOf } from '@/lib/testing/house'
import { returnForCorrection } from '../../contracts/return'
import { ask } from '../../requests/ask'
import { readInbox } from '../inbox'

export const [own, other] = [registrarOf('D08'), registrarOf('D01')]
export const [approver, second, auditor] = [person('approver'), person('approver2'), person('auditor')]
export const [leader, admin, security] = [person('leader'), person('admin'), person('security')]
export const today = shanghaiDate(new Date())
export const year = Number(today.slice(0, 4))
export const query = inboxQuerySchema.parse({})
export const unread = async (actor: Actor) => (await readInbox(actor, query)).notices

/** What somebody is told of a subject now. */
export const told = async (actor: Actor, subject: string): Promise<NoticeKindName[]> =>
  (await unread(actor)).filter((one) => one.subject.startsWith(subject)).map(({ kind }) => kind)

export const waits = async (actor: Actor, kind: string): Promise<number> =>
  (await readInbox(actor, query)).waiting.find((line) => line.kind === kind)?.count ?? 0

export const back = (id: string) =>
  returnForCorrection(approver, { id, reasons: [{ code: 'B16', path: 'techField' }] })

/** Asks for a correction of a registered contract. */
export const correction = (who: Actor, id: string) =>
  ask(who, { id, kind: 'correct', reason: 'C01', text: '按合同文本更正。', patch: { techField: '03' } })
