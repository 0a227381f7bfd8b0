import type postgres from 'postgres'
import { v7 as newId } from 'uuid'
import { type Planted, plant } from '@/db/testing/plant'
import type { ExampleRegister, Planting } from '@/lib/domain/audit/rule'
import type { Content } from '@/lib/domain/contract/content'
import { factsOf } from '@/lib/domain/statistics/facts'
import { units } from '@/lib/domain/units'
import { soundContent } from './sound-contract'

const fingerprint = (text: string) => text.repeat(64).slice(0, 64)

/** Writes an example of a rule over the set into a year of its own, where its days are moved to. */
export async function plantExample(
  sql: postgres.Sql,
  year: number,
  register: ExampleRegister,
): Promise<void> {
  const planted = register.flatMap((planting) =>
    Array.from({ length: planting.times ?? 1 }, (_, at) => ({
      planting,
      contract: contractOf(planting, year, at),
    })),
  )
  await plant(
    sql,
    planted.map(({ contract }) => contract),
  )
  for (const { planting, contract } of planted) await spoil(sql, year, planting, contract)
}

let made = 0

/** A sound contract between parties that no other has; turnovers from 100 000 to 700 000 yuan. */
function contractOf({ on, unit = 'I01', changes = {} }: Planting, year: number, at: number): Planted {
  made += 1
  const shift = (day: string) => day.replace(/^2024/, String(year))
  const turnover = BigInt((at % 7) + 1) * 10_000_000n
  const content: Content = {
    ...soundContent,
    name: `第${made}号示例技术研发`,
    turnover,
    technology: turnover,
    ...changes,
    signDate: shift(changes.signDate ?? '2024-05-06'),
    seller: { ...soundContent.seller, name: `示例卖方${made}`, code: `S${made}`, ...changes.seller },
    buyer: { ...soundContent.buyer, name: `示例买方${made}`, code: `B${made}`, ...changes.buyer },
  }
  const registeredOn = shift(on)
  const area = units.find(({ code }) => code === unit)?.area ?? 'north'
  return { id: newId(), content, registeredOn, facts: factsOf(content, { unit, area, date: registeredOn }) }
}

async function spoil(sql: postgres.Sql, year: number, planting: Planting, { id }: Planted): Promise<void> {
  const { file, elsewhere, postings = 1, missingFrom } = planting
  if (file) {
    await sql.begin(async (tx) => {
      await tx`alter table attachment disable trigger user`
      await tx`
        insert into attachment (id, contract, kind, file_name, media_type, size, sha256, added_by)
        select ${newId()}, ${id}, 'ATT01', '合同.pdf', 'application/pdf', 1, ${fingerprint(file)}, entered_by
        from contract where id = ${id}`
      await tx`alter table attachment enable trigger user`
    })
  }
  if (elsewhere) {
    await sql`
      insert into inflow (number, year, name, type, seller_name, seller_region, buyer_name, buyer_unit, field,
        turnover, technology, registered_on)
      select ${`${year}110100000001`}, ${year}, name, '1', seller_name, '110101', buyer_name, unit, '09', turnover,
        technology, registered_on
      from contract where id = ${id}`
  }
  if (postings !== 1) {
    await sql`
      insert into posting select (jsonb_populate_record(p, jsonb_build_object('id', nextval('posting_id'),
        'sign', ${postings - 1}::integer))).* from posting p where p.contract = ${id}`
  }
  if (missingFrom) {
    await sql`delete from total where year = ${year} and dimension = ${missingFrom} and unit =
      (select unit from contract where id = ${id})`
  }
}
