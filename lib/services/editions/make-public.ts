import 'server-only'
import { z } from 'zod'
import { listPublished, setPublic } from '@/db/queries/editions'
import { recordTrail } from '@/db/trail'
import { refused } from '../refuse'
import { reportKey } from '../report/report-key'
import { verb } from '../verb'

const input = reportKey.extend({ number: z.int().min(1).max(99), isPublic: z.boolean() })

/** Opens a published edition to the public, without sign-in, or closes it again. @throws {Problem} invalid-input `number` */
export const makePublic = verb(
  'report.publish',
  input,
  async ({ tx, actor }, { number, isPublic, ...key }) => {
    const edition = (await listPublished(tx, key)).find((one) => one.number === number)
    if (!edition) throw refused('number', 'unknown')
    if (edition.isPublic === isPublic) return { isPublic }
    await setPublic(tx, edition.id, isPublic)
    await recordTrail(tx, actor, {
      action: isPublic ? 'report.open' : 'report.close',
      subjectKind: 'report',
      subject: String(key.year),
      details: { ...key, edition: number },
    })
    return { isPublic }
  },
)
