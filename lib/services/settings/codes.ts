import 'server-only'
import { z } from 'zod'
import { putNationalCode, readNationalCodes } from '@/db/queries/units'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { type CodeListName, codeOf, isCodeListName } from '@/lib/domain/contract/code-lists'
import { reading } from '../reader'
import { refused } from '../refuse'
import { verb } from '../verb'

const input = z.strictObject({
  list: z.string(),
  /** National code by our code; an empty one takes the mapping away. Codes left out stay as they are. */
  codes: z.record(
    z.string(),
    z
      .string()
      .trim()
      .regex(/^[\w.-]{0,20}$/, 'code'),
  ),
})

/** Maps codes of one of our lists to those of the national system. Returns how many changed. */
export const mapCodes = verb('code.write', input, async ({ tx, actor }, { list, codes }) => {
  if (!isCodeListName(list)) throw refused('list', 'unknown')
  const known = await readNationalCodes(tx, list)
  const changes = Object.entries(codes).filter(([code, national]) => (known.get(code) ?? '') !== national)
  for (const [code, national] of changes) {
    if (!codeOf(list, code)) throw refused(`codes.${code}`, 'unknown')
    await putNationalCode(tx, list, code, national)
    await recordTrail(tx, actor, {
      action: 'code.change',
      subjectKind: 'code',
      subject: `${list}:${code}`,
      details: { before: known.get(code) ?? null, after: national || null },
    })
  }
  return { changed: changes.length }
})

/** The national codes known for one list. */
export const nationalCodes = (actor: Actor, list: CodeListName): Promise<Map<string, string>> =>
  reading(actor, 'code.write', (tx) => readNationalCodes(tx, list))
