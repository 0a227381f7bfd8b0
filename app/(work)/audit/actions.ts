'use server'

import { z } from 'zod'
import { action } from '@/lib/services/action'
import { addFindingByNumber } from '@/lib/services/campaigns/add-by-number'
import { answerFindings } from '@/lib/services/campaigns/answer'
import { closeCampaign } from '@/lib/services/campaigns/close'
import { judgeFindings } from '@/lib/services/campaigns/judge'
import { openCampaign } from '@/lib/services/campaigns/open'
import { previewCampaign } from '@/lib/services/campaigns/preview'
import { remindOffices } from '@/lib/services/campaigns/remind'
import { parseInput } from '@/lib/services/verb'

const planned = z.object({ year: z.int().min(2000).max(2100), plan: z.unknown() })

export async function preview(input: unknown) {
  return action((actor, given) => {
    const { year, plan } = parseInput(planned, given)
    return previewCampaign(actor, year, plan)
  })(input)
}

export async function open(input: unknown) {
  return action(openCampaign)(input)
}

export async function answer(input: unknown) {
  return action(answerFindings)(input)
}

export async function judge(input: unknown) {
  return action(judgeFindings)(input)
}

export async function add(input: unknown) {
  return action(addFindingByNumber)(input)
}

export async function remind(input: unknown) {
  return action(remindOffices)(input)
}

export async function close(input: unknown) {
  return action(closeCampaign)(input)
}
