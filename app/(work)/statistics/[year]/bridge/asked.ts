import type { BridgeRefusal } from '@/components/statistics/bridge-form'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { bridgeSchema } from '@/lib/domain/statistics/query'
import { type BridgeAnswer, readBridge } from '@/lib/services/statistics/read-bridge'
import { orNotFound, type Search } from '../../view'

type Asked = ReturnType<typeof bridgeSchema.parse>

/** What an address asks; what can't be read is left out, and an end of the bridge that can't is named. */
export function askedBridge(search: Search): { asked: Asked; refused: BridgeRefusal | null } {
  const whole = bridgeSchema.safeParse(search)
  if (whole.success) return { asked: whole.data, refused: null }
  const broken = whole.error.issues.map(({ path }) => String(path[0]))
  const rest = Object.fromEntries(Object.entries(search).filter(([name]) => !broken.includes(name)))
  const ends = (['from', 'edition', 'to'] as const).filter((name) => broken.includes(name))
  return { asked: bridgeSchema.parse(rest), refused: ends[0] ?? null }
}

/** The bridge an address asks for, where both its ends can be taken. */
export async function readAsked(
  actor: Actor,
  year: number,
  search: Search,
): Promise<{ asked: Asked; read: BridgeAnswer | null; refused: BridgeRefusal | null }> {
  const { asked, refused } = askedBridge(search)
  const { unit, to = null, cause, before } = asked
  const from = asked.edition ?? asked.from
  if (from === undefined || refused) return { asked, read: null, refused }
  const lines = cause && { cause, before }
  try {
    return {
      asked,
      read: await orNotFound(readBridge(actor, { year, unit, from, to, lines })),
      refused: null,
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.detail.code !== 'invalid-input') throw error
    return { asked, read: null, refused: error.detail.issues[0]?.path === 'edition' ? 'edition' : 'order' }
  }
}
