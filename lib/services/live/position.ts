import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { liveReach } from '@/lib/domain/live-reach'
import { hub } from './hub'

/**
 * How far this process has heard within the actor's reach. A page takes it before it reads its figures and hands both on:
 * what is announced between reading and joining the stream is then noticed.
 */
export function livePosition(actor: Actor): string {
  const reach = liveReach(actor)
  return reach ? hub().position(reach) : ''
}
