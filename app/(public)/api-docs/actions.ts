'use server'

import { action } from '@/lib/services/action'
import { issueTryToken, withdrawOwnToken } from '@/lib/services/people/tokens'

export async function tryToken(input: unknown) {
  return action(issueTryToken)(input)
}

export async function withdrawOwn(input: unknown) {
  return action(withdrawOwnToken)(input)
}
