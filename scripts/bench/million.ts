import postgres, { type Sql } from 'postgres'
import { openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { fill } from '@/db/testing/fill'
import { multiplyLines } from '@/db/testing/multiply-lines'
import { inTransaction } from '@/db/transaction'
import { people, person } from '@/lib/services/demo/people'
import { templates } from '@/lib/testing/templates'
import { type Measured, printBars } from './bars'
import type { House, Register } from './house'
import { actsOf } from './million/acts'
import { listsOf } from './million/lists'
import { proofsOf } from './million/proofs'
import { figuresOf } from './million/statistics'

export const millionParts = ['statistics', 'lists', 'acts', 'proofs'] as const
type MillionPart = (typeof millionParts)[number]

const LINES = 10_000_000
/** Ten years up to the last that is over. */
const last = new Date().getFullYear() - 1
const years = Array.from({ length: 10 }, (_, back) => last - 9 + back)

/**
 * A register of ten years and so many contracts held against the bars of the design, §7. Every time is taken beside a bare
 * query or insert of the same driver on the same server. `postings`: the figures also over the lines of ten million.
 */
export async function benchMillion(
  house: House,
  { contracts, parts, postings }: { contracts: number; parts: readonly MillionPart[]; postings: boolean },
): Promise<void> {
  // Told part by part: what fails later takes nothing back.
  const told = async (measured: Promise<Measured[]>) => {
    const rows = await measured
    printBars(rows)
    return rows
  }
  // Measured anew right before what is told against it; the first time only makes the program warm.
  const small = async () => {
    const at = await filled(house, 1000)
    return inRegister(at, (owner) => figuresOf(owner, last, '1 000 contracts'))
  }
  if (parts.includes('statistics') || postings) await small()
  if (parts.length > 0) {
    const at = await filled(house, contracts)
    const few = parts.includes('statistics') ? await told(small()) : []
    const size = `${contracts.toLocaleString('en').replaceAll(',', ' ')} contracts`
    await inRegister(at, async (owner) => {
      if (parts.includes('statistics')) await told(figuresOf(owner, last, size, few[0]?.value))
      if (parts.includes('lists')) await told(listsOf(owner, last))
      if (parts.includes('acts')) await told(actsOf(owner, at))
      if (parts.includes('proofs')) await told(proofsOf(owner))
    })
  }
  if (postings) {
    const lines = Math.min(LINES, contracts * 10)
    const at = await filled(house, 5000, lines)
    const few = await told(small())
    await inRegister(at, async (owner) => {
      await told(figuresOf(owner, last, `${lines / 1e6} million postings`, few[0]?.value))
    })
  }
}

/** A filled register, or the one that was filled so in a kept folder; `lines`: its postings multiplied. */
async function filled(house: House, contracts: number, lines?: number): Promise<Register> {
  const name = lines ? `lines_${lines}` : `filled_${contracts}`
  const there = await house.register(name)
  if (await isFilled(there)) return there
  const at = await house.register(name, { anew: true })
  const begun = Date.now()
  await inRegister(at, async (owner) => {
    await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
    await fill(owner, templates(Math.min(5000, contracts), years), { contracts, years })
    if (lines) await multiplyLines(owner, lines)
    await owner`create table bench_row (id bigserial primary key, a uuid not null, b text not null)`
    await owner`grant insert on bench_row to jishi_app`
    await owner`grant usage on sequence bench_row_id_seq to jishi_app`
  })
  console.log(`${name} in ${Math.round((Date.now() - begun) / 1000)} s`)
  return at
}

async function isFilled({ ownerUrl }: Register): Promise<boolean> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  // Made last: a register that was left half filled has none.
  const [row] = await owner`select to_regclass('bench_row') as made`
  await owner.end()
  return row?.made !== null
}

/** Works in a register as the application does, with the owner's connection beside for bare queries. */
async function inRegister<T>(at: Register, work: (owner: Sql) => Promise<T>): Promise<T> {
  const owner = postgres(at.ownerUrl, { max: 1, onnotice: () => {} })
  const app = openDatabase(at.appUrl, { max: 16 })
  setDatabase(app)
  try {
    return await work(owner)
  } finally {
    await app.close()
    await owner.end()
  }
}
