'use server'

import { action } from '@/lib/services/action'
import { signStatement } from '@/lib/services/statement/sign'

export async function sign(input: unknown) {
  return action(signStatement)(input)
}
