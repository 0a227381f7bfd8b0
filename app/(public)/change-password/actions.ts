'use server'

import { Problem } from '@/lib/domain/problems'
import type { Result } from '@/lib/domain/result'
import { clientAddress, currentSession } from '@/lib/services/actor'
import { attempt } from '@/lib/services/attempt'
import { changePassword } from '@/lib/services/people/change-password'

/** The answer to one submission; `attempt` tells two alike apart. */
export interface ChangeAnswer {
  attempt: number
  result: Result<void> | null
}

/** Changes the password from the form. Open to whoever must change theirs first, unlike every other action. */
export async function submitChange(before: ChangeAnswer, form: FormData): Promise<ChangeAnswer> {
  const text = (name: string) => String(form.get(name) ?? '')
  const result = await attempt(async () => {
    const session = await currentSession()
    if (!session) throw new Problem({ code: 'unauthenticated' })
    if (text('next') !== text('repeat')) {
      throw new Problem({ code: 'invalid-input', issues: [{ path: 'repeat', message: 'differs' }] })
    }
    await changePassword(session, { current: text('current'), next: text('next') }, await clientAddress())
  })
  return { attempt: before.attempt + 1, result }
}
