'use server'

import { action } from '@/lib/services/action'
import { checkReport } from '@/lib/services/checker/check-report'

export async function checkText(input: unknown) {
  return action(checkReport)(input)
}
