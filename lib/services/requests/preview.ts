import 'server-only'
import { z } from 'zod'
import { patchSchema } from '@/lib/domain/contract/content'
import { requestKindNames } from '@/lib/domain/request/kinds'
import type { Preview } from '@/lib/domain/request/view'
import { movesOf } from '../statistics/moves'
import { verb } from '../verb'
import { askable } from './ask'
import { isLarge, linesOf, propose } from './proposal'

const input = z.strictObject({
  id: z.uuid(),
  kind: z.enum(requestKindNames),
  patch: patchSchema.default({}),
})

/** What a request would do, before it is made; nothing is written. */
export const previewRequest = verb(
  'request.ask',
  input,
  async (work, { id, kind, patch }): Promise<Preview> => {
    const { tx, actor } = work
    const contract = await askable(work, id)
    const { content, ...proposal } = await propose(work, contract, kind, patch)
    const { lines } = await linesOf(tx, contract, content)
    return {
      ...proposal,
      large: isLarge(work.settingsOn, contract, content),
      ...(await movesOf(tx, actor, lines)),
    }
  },
)
