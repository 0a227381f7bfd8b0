import 'server-only'
import { atTime } from '@/db/clock'
import { toWire } from '@/lib/domain/contract/kinds'
import { addDays, startOfDate } from '@/lib/domain/time/dates'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { enter, handIn, minutesLater } from './enter'
import { flawOf } from './flaws'
import { person, registrarOf } from './people'
import type { StoryContract } from './register-file'

/** Half past ten in the morning of a day in Xinjiang's office hours, 12:30 in Beijing time. */
export const officeHours = (day: string): Date => minutesLater(startOfDate(day), 12 * 60 + 30)

/** The offices have their accounts by then. */
const OPENED = '2022-12-06'

/** Days that an office takes over a contract before it hands it in. */
const preparing = [0, 1, 3, 0, 2, 6, 1, 0, 4, 2, 9]

/**
 * A contract from entry to the submission that the file knows of: the office takes its days over it, and each ninth came
 * back before and was mended. `nth` is its place among the office's contracts.
 */
export async function bring(contract: StoryContract, nth: number): Promise<string> {
  const { unit, submittedOn } = contract
  const content = contract.first ?? contract.content
  const registrar = registrarOf(unit)
  const signed = contract.content.signDate ?? submittedOn
  const earliest = signed > OPENED ? signed : OPENED
  const before = addDays(submittedOn, -(5 + (nth % 6)))
  const comesBack = nth % 9 === 4 && before >= earliest
  const { flaw, spoilt } = flawOf(content, Math.floor(nth / 9))
  const sent = comesBack ? before : submittedOn
  const begun = addDays(sent, -(preparing[nth % preparing.length] ?? 0))
  const entered = officeHours(begun > earliest ? begun : earliest)
  const id = await enter(registrar, comesBack ? spoilt : content, entered, { submit: false })
  const submit = (day: string) => atTime(minutesLater(officeHours(day), 10), () => handIn(registrar, id))
  if (!comesBack) {
    await submit(sent)
    return id
  }
  await submit(before)
  await atTime(officeHours(addDays(before, 2 + (nth % 3))), () =>
    returnForCorrection(person('approver'), { id, reasons: [flaw.reason] }),
  )
  const patch = Object.fromEntries(flaw.fields.map((name) => [name, toWire(content[name])]))
  await atTime(officeHours(submittedOn), () => save(registrar, { id, patch }))
  await submit(submittedOn)
  return id
}
