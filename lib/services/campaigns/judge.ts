import 'server-only'
import { z } from 'zod'
import { answerNames } from '@/lib/domain/audit/finding'
import { refused } from '../refuse'
import { verb } from '../verb'
import { actOn } from './act'

const input = z.strictObject({
  campaign: z.uuid(),
  findings: z.array(z.uuid()).min(1).max(500),
  act: z.enum(['accept', 'send-back', 'decide']),
  /** Of `decide`: what it comes to, whatever was answered. */
  outcome: z.enum(answerNames).optional(),
  text: z.string().trim().max(2000).default(''),
})

/**
 * The auditor accepts answers, sends them back with a word why, or decides.
 * @throws {Problem} request-missing, request-pending where an error is not mended yet
 */
export const judgeFindings = verb(
  'audit.run',
  input,
  async (work, { campaign, findings, act, outcome, text }) => {
    if (act === 'decide' && !outcome) throw refused('outcome', 'required')
    if (act !== 'accept' && text.length < 4) throw refused('text', 'required')
    const result = act === 'decide' ? (outcome ?? null) : null
    return { judged: await actOn(work, campaign, findings, { act, result, text }) }
  },
)
