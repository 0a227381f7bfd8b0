import { sql } from 'drizzle-orm'
import type { AuditRecord } from '@/lib/domain/audit/record'
import { contentSchema, type Party, partySchema } from '@/lib/domain/contract/content'
import { settingsOn } from '@/lib/domain/settings'
import type { Tx } from '../client'
import { setting } from '../schema'
import { inReach } from '../visibility'

/** Which registered contracts are looked at; what is left out is not narrowed. `types` are first digits of sub-types. */
export interface AuditScope {
  year: number
  units?: readonly string[]
  types?: readonly string[]
}

const BATCH = 1000

interface Row extends Record<string, unknown> {
  id: string
  unit: string
  content: unknown
  year: number
  number: string | null
  registered_on: string
  accepted_on: string | null
  due_on: string | null
  decided_on: string | null
  applied_on: string | null
  entered_by: string
  edited_by: string
  first_approver: string | null
  decided_by: string | null
  later_acts: string[]
  attachments: string[]
  point: string
  unit_closed: boolean
  seller: unknown
  buyer: unknown
}

/** The registered contracts of a scope within reach, in batches by unit, day and id. */
export async function* readRecords(tx: Tx, scope: AuditScope): AsyncGenerator<AuditRecord[]> {
  const dated = await tx.select().from(setting)
  const settingsBy = new Map<string, AuditRecord['settings']>()
  const settingsFor = (day: string) => {
    const known = settingsBy.get(day) ?? settingsOn(day, dated)
    settingsBy.set(day, known)
    return known
  }
  for (let last: Row | undefined; ; ) {
    const rows: Row[] = await readBatch(tx, scope, last)
    if (rows.length > 0)
      yield rows.map((row) => ({
        ...recordOf(row),
        settings: settingsFor(row.accepted_on ?? row.registered_on),
      }))
    if (rows.length < BATCH) return
    last = rows.at(-1)
  }
}

const readBatch = (tx: Tx, scope: AuditScope, last: Row | undefined) =>
  tx.execute<Row>(sql`
    select contract.id, contract.unit, contract.content, contract.year, contract.number,
      contract.registered_on::text, contract.accepted_on::text, contract.due_on::text,
      ${day(sql`contract.decided_at`)} as decided_on,
      coalesce((select ${day(sql`min(e.at)`)} from contract_event e
        where e.contract = contract.id and e.action = 'submit'), ${day(sql`contract.submitted_at`)}) as applied_on,
      contract.entered_by, contract.edited_by, contract.first_approver, contract.decided_by,
      array(select e.action from contract_event e where e.contract = contract.id
        and e.seq > (select min(r.seq) from contract_event r
          where r.contract = contract.id and r.status_after = 'registered') order by e.seq) as later_acts,
      array(select distinct a.kind from attachment a
        where a.contract = contract.id and a.removed_at is null order by 1) as attachments,
      unit.point,
      coalesce((select v.closed from unit_version v where v.unit = contract.unit
        and v.valid_from <= contract.registered_on order by v.valid_from desc limit 1), false) as unit_closed,
      (select o.details from organisation o where o.code = contract.seller_code) as seller,
      (select o.details from organisation o where o.code = contract.buyer_code) as buyer
    from ${inReach} join unit on unit.code = contract.unit
    where ${within(scope)}
      ${last ? sql`and (contract.unit, contract.registered_on, contract.id) > (${last.unit}, ${last.registered_on}::date, ${last.id}::uuid)` : sql``}
    order by contract.unit, contract.registered_on, contract.id
    limit ${BATCH}`)

/** How many registered contracts a scope holds within reach. */
export async function countRecords(tx: Tx, scope: AuditScope): Promise<number> {
  const [row] = await tx.execute<{ contracts: number }>(
    sql`select count(*)::integer as contracts from ${inReach} where ${within(scope)}`,
  )
  return row?.contracts ?? 0
}

const within = ({ year, units, types }: AuditScope) => sql`
  contract.status = 'registered' and contract.year = ${year}
  ${units ? sql`and contract.unit in ${[...units, '']}` : sql``}
  ${types ? sql`and left(contract.subtype, 1) in ${[...types, '']}` : sql``}`

const day = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Asia/Shanghai')::date::text`

const recordOf = (row: Row): Omit<AuditRecord, 'settings'> => ({
  id: row.id,
  unit: row.unit,
  content: contentSchema.parse(row.content),
  year: row.year,
  number: row.number,
  registeredOn: row.registered_on,
  acceptedOn: row.accepted_on,
  appliedOn: row.applied_on,
  dueOn: row.due_on,
  decidedOn: row.decided_on,
  enteredBy: row.entered_by,
  editedBy: row.edited_by,
  firstApprover: row.first_approver,
  decidedBy: row.decided_by,
  laterActs: row.later_acts,
  attachments: row.attachments,
  point: row.point,
  unitClosed: row.unit_closed,
  registry: { seller: partyOf(row.seller), buyer: partyOf(row.buyer) },
})

const partyOf = (details: unknown): Party | null => (details === null ? null : partySchema.parse(details))
