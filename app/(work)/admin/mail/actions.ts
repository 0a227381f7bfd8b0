'use server'

import { action } from '@/lib/services/action'
import { resendMail, tryMail } from '@/lib/services/mail/administer'

export async function tryOut(input: unknown) {
  return action(tryMail)(input)
}

export async function resend(input: unknown) {
  return action(resendMail)(input)
}
