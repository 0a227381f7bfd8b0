import 'server-only'
import { z } from 'zod'
import { removeAttachment } from '@/db/queries/attachments'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { hold } from '../contracts/act'
import { verb } from '../verb'

const input = z.strictObject({ contract: z.uuid(), id: z.uuid() })

/** Takes a file off a contract that is being edited. Row and bytes stay: an earlier submission may name them. */
export const detach = verb('contract.attach', input, async (work, { contract, id }) => {
  const { tx, actor } = work
  await hold(work, contract, 'attach')
  if (!(await removeAttachment(tx, contract, id))) throw new Problem({ code: 'not-found' })
  await recordTrail(tx, actor, {
    action: 'contract.detach',
    subjectKind: 'attachment',
    subject: id,
    details: { contract },
  })
  return { id }
})
