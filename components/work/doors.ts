import { addDays } from '@/lib/domain/time/dates'
import type { AgeSpan } from '@/lib/domain/work/ages'
import { routes } from '@/lib/routes'

/** Where the numbers of work lead: each list there holds just the contracts that were counted. */

interface Place {
  /** Absent for all units within reach. */
  unit?: string | undefined
}

export const draftsDoor = () => routes.contracts({ status: 'draft' })

export const returnedDoor = () => routes.contracts({ status: 'returned' })

/** What lies at the centre, as the list of contracts has it. */
export const atCentreDoor = () => routes.contracts({ status: 'submitted' })

export const overdueDoor = (today: string) =>
  routes.contracts({ status: 'submitted', 'dueOn.to': addDays(today, -1) })

export const nearDoor = (today: string, nearUntil: string) =>
  routes.contracts({ status: 'submitted', 'dueOn.from': today, 'dueOn.to': nearUntil })

/** At the centre and accepted on the days of an age. */
export const ageDoor = ({ from, to }: AgeSpan, { unit }: Place = {}) =>
  routes.contracts({ status: 'submitted', unit, 'acceptedOn.from': from, 'acceptedOn.to': to })

export const deskDoor = (view?: 'overdue' | 'near', { unit }: Place = {}) => routes.approvals({ view, unit })

/** Registered on the days from one to the other. */
export const registeredDoor = (from: string, to: string) =>
  routes.contracts({ 'registeredOn.from': from, 'registeredOn.to': to })

export const yearDoor = (year: number, { unit }: Place = {}) =>
  routes.contracts({ status: 'registered', year, unit })
