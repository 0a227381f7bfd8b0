import 'server-only'
import type { Ears } from '@/db/announce'
import type { Actor } from '@/lib/domain/access/actor'
import { concernsInbox } from '@/lib/domain/notice/addressee'

/** An open page that shows how much waits for its person. */
interface Watcher {
  actor: Actor
  moved(): void
}

/** Pages and routes are bundled apart, so those of the process hang on the global object. */
const held = globalThis as typeof globalThis & { jishiInboxes?: Set<Watcher> }
const watchers = (): Set<Watcher> => {
  held.jishiInboxes ??= new Set()
  return held.jishiInboxes
}

/** Hears what is announced and tells those whose inbox it may concern; after a gap, everybody. */
export function inboxEars(): Pick<Ears, 'hearing' | 'heard'> {
  return {
    hearing() {
      for (const { moved } of watchers()) moved()
    },
    heard(notice) {
      for (const { actor, moved } of watchers()) if (concernsInbox(actor, notice)) moved()
    },
  }
}

/** Watches until the returned function is called. */
export function watchInbox(actor: Actor, moved: () => void): () => void {
  const watcher = { actor, moved }
  watchers().add(watcher)
  return () => watchers().delete(watcher)
}
