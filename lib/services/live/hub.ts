import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Ears, listen } from '@/db/announce'
import { type Change, merge, readNotice, type Shown, type Signal, touches } from '@/lib/domain/live'
import { type LiveReach, within } from '@/lib/domain/live-reach'
import { gathering } from './gather'
import { inboxEars } from './inboxes'
import { countPagesAsked, type PagesAsked } from './pages-asked'
import { turns } from './turns'

/** Where an open page stands: whose it is, what it shows (everything where it does not say), and how far it has heard. */
export interface Standing {
  reach: LiveReach
  shown: Shown | null
  position: string | null
}

/** Its stream. At most one greeting and one change wait for it, however slowly it reads. */
export interface Listener {
  /** Whether what is told now would go out now. */
  ready(): boolean
  tell(signal: Signal): void
  /** The server stops. */
  end(): void
}

export interface Hub {
  /** How far the process has heard within a reach. To be read before the figures that are shown with it. */
  position(reach: LiveReach): string
  join(standing: Standing, listener: Listener): Place
  /** Ends every stream. */
  close(): Promise<void>
}

export interface Place {
  /** What had to wait can go out now. */
  resume(): void
  leave(): void
}

/** Those of one reach hear the same. */
interface Circle {
  reach: LiveReach
  /** Changes that concerned them. Their own alone: a count of everybody's would tell an office of the others' work. */
  heard: number
  members: Set<Member>
}

interface Member {
  circle: Circle
  shown: Shown | null
  listener: Listener
  greet: boolean
  change: Change | null
}

/**
 * Tells open pages what moved, each within its reach.
 * @param start begins to listen
 * @param asked the pages asked of this process, by which the pages take turns
 */
export function makeHub(
  start: (ears: Ears) => () => Promise<void>,
  asked: () => PagesAsked = () => ({ begun: 0, underWay: 0 }),
): Hub {
  const circles = new Map<string, Circle>()
  let closed = false
  /** Changes with each gap: who was told before it may have missed something. Null while nothing is heard. */
  let generation: string | null = null
  const queue = turns(speak, asked)
  const gather = gathering(spread)

  const stop = start({
    hearing() {
      generation = randomUUID().slice(0, 8)
      for (const member of everybody()) owe(member, { greet: true })
    },
    heard(notice) {
      const change = readNotice(notice)
      if (change) gather.take(change)
    },
    deaf() {
      generation = null
      for (const { listener } of everybody()) if (listener.ready()) listener.tell({ name: 'deaf' })
    },
  })

  function spread(change: Change): void {
    for (const circle of circles.values()) {
      const part = within(circle.reach, change)
      if (!part) continue
      circle.heard += 1
      for (const member of circle.members) {
        if (member.shown === null || touches(member.shown, part)) owe(member, { change: part })
      }
    }
  }

  function owe(member: Member, { greet = false, change }: { greet?: boolean; change?: Change }): void {
    member.greet ||= greet
    if (change) member.change = member.change ? merge(member.change, change) : change
    if (member.listener.ready()) queue.wait(member)
  }

  function speak(member: Member): void {
    const { circle, listener, greet, change } = member
    if (generation === null || !listener.ready()) return
    member.greet = false
    member.change = null
    const position = positionOf(circle)
    // Who is greeted compares positions and asks anew where they differ: what changed needs no saying.
    if (greet) listener.tell({ name: 'hello', position })
    else if (change) listener.tell({ name: 'change', position, change })
  }

  const positionOf = (circle: Circle) => `${generation ?? 'deaf'}.${circle.heard}`
  const everybody = () => [...circles.values()].flatMap(({ members }) => [...members])

  function circleOf(reach: LiveReach): Circle {
    const key = `${reach.unit ?? '*'} ${reach.work}`
    const found = circles.get(key) ?? { reach, heard: 0, members: new Set() }
    circles.set(key, found)
    return found
  }

  return {
    position: (reach) => positionOf(circleOf(reach)),
    join({ reach, shown, position }, listener) {
      const circle = circleOf(reach)
      const member: Member = { circle, shown, listener, greet: true, change: null }
      circle.members.add(member)
      if (closed) queueMicrotask(listener.end)
      else if (generation === null) listener.tell({ name: 'deaf' })
      // Who missed nothing asks for nothing, and need not wait for a turn.
      else if (position === positionOf(circle)) speak(member)
      else owe(member, {})
      return {
        resume() {
          if (member.greet || member.change) queue.wait(member)
        },
        leave() {
          circle.members.delete(member)
          queue.leave(member)
        },
      }
    },
    async close() {
      closed = true
      gather.stop()
      queue.stop()
      for (const { listener } of everybody()) listener.end()
      await stop()
    },
  }
}

/** Pages and routes are bundled apart, so the one hub of the process hangs on the global object. */
const held = globalThis as typeof globalThis & { jishiHub?: Hub }

/** The process's hub, listening from its first use. */
export function hub(): Hub {
  held.jishiHub ??= makeHub((ears) => {
    const url = process.env.APP_DATABASE_URL
    if (!url) throw new Error('APP_DATABASE_URL is not set: start the program with npm start')
    // One connection hears for all: what waits for a person is told beside it.
    const inboxes = inboxEars()
    return listen(url, {
      hearing() {
        ears.hearing()
        inboxes.hearing()
      },
      heard(notice) {
        ears.heard(notice)
        inboxes.heard(notice)
      },
      deaf: () => ears.deaf(),
    })
  }, countPagesAsked())
  return held.jishiHub
}
