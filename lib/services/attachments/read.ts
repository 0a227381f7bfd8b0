import 'server-only'
import { z } from 'zod'
import { findAttachment, listAttachments, readLately } from '@/db/queries/attachments'
import { findContract } from '@/db/queries/contracts'
import { recordTrail } from '@/db/trail'
import type { ByteRange } from '@/lib/domain/attachments/byte-range'
import { Problem } from '@/lib/domain/problems'
import { installedVault } from '../files/installed-vault'
import { verb } from '../verb'

/** The files of a contract within reach. @throws {Problem} not-found */
export const readAttachments = verb(
  'contract.read',
  z.strictObject({ contract: z.uuid() }),
  async ({ tx, actor }, { contract }) => {
    if (!(await findContract(tx, actor, contract))) throw new Problem({ code: 'not-found' })
    return listAttachments(tx, actor, contract)
  },
)

/**
 * A file within reach, for showing or saving. Puts the reading on the trail, once for a person, a file and a quarter
 * of an hour, because viewers ask for a file piece by piece.
 * @throws {Problem} not-found for everything outside reach
 */
export const openAttachment = verb(
  'contract.read',
  z.strictObject({ contract: z.uuid(), id: z.uuid() }),
  async ({ tx, actor }, { contract, id }) => {
    const file = await findAttachment(tx, actor, contract, id)
    if (!file) throw new Problem({ code: 'not-found' })
    if (!(await readLately(tx, id))) {
      await recordTrail(tx, actor, {
        action: 'file.read',
        subjectKind: 'attachment',
        subject: id,
        details: { contract, kind: file.kind, sha256: file.sha256 },
      })
    }
    return file
  },
)

/** The bytes of a file that was opened, or a part of them. */
export const bytesOf = (sha256: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array>> =>
  installedVault().open(sha256, range)
