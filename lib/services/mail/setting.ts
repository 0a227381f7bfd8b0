import 'server-only'
import { z } from 'zod'
import { findAccount } from '@/db/queries/accounts'
import { findMailSetting, keepMailSetting } from '@/db/queries/outbox'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { type Cadence, cadenceNames } from '@/lib/domain/mail/outbox'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'
import { refused } from '../refuse'
import { verb, type Work } from '../verb'
import { mailServer } from './server'

const fields = {
  /** '' for none. */
  address: z
    .string()
    .trim()
    .max(200, 'too-long')
    .refine((value) => value === '' || z.email().safeParse(value).success, { error: 'mail' }),
  cadence: z.enum(cadenceNames as [Cadence, ...Cadence[]]),
  language: z.enum(['zh-CN', 'en']),
}

type Given = { address: string; cadence: Cadence; language: 'zh-CN' | 'en' }

/** Sets where one's notices are mailed to and how often. @throws {Problem} invalid-input `address` where a cadence needs one */
export const setOwnMail = verb('account.self', z.strictObject(fields), (work, given) =>
  keep(work, work.actor.id, work.actor.username, given),
)

/** The same by the administrator, for somebody. @throws {Problem} not-found */
export const setMailOf = verb(
  'account.write',
  z.strictObject({ account: z.uuid(), ...fields }),
  async (work, { account: id, ...given }) => {
    const account = await findAccount(work.tx, id)
    if (!account) throw new Problem({ code: 'not-found' })
    await keep(work, id, account.username, given)
  },
)

async function keep({ tx, actor }: Work, of: string, username: string, given: Given): Promise<void> {
  if (given.cadence !== 'none' && given.address === '') throw refused('address', 'required')
  const before = await findMailSetting(tx, of)
  await keepMailSetting(tx, of, given)
  await recordTrail(tx, actor, {
    action: 'mail.change',
    subjectKind: 'account',
    subject: of,
    details: {
      username,
      before: { mail: before?.address ?? '', cadence: before?.cadence ?? 'none' },
      after: { mail: given.address, cadence: given.cadence },
    },
  })
}

export interface ShownMailSetting {
  address: string
  cadence: Cadence
  language: string
  /** Whether the operator has set a server: without one nothing is sent. */
  sends: boolean
}

const shown = (setting: Awaited<ReturnType<typeof findMailSetting>>): ShownMailSetting => ({
  address: setting?.address ?? '',
  cadence: setting?.cadence ?? 'none',
  language: setting?.language ?? 'zh-CN',
  sends: mailServer() !== null,
})

export const readOwnMail = (actor: Actor): Promise<ShownMailSetting> =>
  reading(actor, 'account.self', async (tx) => shown(await findMailSetting(tx, actor.id)))

export const readMailOf = (actor: Actor, account: string): Promise<ShownMailSetting> =>
  reading(actor, 'account.read', async (tx) => shown(await findMailSetting(tx, account)))
