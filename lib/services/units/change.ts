import 'server-only'
import { z } from 'zod'
import {
  deleteUnitVersion,
  lockUnit,
  putUnitVersion,
  readUnitHistories,
  type UnitHistory,
} from '@/db/queries/units'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { addDays, isDate, yearOf } from '@/lib/domain/time/dates'
import { reading } from '../reader'
import { refused } from '../refuse'
import { verb, type Work } from '../verb'

const name = z.string().trim().min(1, 'required').max(60, 'too-long')
const from = z.string().refine(isDate, 'date')

const changeInput = z.strictObject({
  code: z.string(),
  from,
  nameZh: name,
  nameEn: name,
  area: z.enum(['south', 'north']),
  ranked: z.boolean(),
})

/**
 * Gives a unit another name, area or rank from a day on. A name may reach back to the first day of this year, an area
 * only begins tomorrow: what was registered before was posted with the old one. Closed years never change.
 */
export const changeUnit = verb('unit.write', changeInput, async (work, { code, ...given }) => {
  const before = await standing(work, code, given.from)
  const after = { ...before, ...given, validFrom: given.from }
  if (after.area !== before.area) notBefore(given.from, addDays(work.today, 1), 'from-tomorrow')
  else notBefore(given.from, `${yearOf(work.today)}-01-01`, 'closed-year')
  await write(work, before, after)
})

const closeInput = z.strictObject({
  code: z.string(),
  from,
  /** The unit that carries its work on, if any. */
  into: z.string().nullable().default(null),
})

/** Closes a unit from a day on, or merges it into another: no new contracts; what it registered stays its own. */
export const closeUnit = verb('unit.write', closeInput, async (work, { code, from: day, into }) => {
  const before = await standing(work, code, day)
  notBefore(day, work.today, 'from-today')
  if (before.closed) throw refused('from', 'closed')
  if (into !== null) {
    const target = into === code ? null : await standing(work, into, day)
    if (!target || target.closed) throw refused('into', 'closed')
  }
  await write(work, before, { ...before, validFrom: day, closed: true, mergedInto: into })
})

/** Takes back a change that does not hold yet. */
export const takeBackUnitChange = verb(
  'unit.write',
  z.strictObject({ code: z.string(), from }),
  async ({ tx, actor, today }, { code, from: day }) => {
    if (day <= today) throw refused('from', 'in-force')
    if (!(await lockUnit(tx, code)) || !(await deleteUnitVersion(tx, code, day))) {
      throw new Problem({ code: 'not-found' })
    }
    await recordTrail(tx, actor, {
      action: 'unit.change',
      subjectKind: 'unit',
      subject: code,
      details: { takenBack: day },
    })
  },
)

/** Every unit with its versions, and the day it is. */
export const unitHistories = (actor: Actor): Promise<UnitHistory[]> =>
  reading(actor, 'unit.write', readUnitHistories)

type Version = UnitHistory['versions'][number]

/** The version in force on the day, with the unit held. A change after which another is already planned would be undone by it. */
async function standing({ tx }: Work, code: string, day: string): Promise<Version> {
  if (!(await lockUnit(tx, code))) throw new Problem({ code: 'not-found' })
  const versions = (await readUnitHistories(tx)).find((unit) => unit.code === code)?.versions ?? []
  if (versions.some(({ validFrom }) => validFrom > day)) throw refused('from', 'later-change')
  const version = versions.find(({ validFrom }) => validFrom <= day)
  if (!version) throw new Problem({ code: 'not-found' })
  return version
}

async function write({ tx, actor }: Work, before: Version, after: Version): Promise<void> {
  await putUnitVersion(tx, after)
  await recordTrail(tx, actor, {
    action: 'unit.change',
    subjectKind: 'unit',
    subject: after.unit,
    details: { before, after },
  })
}

function notBefore(day: string, earliest: string, message: string): void {
  if (day < earliest) throw refused('from', message)
}
