import type postgres from 'postgres'

/**
 * Gives planted contracts the weeks before their registration, each contract in another measure: entry, submission, for
 * each seventh a return with two reasons and a second submission; some are late, carry warnings or look like duplicates.
 */
export async function plantCourse(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`alter table contract disable trigger user`
    await tx`alter table contract_event disable trigger user`
    await tx`
      create temp table course on commit drop as
      select id, content, entered_by, decided_by, registered_on, n, n % 7 = 0 as returned,
        registered_on - (30 + n % 23)::integer as entered, registered_on - (20 + n % 5)::integer as sent,
        registered_on - (2 + n % 17)::integer as accepted
      from (select contract.*, row_number() over (order by number) as n from contract where number is not null) planted`
    await tx`
      update contract set created_at = entered + time '04:30', submitted_at = accepted + time '04:30',
        accepted_on = accepted, due_on = accepted + 16, returns = returned::integer,
        earlier_days = returned::integer, warnings = (n % 3 = 0)::integer, maybe_duplicate = n % 50 = 0
      from course where course.id = contract.id`
    await tx`
      update contract_event set seq = case when returned then 5 else 3 end, at = registered_on + time '05:30'
      from course where course.id = contract_event.contract`
    await tx`
      insert into contract_event (contract, seq, action, status_after, actor, at, content, details)
      select id, seq, action, status, actor, day + time '04:30', content, details
      from course cross join lateral (values
        (1, 'create', 'draft', entered_by, entered, true, '{}'::jsonb),
        (2, 'submit', 'submitted', entered_by, case when returned then sent else accepted end, true, '{}'),
        (3, 'return', 'returned', decided_by, sent + 1, returned, jsonb_build_object('dueOn', sent + 16,
          'reasons', jsonb_build_array(jsonb_build_object('code', 'B16', 'path', 'techField'),
            jsonb_build_object('code', 'B' || lpad((1 + n % 22)::text, 2, '0'), 'path', 'ATT01')))),
        (4, 'submit', 'submitted', entered_by, accepted, returned, '{}')
      ) as act (seq, action, status, actor, day, happened, details)
      where happened`
    await tx`alter table contract_event enable trigger user`
    await tx`alter table contract enable trigger user`
  })
}
