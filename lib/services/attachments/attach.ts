import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { attachedNow, insertAttachment, listAttachments } from '@/db/queries/attachments'
import { readSettings } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { fileNameFor } from '@/lib/domain/attachments/file-name'
import type { ListedFile } from '@/lib/domain/attachments/files'
import { codeList } from '@/lib/domain/contract/code-lists'
import { hold } from '../contracts/act'
import { keep, type Received, receive } from '../files/receive'
import { verb, type Work } from '../verb'

const paper = z.strictObject({
  contract: z.uuid(),
  kind: z.string().refine((kind) => codeList('attachmentKind').some(({ code }) => code === kind)),
  fileName: z.string().trim().min(1).max(1000),
})
type Paper = z.infer<typeof paper>

/** What an upload is told before it sends anything: the most megabytes a file may have. */
const prepare = verb('contract.attach', paper, async (work, { contract }) => {
  await hold(work, contract, 'attach')
  return mostMegabytes(work)
})

export const enterReceived = verb(
  'contract.attach',
  paper.extend({ file: z.custom<Received>((value) => typeof value === 'object') }),
  async (work, { file, ...given }) => {
    await hold(work, given.contract, 'attach')
    return enter(work, given, file)
  },
)

/** Attaches bytes at hand to a contract that is being edited. */
export const attach = verb(
  'contract.attach',
  paper.extend({ bytes: z.instanceof(Uint8Array) }),
  async (work, { bytes, ...given }) => {
    await hold(work, given.contract, 'attach')
    const limits = { most: await mostMegabytes(work), announced: bytes.byteLength }
    return receive([bytes], limits, (file) => enter(work, given, file))
  },
)

/**
 * Attaches a file as it arrives. No transaction is open meanwhile: a slow line must not hold a connection, so whether
 * it may be attached is asked before the first byte and again after the last.
 * @throws {Problem} what `attach` refuses; nothing is stored then
 */
export async function upload(
  actor: Actor,
  given: Paper,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  announced?: number,
): Promise<ListedFile> {
  const most = await prepare(actor, given)
  return receive(parts, { most, ...(announced !== undefined && { announced }) }, (file) =>
    enterReceived(actor, { ...given, file }),
  )
}

const mostMegabytes = async ({ tx, today }: Work): Promise<number> =>
  (await readSettings(tx, today)).attachmentMegabytes

/**
 * The bytes are safe before a row names them. The same file of the same kind is attached once, so that an upload whose
 * answer was lost can be repeated.
 */
async function enter(work: Work, { contract, kind, fileName }: Paper, file: Received): Promise<ListedFile> {
  const { tx, actor } = work
  const { sha256, size, mediaType } = file
  const there = (await attachedNow(tx, contract)).find((one) => one.kind === kind && one.sha256 === sha256)
  const id = there?.id ?? newId()
  if (!there) {
    await keep(file)
    await insertAttachment(tx, {
      id,
      contract,
      kind,
      fileName: fileNameFor(fileName, mediaType),
      mediaType,
      size,
      sha256,
      addedBy: actor.id,
    })
    await recordTrail(tx, actor, {
      action: 'contract.attach',
      subjectKind: 'attachment',
      subject: id,
      details: { contract, kind, sha256 },
    })
  }
  const listed = (await listAttachments(tx, actor, contract)).find((one) => one.id === id)
  if (!listed) throw new Error('The attachment was not written')
  return listed
}
