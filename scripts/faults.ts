import { randomBytes, randomInt } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase, setDatabase } from '@/db/client'
import { isConnectionLost } from '@/db/connection-lost'
import { provision } from '@/db/embedded/provision'
import { migrate } from '@/db/migrate'
import { account } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { people, person } from '@/lib/services/demo/people'
import { check, type Findings } from './faults/check'
import { Crew } from './faults/crew'
import { Database } from './faults/database'
import { appUrlOf } from './launch/urls'

/**
 * `npm run faults -- ROUNDS` (20): several servers act on one register; in each round one of them, all of them, a backend
 * of the database or the database itself is killed as it stands. Nothing acknowledged may be lost, nothing half done.
 */
const rounds = Number(process.argv[2] ?? 20)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run faults -- ROUNDS: how often something is killed, a whole number from 1.')
  process.exit(2)
}
const SERVERS = 3
/** A server that has acknowledged nothing for so many milliseconds stands still. */
const STILL = 60_000

const home = mkdtempSync(join(tmpdir(), 'jishi-faults-'))
// As root the database runs as another account, which has to pass through, or its data would lie elsewhere and stay.
chmodSync(home, 0o711)
process.env.DATA_DIR = home
const password = () => randomBytes(16).toString('hex')
const [ownerPassword, appPassword] = [password(), password()]
let crew: Crew | undefined
let database: Database | undefined

let ending: Promise<never> | undefined
function end(code: number): Promise<never> {
  ending ??= (async () => {
    await crew?.end()
    await database?.cluster.stop().catch(console.error)
    rmSync(home, { recursive: true, force: true })
    process.exit(code)
  })()
  return ending
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => end(1))
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error) => {
    // A connection that ends with what was killed is what this is about.
    if (isConnectionLost(error)) return
    if (!ending) console.error(error)
    end(1)
  })
}

database = await Database.start({ dataDir: home, superuserPassword: password(), durable: true })
const ownerUrl = await provision(database.cluster, ownerPassword)
await migrate(ownerUrl, appPassword)
const at = { ownerUrl, appUrl: appUrlOf(ownerUrl, appPassword) }
await enrol(at.appUrl)
crew = new Crew(home, at.appUrl, SERVERS)

let found: Findings | undefined
for (let round = 1; round <= rounds; round += 1) {
  await everybodyActs(crew)
  await wait(randomInt(400))
  const killed = await killSomething(crew, database)
  found = await check(at, crew.written())
  const wrong = [...found.lost, ...found.halfDone, ...found.faults]
  console.log(`${String(round).padStart(4)}  ${killed.padEnd(12)}  ${found.acknowledged} acknowledged`)
  for (const one of wrong) console.error(one)
  if (wrong.length > 0) break
}
if (found) {
  const { acknowledged, lost, halfDone, faults } = found
  const said = `${rounds} rounds, ${acknowledged} acknowledged, ${lost.length} lost, ${halfDone.length} half done`
  console.log(faults.length > 0 ? `${said}, ${faults.length} other faults` : said)
  await end(lost.length + halfDone.length + faults.length > 0 ? 1 : 0)
}

async function enrol(appUrl: string): Promise<void> {
  const app = openDatabase(appUrl, { max: 1 })
  setDatabase(app)
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
  await app.close()
}

/** Waits until each server has acknowledged something more, so that whatever is killed is killed at work. */
async function everybodyActs(crew: Crew): Promise<void> {
  const before = crew.progress()
  const begun = Date.now()
  while (crew.progress().some((acts, place) => acts === before[place])) {
    if (Date.now() - begun > STILL) throw new Error('A server stands still')
    await wait(20)
  }
}

/** Kills what chance says, brings it back and says what it was. */
async function killSomething(crew: Crew, database: Database): Promise<string> {
  switch (randomInt(4)) {
    case 0:
      await crew.kill([randomInt(SERVERS)])
      return 'a server'
    case 1:
      await crew.kill([...Array(SERVERS).keys()])
      return 'all servers'
    case 2:
      await database.killBackend(randomInt)
      return 'a backend'
    default:
      await database.killWhole()
      return 'the database'
  }
}
