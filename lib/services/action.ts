import 'server-only'
import { Problem } from '@/lib/domain/problems'
import type { Result } from '@/lib/domain/result'
import { currentActor } from './actor'
import { attempt } from './attempt'
import type { Verb } from './verb'

/** A server action over a verb: the signed-in person acts, the answer is a Result. */
export const action =
  <Input, Output>(verb: Verb<Input, Output>) =>
  (input: unknown): Promise<Result<Output>> =>
    attempt(async () => {
      const actor = await currentActor()
      if (!actor) throw new Problem({ code: 'unauthenticated' })
      return verb(actor, input)
    })
