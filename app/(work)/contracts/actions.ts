'use server'

import { action } from '@/lib/services/action'
import { create } from '@/lib/services/contracts/create'
import { discard } from '@/lib/services/contracts/discard'
import { discardSecret } from '@/lib/services/contracts/discard-secret'
import { findEarlier } from '@/lib/services/contracts/earlier'
import { save } from '@/lib/services/contracts/save'
import { submit } from '@/lib/services/contracts/submit'
import { withdraw } from '@/lib/services/contracts/withdraw'

export async function createContract(input: unknown) {
  return action(create)(input)
}

export async function saveContract(input: unknown) {
  return action(save)(input)
}

export async function submitContract(input: unknown) {
  return action(submit)(input)
}

export async function withdrawContract(input: unknown) {
  return action(withdraw)(input)
}

export async function discardContract(input: unknown) {
  return action(discard)(input)
}

export async function discardSecretContract(input: unknown) {
  return action(discardSecret)(input)
}

export async function findEarlierContracts(input: unknown) {
  return action(findEarlier)(input)
}
