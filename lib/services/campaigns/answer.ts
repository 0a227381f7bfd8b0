import 'server-only'
import { z } from 'zod'
import { answerNames } from '@/lib/domain/audit/finding'
import { verb } from '../verb'
import { actOn } from './act'

const input = z.strictObject({
  campaign: z.uuid(),
  findings: z.array(z.uuid()).min(1).max(500),
  answer: z.enum(answerNames),
  /** Why nothing is wrong, or what will be mended. */
  text: z.string().trim().min(4).max(2000),
})

/** The office answers findings of its own, the same for all of them; it can answer anew until they are judged. */
export const answerFindings = verb('audit.answer', input, async (work, given) => ({
  answered: await actOn(work, given.campaign, given.findings, {
    act: 'answer',
    result: given.answer,
    text: given.text,
  }),
}))
