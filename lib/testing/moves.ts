import fc from 'fast-check'
import type { RequestLine } from '@/db/queries/requests'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { approve } from '@/lib/services/contracts/approve'
import { submit } from '@/lib/services/contracts/submit'
import { person, registrarOf } from '@/lib/services/demo/people'
import { ask } from '@/lib/services/requests/ask'
import { decline } from '@/lib/services/requests/decline'
import { grant } from '@/lib/services/requests/grant'
import { readRequests } from '@/lib/services/requests/list'
import { serve } from '@/lib/services/requests/serve'
import { state } from '@/lib/services/requests/state'
import { takeBack } from '@/lib/services/requests/take-back'
import { entered, evidenceFor } from './contracts'

/** What a client does next. `on` picks the contract, `by` whoever does it. */
export interface Move {
  what: 'register' | 'correct' | 'change' | 'cancel' | 'revoke' | 'hear' | 'grant' | 'decline' | 'take-back'
  on: number
  by: number
  /** In fen: what a correction or change makes of the amounts; some are large enough for two approvers. */
  amount: bigint
  field: string
}

/** What a verb has confirmed, so that it must be found for ever after. */
export interface Acknowledged {
  act:
    | 'enter'
    | 'submit'
    | 'register'
    | 'ask'
    | 'serve'
    | 'state'
    | 'endorse'
    | 'grant'
    | 'decline'
    | 'take-back'
  contract: string
  request?: string
  number?: string | null
}

/** A contract that is moved, and the office it belongs to. */
export interface Moved {
  id: string
  unit: string
}

type Tell = (act: Acknowledged) => void

/** Where the moves are made: the contracts to choose from, who is told what is confirmed, and how new contracts differ. */
export interface Desk {
  register: Moved[]
  tell: Tell
  content?: () => Content
}

const offices = ['D08', 'D01']

export const anyMove: fc.Arbitrary<Move> = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant('register' as const) },
    { weight: 4, arbitrary: fc.constantFrom('correct', 'change') },
    { weight: 2, arbitrary: fc.constantFrom('cancel', 'revoke') },
    {
      weight: 7,
      arbitrary: fc.constantFrom('hear', 'hear', 'grant', 'grant', 'grant', 'decline', 'take-back'),
    },
  ),
  on: fc.nat(999),
  by: fc.nat(999),
  amount: fc.oneof(
    fc.bigInt({ min: 1_000_000n, max: 400_000_000n }),
    fc.bigInt({ min: 1_000_000n, max: 90_000_000_000n }),
  ),
  field: fc.constantFrom('01', '03', '09'),
})

const approvers = () => [person('approver'), person('approver2')]
const askerIn = (unit: string, by: number) =>
  one([registrarOf(unit), person('auditor'), registrarOf(unit)], by)
const one = <T>(from: readonly T[], index: number) => from[index % from.length] as T

/**
 * Makes a move by the project's own verbs and tells what they confirm; what is registered is added to the register.
 * @throws {Problem} where the move is refused, which concurrent moves may well be
 */
export async function make(move: Move, desk: Desk): Promise<void> {
  const { register, tell } = desk
  if (move.what === 'register' || register.length === 0) return enterAndRegister(move, desk)
  const { id, unit } = one(register, move.on)
  if (isAsking(move.what)) {
    const made = await askFor(move, move.what, askerIn(unit, move.by), id)
    return tell({ act: 'ask', contract: id, ...made })
  }
  const { lines } = await readRequests(person('auditor'), { open: true })
  const fit = move.what === 'hear' ? lines.filter(({ kind }) => kind === 'revoke') : lines
  if (fit.length > 0) await settle(move, move.what, one(fit, move.on), tell)
}

async function enterAndRegister({ on, by }: Move, { register, tell, content }: Desk): Promise<void> {
  const unit = one(offices, on)
  const registrar = registrarOf(unit)
  const id = await entered(registrar, content?.())
  tell({ act: 'enter', contract: id })
  await submit(registrar, { id })
  tell({ act: 'submit', contract: id })
  const { number } = await approve(one(approvers(), by), { id })
  tell({ act: 'register', contract: id, number })
  register.push({ id, unit })
}

const reasons = { correct: 'C01', change: 'M01', cancel: 'X01', revoke: '3' } as const

const isAsking = (what: Move['what']): what is keyof typeof reasons => what in reasons

async function askFor({ amount, field }: Move, kind: keyof typeof reasons, asker: Actor, id: string) {
  if (kind === 'change' || kind === 'cancel') await evidenceFor(asker, id)
  const money = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
  const patch = { turnover: money, technology: money, techField: field }
  const made = await ask(asker, {
    id,
    kind,
    reason: reasons[kind],
    text: '按合同文本及当事人约定办理。',
    ...((kind === 'correct' || kind === 'change') && { patch }),
  })
  return { request: made.id, number: made.number }
}

async function settle(
  { by }: Move,
  what: 'hear' | 'grant' | 'decline' | 'take-back',
  { id, contract, unit }: RequestLine,
  tell: Tell,
): Promise<void> {
  const on = { contract, request: id }
  const approver = one(approvers(), by)
  if (what === 'hear') {
    const day = shanghaiDate(new Date())
    await serve(approver, { id, on: day, text: '已书面告知当事人。' })
    tell({ act: 'serve', ...on })
    await state(askerIn(unit, by), { id, on: day, text: '' })
    return tell({ act: 'state', ...on })
  }
  if (what === 'grant') {
    const { status } = await grant(approver, { id })
    return tell({ act: status === 'granted' ? 'grant' : 'endorse', ...on })
  }
  if (what === 'decline') await decline(approver, { id, text: '依据不足，不予准予。' })
  else await takeBack(askerIn(unit, by), { id })
  tell({ act: what, ...on })
}
