import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import type { Result } from '@/lib/domain/result'
import { currentActor } from './actor'
import { attempt } from './attempt'

/** A server action over a verb or a reader: the signed-in person acts, the answer is a Result. */
export const action =
  <Output>(verb: (actor: Actor, input: unknown) => Promise<Output>) =>
  (input: unknown): Promise<Result<Output>> =>
    attempt(async () => {
      const actor = await currentActor()
      if (!actor) throw new Problem({ code: 'unauthenticated' })
      return verb(actor, input)
    })
