import type { Sql } from 'postgres'

/** Something that only part of an act is there of, and what it is about. */
export interface HalfDone {
  what: string
  subject: string
}

/**
 * Looks, as the owner and in one snapshot, for acts of which only a part was kept: each is one transaction, so contract,
 * event, posting, request, trail and gap-free numbers stand or fall together.
 */
export const halfDone = (owner: Sql): Promise<HalfDone[]> => owner<HalfDone[]>`
  with lines as (
    select event, contract, count(*) filter (where sign = 1) as came, count(*) filter (where sign = -1) as went
    from posting group by event, contract
  ), expected as (
    select id, contract, action, status_after,
      case when status_after = 'registered' and action in ('approve', 'correct', 'change') then 1 else 0 end as came,
      case when action in ('correct', 'change', 'cancel', 'revoke') then 1 else 0 end as went
    from contract_event
  ), serials as (
    select year, substr(number, 9, 2) as point, count(*) as taken, max(substr(number, 11)::integer) as last
    from contract where number is not null group by 1, 2
  ), requests as (
    select 'request:' || kind as name, extract(year from asked_at at time zone 'Asia/Shanghai')::integer as year,
      count(*) as taken
    from request group by 1, 2
  )
  select 'event and its lines' as what, coalesce(e.id, l.event)::text as subject
  from expected e full join lines l on l.event = e.id and l.contract = e.contract
  where (coalesce(e.came, 0), coalesce(e.went, 0)) <> (coalesce(l.came, 0), coalesce(l.went, 0))
  union all
  select 'request and its event', coalesce(r.id::text, e.id::text)
  from (select * from request where status = 'granted') r
    full join (select * from expected where went = 1) e on e.id = r.event and e.contract = r.contract and e.action = r.kind
  where r.id is null or e.id is null
  union all
  select 'events and trail', coalesce(e.contract::text, t.subject)
  from (select contract, 'contract.' || action as action, count(*) as acts from contract_event group by 1, 2) e
    full join (
      select subject, action, count(*) as acts from trail
      where subject_kind = 'contract' and action in (select 'contract.' || action from contract_event) group by 1, 2
    ) t on t.subject = e.contract::text and t.action = e.action
  where e.acts is distinct from t.acts
  union all
  select 'registration numbers', coalesce(s.year || s.point, c.year || c.point)
  from serials s full join registration_counter c on c.year = s.year and c.point = s.point
  where s.taken is distinct from c.last or s.last is distinct from c.last
  union all
  select 'request numbers', coalesce(r.name, c.name)
  from requests r full join (select * from counter where name like 'request:%') c on c.name = r.name and c.year = r.year
  where r.taken is distinct from c.last`
