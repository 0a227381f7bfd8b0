import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'

/** The signed-in person of this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  return null
}
