import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { readSettings } from '@/db/queries/reference'
import { deleteEvidence, findEvidence, insertEvidence, listEvidence } from '@/db/queries/requests'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { fileNameFor } from '@/lib/domain/attachments/file-name'
import { Problem } from '@/lib/domain/problems'
import type { EvidenceFile } from '@/lib/domain/request/view'
import { keep, type Received, receive } from '../files/receive'
import { verb, type Work } from '../verb'
import { askable } from './ask'

const paper = z.strictObject({
  contract: z.uuid(),
  fileName: z.string().trim().min(1).max(1000),
})
type Paper = z.infer<typeof paper>

/** What an upload is told before it sends anything: the most megabytes a file may have. */
const prepare = verb('request.ask', paper, async (work, { contract }) => {
  await askable(work, contract)
  return mostMegabytes(work)
})

const mostMegabytes = async ({ tx, today }: Work): Promise<number> =>
  (await readSettings(tx, today)).attachmentMegabytes

export const enterEvidence = verb(
  'request.ask',
  paper.extend({ file: z.custom<Received>((value) => typeof value === 'object') }),
  async (work, { file, contract, fileName }): Promise<EvidenceFile> => {
    const { tx, actor } = work
    await askable(work, contract)
    const sent = await listEvidence(tx, { contract, addedBy: actor.id })
    const there = sent.find(({ sha256 }) => sha256 === file.sha256)
    if (there) return there
    await keep(file)
    const { sha256, size, mediaType } = file
    const entry = { id: newId(), fileName: fileNameFor(fileName, mediaType), mediaType, size, sha256 }
    await insertEvidence(tx, { ...entry, contract, addedBy: actor.id })
    await recordTrail(tx, actor, {
      action: 'evidence.attach',
      subjectKind: 'evidence',
      subject: entry.id,
      details: { contract, sha256 },
    })
    return entry
  },
)

/**
 * Takes a paper for a request that is about to be made on a contract. No transaction is open while it arrives.
 * @throws {Problem} what a request would be refused for; too-large, wrong-type, unfit-file
 */
export async function sendEvidence(
  actor: Actor,
  given: Paper,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  announced?: number,
): Promise<EvidenceFile> {
  const most = await prepare(actor, given)
  return receive(parts, { most, ...(announced !== undefined && { announced }) }, (file) =>
    enterEvidence(actor, { ...given, file }),
  )
}

/** The papers the actor has sent for a request on this contract that is still to be made. */
export const sentEvidence = verb(
  'request.ask',
  z.strictObject({ contract: z.uuid() }),
  async ({ tx, actor }, { contract }): Promise<EvidenceFile[]> =>
    listEvidence(tx, { contract, addedBy: actor.id }),
)

/** Takes a paper off that no request has been made with yet. */
export const removeEvidence = verb('request.ask', z.strictObject({ id: z.uuid() }), async (work, { id }) => {
  const { tx, actor } = work
  if (!(await deleteEvidence(tx, actor, id))) throw new Problem({ code: 'not-found' })
  await recordTrail(tx, actor, { action: 'evidence.remove', subjectKind: 'evidence', subject: id })
  return { id }
})

/** A paper within reach, for showing or saving; the reading is put on the trail. */
export const openEvidence = verb('request.read', z.strictObject({ id: z.uuid() }), async (work, { id }) => {
  const { tx, actor } = work
  const file = await findEvidence(tx, actor, id)
  if (!file) throw new Problem({ code: 'not-found' })
  await recordTrail(tx, actor, {
    action: 'file.read',
    subjectKind: 'evidence',
    subject: id,
    details: { contract: file.contract, sha256: file.sha256 },
  })
  return { ...file, kind: '' }
})
