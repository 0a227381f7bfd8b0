'use server'

import { action } from '@/lib/services/action'
import { handOver, nameDeputy } from '@/lib/services/delegations/make'
import { revoke } from '@/lib/services/delegations/revoke'
import { setMailOf, setOwnMail } from '@/lib/services/mail/setting'

export async function setMail(input: unknown) {
  return action(setOwnMail)(input)
}

export async function setMailFor(input: unknown) {
  return action(setMailOf)(input)
}

export async function name(input: unknown) {
  return action(nameDeputy)(input)
}

export async function hand(input: unknown) {
  return action(handOver)(input)
}

export async function end(input: unknown) {
  return action(revoke)(input)
}
