'use server'

import { action } from '@/lib/services/action'
import { createAccount } from '@/lib/services/people/accounts'
import { changeAccount } from '@/lib/services/people/change-account'
import { disableAccount, enableAccount } from '@/lib/services/people/disable-account'
import { resetPassword } from '@/lib/services/people/reset-password'
import { issueToken, withdrawToken } from '@/lib/services/people/tokens'

export async function create(input: unknown) {
  return action(createAccount)(input)
}

export async function change(input: unknown) {
  return action(changeAccount)(input)
}

export async function disable(input: unknown) {
  return action(disableAccount)(input)
}

export async function enable(input: unknown) {
  return action(enableAccount)(input)
}

export async function reset(input: unknown) {
  return action(resetPassword)(input)
}

export async function issue(input: unknown) {
  return action(issueToken)(input)
}

export async function withdraw(input: unknown) {
  return action(withdrawToken)(input)
}
