import type { Sql } from 'postgres'

/** An act that was confirmed to whoever did it; `lib/testing/moves.ts` says which there are. */
interface Told {
  act: string
  contract: string
  request?: string
  number?: string | null
}

/** The confirmed acts that the register does not know of, read as its owner. */
export const lostOf = (owner: Sql, acts: readonly Told[]): Promise<Told[]> => owner<Told[]>`
  select told.* from jsonb_to_recordset(${owner.json(acts as never)})
    as told (act text, contract uuid, request uuid, number text)
  left join contract c on c.id = told.contract
  left join request r on r.id = told.request and r.contract = told.contract
  where (case told.act
    when 'enter' then exists (select from contract_event e where e.contract = c.id and e.action = 'create')
    when 'submit' then exists (select from contract_event e where e.contract = c.id and e.action = 'submit')
    when 'register' then (told.number is null or c.number = told.number)
      and exists (select from contract_event e where e.contract = c.id and e.action = 'approve')
    when 'ask' then r.number = told.number
    when 'serve' then r.served_on is not null
    when 'state' then r.stated_on is not null
    when 'endorse' then r.endorsed_by is not null
    when 'grant' then r.status = 'granted'
      and exists (select from contract_event e where e.id = r.event and e.contract = c.id)
    when 'decline' then r.status = 'declined'
    when 'take-back' then r.status = 'withdrawn'
  end) is not true`

/** Fingerprints of the files that the register names. */
export const namedFiles = async (owner: Sql): Promise<string[]> =>
  (await owner<{ sha256: string }[]>`select sha256 from attachment union select sha256 from evidence`).map(
    ({ sha256 }) => sha256,
  )
