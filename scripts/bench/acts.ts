import postgres from 'postgres'
import { v7 as newId } from 'uuid'
import { openDatabase, setDatabase } from '@/db/client'
import { account, attachment } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import { units } from '@/lib/domain/units'
import { approve } from '@/lib/services/contracts/approve'
import { create } from '@/lib/services/contracts/create'
import { submit } from '@/lib/services/contracts/submit'
import { people, person, registrarOf } from '@/lib/services/demo/people'
import { completeContent, partiesOf } from '@/lib/testing/content'
import { perSecond, table } from './measure'

const clients = [1, 16] as const
const actsEach = 400

/**
 * Rate of submit and approve (content checked, event, posting, totals and trail in one durable commit) against a bare
 * two-row insert committed by the same driver on the same server, in turns within one run.
 */
export async function benchActs(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await owner`create table bench_row (id bigserial primary key, a uuid not null, b text not null)`
  await owner`grant insert on bench_row to jishi_app`
  await owner`grant usage on sequence bench_row_id_seq to jishi_app`
  await owner.end()
  const app = openDatabase(appUrl, { max: 16 })
  setDatabase(app)
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))

  const rows: string[][] = []
  for (const at of clients) {
    const drafts = await enterDrafts(actsEach * 2)
    const bare = await perSecond(actsEach, at, () => twoRows(app.sql))
    const submitted = await perSecond(actsEach, at, (index) =>
      submit(drafts[index]?.registrar as Actor, { id: drafts[index]?.id }),
    )
    const bareAgain = await perSecond(actsEach, at, () => twoRows(app.sql))
    const approved = await perSecond(actsEach, at, (index) =>
      approve(person('approver'), { id: drafts[index]?.id }),
    )
    const bareLast = await perSecond(actsEach, at, () => twoRows(app.sql))
    const ratio = (rate: number, before: number, after: number) => (rate / ((before + after) / 2)).toFixed(2)
    rows.push([
      String(at),
      bareAgain.toFixed(0),
      submitted.toFixed(0),
      ratio(submitted, bare, bareAgain),
      approved.toFixed(0),
      ratio(approved, bareAgain, bareLast),
    ])
  }
  table(['clients', 'bare insert/s', 'submit/s', 'ratio', 'approve/s', 'ratio'], rows)
  await app.close()
}

/** The yardstick: one transaction with two rows, in one statement. */
export const twoRows = (sql: postgres.Sql) =>
  sql`insert into bench_row (a, b) values (${newId()}, 'first'), (${newId()}, 'second')`

/** Begins elsewhere in each run: a kept register would hold the drafts of the last for its duplicates. */
let entered = Math.floor(Math.random() * 9e5)

/** Drafts of all units with everything a submission needs, prepared outside the measured time; none needs two approvers. */
export async function enterDrafts(
  count: number,
  sellers?: number,
): Promise<{ id: string; registrar: Actor }[]> {
  const drafts: { id: string; registrar: Actor }[] = []
  for (let index = 0; index < count; index += 1) {
    const registrar = registrarOf(units[index % units.length]?.code ?? 'D01')
    entered += 1
    const amount = BigInt(1 + (entered % 450)) * 1_000_000n
    const content = completeContent({ ...partiesOf(entered, sellers), turnover: amount, technology: amount })
    const { id } = await create(registrar, { content: toWire(content) })
    await inTransaction(registrar, (tx) =>
      tx.insert(attachment).values({
        id: newId(),
        contract: id,
        kind: 'ATT01',
        fileName: '合同.pdf',
        mediaType: 'application/pdf',
        size: 1,
        sha256: id.replaceAll('-', '').padEnd(64, '0'),
        addedBy: registrar.id,
      }),
    )
    drafts.push({ id, registrar })
  }
  return drafts
}
