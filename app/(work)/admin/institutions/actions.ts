'use server'

import { action } from '@/lib/services/action'
import { unlistInstitution } from '@/lib/services/institutions/end'
import { listInstitution } from '@/lib/services/institutions/list'
import { takeBackInstitution } from '@/lib/services/institutions/take-back'

export async function list(input: unknown) {
  return action(listInstitution)(input)
}

export async function unlist(input: unknown) {
  return action(unlistInstitution)(input)
}

export async function takeBack(input: unknown) {
  return action(takeBackInstitution)(input)
}
