'use server'

import { redirect } from 'next/navigation'
import { clientAddress, giveSession, ownPath } from '@/lib/services/actor'
import { signIn } from '@/lib/services/people/sign-in'

/** What the form is told: which of its fields are empty, or that it did not work, and never why. */
export interface SignInAnswer {
  attempt: number
  username: string
  wrong: 'username' | 'password' | 'both' | null
  failed: boolean
}

/** Signs in from the form; also without scripts. */
export async function submitSignIn(before: SignInAnswer, form: FormData): Promise<SignInAnswer> {
  const text = (name: string) => String(form.get(name) ?? '')
  const username = text('username')
  const password = text('password')
  const answer = { attempt: before.attempt + 1, username }
  const noName = username.trim() === ''
  if (noName || password === '') {
    const wrong = noName && password === '' ? 'both' : noName ? 'username' : 'password'
    return { ...answer, wrong, failed: false }
  }
  const session = await signIn({ username, password }, await clientAddress())
  if (!session) return { ...answer, wrong: null, failed: true }
  await giveSession(session)
  redirect(ownPath(text('from')))
}
