import 'server-only'
import { keepPreferences } from '@/db/queries/own'
import { recordTrail } from '@/db/trail'
import { preferenceSchema } from '@/lib/domain/preferences'
import { verb } from '../verb'

/** Keeps what a person chose for themselves, beside what they chose before. Answers with all of it. */
export const changePreferences = verb(
  'account.self',
  preferenceSchema.partial(),
  async ({ tx, actor }, chosen) => {
    const kept = await keepPreferences(tx, actor, chosen)
    await recordTrail(tx, actor, {
      action: 'preference.change',
      subjectKind: 'account',
      subject: actor.id,
      details: chosen,
    })
    return kept
  },
)
