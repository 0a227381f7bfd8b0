import 'server-only'
import { z } from 'zod'
import { deleteSetting, putSetting, readSettingRows, type SettingRow } from '@/db/queries/units'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { type SettingKey, settingKeys, settings, settingsOn } from '@/lib/domain/settings'
import { isDate } from '@/lib/domain/time/dates'
import { reading } from '../reader'
import { refused } from '../refuse'
import { verb } from '../verb'

const key = z.enum(settingKeys as [SettingKey, ...SettingKey[]])
const from = z.string().refine(isDate, 'date')

/** Sets a value from today or a later day on. What was in force before that day stays as it was. */
export const changeSetting = verb(
  'setting.write',
  z.strictObject({ key, from, value: z.union([z.number(), z.string()]) }),
  async ({ tx, actor, at, today }, { key, from, value }) => {
    if (from < today) throw refused('from', 'from-today')
    const parsed = settings[key].schema.safeParse(value)
    if (!parsed.success) throw refused('value', 'setting')
    const before = settingsOn(from, await readSettingRows(tx))[key]
    await putSetting(tx, { key, validFrom: from, value: parsed.data, setBy: actor.id, setAt: at })
    await recordTrail(tx, actor, {
      action: 'setting.change',
      subjectKind: 'setting',
      subject: key,
      details: { from, before, after: parsed.data },
    })
  },
)

/** Takes back a value that does not hold yet. */
export const takeBackSetting = verb(
  'setting.write',
  z.strictObject({ key, from }),
  async ({ tx, actor, today }, { key, from }) => {
    if (from <= today) throw refused('from', 'in-force')
    const gone = await deleteSetting(tx, key, from)
    if (!gone) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'setting.change',
      subjectKind: 'setting',
      subject: key,
      details: { takenBack: from, before: gone.value },
    })
  },
)

/** Every dated value of every setting, newest first. */
export const settingRows = (actor: Actor): Promise<SettingRow[]> =>
  reading(actor, 'setting.write', readSettingRows)
