import 'server-only'
import { z } from 'zod'
import { searchEarlier } from '@/db/queries/entry'
import { formatWan } from '@/lib/domain/money'
import { typedWords } from '@/lib/domain/text/typed'
import { verb } from '../verb'

const input = z.strictObject({ text: typedWords(200) })

/** The office's own contracts to begin a new one from; with nothing typed, the latest. */
export const findEarlier = verb('contract.create', input, async ({ tx, actor }, { text }) => {
  const found = await searchEarlier(tx, actor, text, 20)
  return found.map(({ turnover, updatedAt, ...rest }) => ({
    ...rest,
    wan: turnover === null ? null : formatWan(turnover),
    updatedAt: updatedAt.toISOString(),
  }))
})
