'use server'

import { action } from '@/lib/services/action'
import { discard } from '@/lib/services/contracts/discard'
import { withdraw } from '@/lib/services/contracts/withdraw'

export async function withdrawContract(input: unknown) {
  return action(withdraw)(input)
}

export async function discardContract(input: unknown) {
  return action(discard)(input)
}
