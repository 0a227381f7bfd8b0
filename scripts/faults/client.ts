import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { openDatabase, setDatabase } from '@/db/client'
import { isConnectionLost } from '@/db/connection-lost'
import { seal } from '@/db/ledger-check'
import { chance } from '@/db/testing/plant'
import { readListQuery } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { listContracts } from '@/lib/services/contracts/list'
import { person } from '@/lib/services/demo/people'
import { partiesOf } from '@/lib/testing/content'
import { anyMove, type Move, type Moved, make } from '@/lib/testing/moves'

/**
 * One server of those that share the register: makes moves without end and writes down, safe on the disk, each act the
 * moment it is acknowledged. Started with the file to write to and a seed; it is killed, it never ends by itself.
 */
const [file = '', given = '1'] = process.argv.slice(2)
const seed = Number(given)
const next = chance(seed)
const log = openSync(file, 'a')
process.on('disconnect', () => process.exit(1))
process.on('exit', () => closeSync(log))
setDatabase(openDatabase(process.env.APP_DATABASE_URL ?? '', { max: 3 }))

function write(line: unknown): void {
  writeSync(log, `${JSON.stringify(line)}\n`)
  fsyncSync(log)
}

const content = () => {
  const amount = 1_000_000n + BigInt(Math.floor(next() * 1e8))
  const index = Math.floor(next() * 1e6)
  return {
    ...partiesOf(index),
    name: `第${index}号棉田节水灌溉技术研究开发`,
    turnover: amount,
    technology: amount,
  }
}

/** The contracts that everybody acts on: those last touched by any of the servers. */
async function lately(): Promise<Moved[]> {
  const { rows } = await listContracts(person('leader'), readListQuery(new Map()))
  return rows.slice(0, 12).map(({ id, unit }) => ({ id, unit: String(unit) }))
}

/** Refused, done, or lost with the connection: all are answers. What else goes wrong is written down as a failure. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Problem) return
    if (isConnectionLost(error)) await wait(100)
    else write({ failure: String(error instanceof Error ? (error.stack ?? error) : error) })
  }
}

for (let round = 0; ; round += 1) {
  const register: Moved[] = []
  await attempt(async () => register.push(...(await lately())))
  const moves: Move[] = fc.sample(anyMove, { seed: seed * 1000 + round, numRuns: 10 })
  for (const move of moves) await attempt(() => make(move, { register, tell: write, content }))
  await attempt(seal)
}
