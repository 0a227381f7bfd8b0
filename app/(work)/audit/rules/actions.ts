'use server'

import { action } from '@/lib/services/action'
import { switchRule } from '@/lib/services/audit/switch-rule'

export async function turn(input: unknown) {
  return action(switchRule)(input)
}
