import 'server-only'
import type { Tx } from '@/db/client'
import { readCells, unitTurnovers } from '@/db/queries/entry'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import {
  keyOf,
  type Line,
  type Move,
  type Moves,
  nothing,
  plus,
  touched,
} from '@/lib/domain/statistics/moves'
import { units } from '@/lib/domain/units'

/** What lines of one unit and year will do to its figures, to the Corps' and to the ranking, as far as the actor sees. */
export async function movesOf(tx: Tx, actor: Actor, lines: readonly [Line, ...Line[]]): Promise<Moves> {
  const { year, unit } = lines[0].facts
  const cells = touched(lines)
  const now = await readCells(
    tx,
    year,
    unit,
    cells.map(({ cell }) => cell),
  )
  const move = (whose: 'unit' | 'all') =>
    cells.map(({ cell, by }): Move => {
      const before = now.get(keyOf(cell))?.[whose] ?? nothing
      return { ...cell, before, after: plus(before, by) }
    })
  const seesAll = reachOf(actor.role, 'statistics.read') === 'all'
  return {
    moves: move('unit'),
    corps: seesAll ? move('all') : [],
    rank: seesAll ? await rankOf(tx, lines) : null,
  }
}

async function rankOf(tx: Tx, lines: readonly [Line, ...Line[]]): Promise<Moves['rank']> {
  const { year, unit } = lines[0].facts
  const ranked = units.filter((one) => one.ranked).map(({ code }) => code)
  if (!ranked.includes(unit)) return null
  const standings = await unitTurnovers(tx, year)
  const own = standings.get(unit) ?? 0n
  const by = lines.reduce((sum, { sign, facts }) => sum + BigInt(sign) * facts.turnover, 0n)
  const place = (amount: bigint) =>
    1 + ranked.filter((code) => code !== unit && (standings.get(code) ?? 0n) > amount).length
  return { before: place(own), after: place(own + by) }
}
