import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertAttachment } from '@/db/queries/attachments'
import { recordTrail } from '@/db/trail'
import { codeList } from '@/lib/domain/contract/code-lists'
import { hold } from '../contracts/act'
import { keep } from '../files/store'
import { verb } from '../verb'

const input = z.strictObject({
  contract: z.uuid(),
  kind: z.string().refine((kind) => codeList('attachmentKind').some(({ code }) => code === kind)),
  fileName: z.string().trim().min(1).max(200),
  bytes: z.instanceof(Uint8Array),
})

/** Attaches a file to a contract that is being edited. Returns its id. */
export const attach = verb('contract.attach', input, async (work, { contract, kind, fileName, bytes }) => {
  const { tx, actor } = work
  await hold(work, contract, 'attach')
  const sha256 = await keep(bytes)
  const id = newId()
  await insertAttachment(tx, {
    id,
    contract,
    kind,
    fileName,
    mediaType: 'application/pdf',
    size: bytes.byteLength,
    sha256,
    addedBy: actor.id,
  })
  await recordTrail(tx, actor, {
    action: 'contract.attach',
    subjectKind: 'attachment',
    subject: id,
    details: { contract, kind, sha256 },
  })
  return { id, sha256 }
})
