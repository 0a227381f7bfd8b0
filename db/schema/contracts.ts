import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { CHINA } from '@/lib/domain/contract/codes/countries'
import { instant } from './columns'
import { account } from './people'
import { unit } from './units'

/** Column that mirrors one value of `content`, so that the two can't part. */
const mirror = (name: string, path: string) =>
  text(name).generatedAlwaysAs(sql.raw(`content #>> '{${path}}'`))
const fen = (name: string, key: string) =>
  bigint(name, { mode: 'bigint' }).generatedAlwaysAs(
    sql.raw(`((content ->> '${key}')::numeric * 100)::bigint`),
  )
const flag = (name: string, key: string) =>
  boolean(name).generatedAlwaysAs(sql.raw(`(content ->> '${key}')::boolean`))

export const contract = pgTable(
  'contract',
  {
    id: uuid('id').primaryKey(),
    /** Office's own running number, shown until the registration number exists. */
    localNumber: text('local_number').notNull().unique(),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    status: text('status').notNull(),
    /** Counts every change of content or status; a write names the revision it saw. */
    revision: integer('revision').notNull().default(1),
    content: jsonb('content').notNull(),
    /** Explanations the office gave for warnings: rule id → text. */
    explanations: jsonb('explanations').notNull().default({}),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => account.id),
    editedBy: uuid('edited_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull().default(sql`jishi_now()`),
    updatedAt: instant('updated_at').notNull().default(sql`jishi_now()`),
    submittedAt: instant('submitted_at'),
    /** Day of acceptance, which starts the clock and picks the rule set. */
    acceptedOn: date('accepted_on', { mode: 'string' }),
    /** Last day to decide, by the settings and calendar at submission. */
    dueOn: date('due_on', { mode: 'string' }),
    ruleSet: text('rule_set'),
    disputed: boolean('disputed').notNull().default(false),
    firstApprover: uuid('first_approver').references(() => account.id),
    decidedBy: uuid('decided_by').references(() => account.id),
    decidedAt: instant('decided_at'),
    /** What the last return, refusal or lowered amount said; the full history is in the events. */
    verdict: jsonb('verdict'),
    number: char('number', { length: 16 }),
    /** What the checks said at the last submission; the desk orders by it. */
    warnings: integer('warnings').notNull().default(0),
    maybeDuplicate: boolean('maybe_duplicate').notNull().default(false),
    /** How often the contract was returned for correction. */
    returns: integer('returns').notNull().default(0),
    /** Days it lay at the centre in submissions that ended in a return. */
    earlierDays: integer('earlier_days').notNull().default(0),
    year: integer('year'),
    registeredOn: date('registered_on', { mode: 'string' }),
    /** The posting now in force; null while the contract counts nowhere. */
    posting: bigint('posting', { mode: 'number' }),

    name: mirror('name', 'name'),
    subtype: mirror('subtype', 'subtype'),
    turnover: fen('turnover', 'turnover'),
    technology: fen('technology', 'technology'),
    sellerName: mirror('seller_name', 'seller,name'),
    sellerCode: mirror('seller_code', 'seller,code'),
    buyerName: mirror('buyer_name', 'buyer,name'),
    buyerCode: mirror('buyer_code', 'buyer,code'),
    payMethod: mirror('pay_method', 'payMethod'),
    techField: mirror('tech_field', 'techField'),
    goal: mirror('goal', 'goal'),
    planSource: mirror('plan_source', 'planSource'),
    ipKind: mirror('ip_kind', 'intellectualProperty,0'),
    isRelated: flag('is_related', 'isRelated'),
    trade: mirror('trade', 'trade'),
    signDate: mirror('sign_date', 'signDate'),
    endDate: mirror('end_date', 'endDate'),
    /** 涉税: the office seeks a benefit with the registration. */
    seeksBenefits: boolean('seeks_benefits').generatedAlwaysAs(
      sql`coalesce(jsonb_array_length(content -> 'policies') > 0, false)`,
    ),
    /** 涉外: import, export, or a party from abroad among any of them. */
    isForeign: boolean('is_foreign').generatedAlwaysAs(
      sql.raw(
        `coalesce(content ->> 'trade', '0') <> '0' or jsonb_path_exists(content, '$.*.country ? (@ <> "${CHINA}")')`,
      ),
    ),
    grams: text('grams')
      .array()
      .generatedAlwaysAs(
        sql.raw(
          `jishi_grams(coalesce(number::text, '') || ' ' || local_number || ' ' || coalesce(content ->> 'name', '') || ' ' || coalesce(content #>> '{seller,name}', '') || ' ' || coalesce(content #>> '{buyer,name}', ''))`,
        ),
      ),
    /** `column:code` for each code filter, and `^c` for the first character of each name: what grams can't find. */
    facets: text('facets')
      .array()
      .generatedAlwaysAs(
        sql.raw(
          `jishi_facets(content ->> 'subtype', content ->> 'payMethod', content ->> 'techField', content ->> 'goal', content ->> 'planSource', content #>> '{intellectualProperty,0}', content ->> 'trade', content ->> 'isRelated', content ->> 'name', content #>> '{seller,name}', content #>> '{buyer,name}')`,
        ),
      ),
  },
  (t) => [
    check(
      'contract_status',
      sql`${t.status} in ('draft','submitted','endorsed','returned','registered','refused','discarded','cancelled','revoked')`,
    ),
    check(
      'contract_registered',
      sql`(${t.status} in ('registered','cancelled','revoked')) = (${t.number} is not null and ${t.year} is not null and ${t.registeredOn} is not null)`,
    ),
    /** What has left the register is counted nowhere. */
    check('contract_posted', sql`(${t.status} = 'registered') = (${t.posting} is not null)`),
    check(
      'contract_second_approver',
      sql`${t.status} <> 'registered' or ${t.firstApprover} is null or ${t.firstApprover} <> ${t.decidedBy}`,
    ),
    /** Four eyes: who entered or last edited a contract can't decide on it; the second approver is another person. */
    check(
      'contract_four_eyes',
      sql`${t.decidedBy} is null or (${t.decidedBy} <> ${t.enteredBy} and ${t.decidedBy} <> ${t.editedBy})`,
    ),
    check(
      'contract_first_approver',
      sql`${t.firstApprover} is null or (${t.firstApprover} <> ${t.enteredBy} and ${t.firstApprover} <> ${t.editedBy})`,
    ),
    uniqueIndex('contract_number').on(t.number),
    index('contract_waiting').on(t.dueOn).where(sql`status in ('submitted','endorsed')`),
    index('contract_year_unit').on(t.year, t.unit, t.registeredOn, t.id),
    index('contract_largest').on(t.year, t.unit, t.turnover.desc(), t.id).where(sql`status = 'registered'`),
    // What registered contracts went through, read from the index alone.
    index('contract_course')
      .on(
        t.year,
        t.unit,
        t.registeredOn,
        t.status,
        t.createdAt,
        t.acceptedOn,
        t.dueOn,
        t.earlierDays,
        t.returns,
        t.warnings,
        t.maybeDuplicate,
      )
      .where(sql`status = 'registered'`),
    index('contract_imports')
      .on(t.year, t.turnover.desc(), t.id)
      .where(sql`status = 'registered' and trade = '1'`),
    // What near duplicates share: both codes, or one of them and the other's name.
    index('contract_parties').on(t.sellerCode, t.buyerCode, t.signDate),
    index('contract_seller').on(t.sellerCode, t.buyerName, t.signDate),
    index('contract_buyer').on(t.buyerCode, t.sellerName, t.signDate),
    // An import looks its rows up by these.
    index('contract_unit_signed').on(
      t.unit,
      t.signDate,
      sql`jishi_plain(seller_name)`,
      sql`jishi_plain(buyer_name)`,
    ),
    index('contract_seller_uncoded').on(t.sellerName).where(sql`seller_code is null`),
    index('contract_buyer_uncoded').on(t.buyerName).where(sql`buyer_code is null`),
    // From a line of the statistics to the contract it counts.
    index('contract_posting').on(t.posting),
    // Met with each other inside the index, which keeps no order; where a contract stands as in db/conditions.ts.
    index('contract_search').using(
      'gin',
      t.grams,
      t.facets,
      sql`(array[unit, case when status = 'registered' then 'registered' else 'other' end])`,
    ),
    // One for each order of the list (db/queries/contract-list.ts); what is missing sorts below everything.
    index('contract_by_update').on(t.updatedAt, t.id),
    index('contract_unit_by_update').on(t.unit, t.updatedAt, t.id),
    // Of a past year the last touched lie deep in the order of all.
    index('contract_year_by_update').on(t.year, t.updatedAt, t.id),
    // Of what is not registered also the sums are read from the index alone.
    index('contract_status_by_update')
      .on(t.status, t.updatedAt, t.id, t.unit, t.turnover, t.technology)
      .where(sql`status <> 'registered'`),
    index('contract_by_turnover').on(sql`coalesce(turnover, -1)`, t.id),
    index('contract_by_technology').on(sql`coalesce(technology, -1)`, t.id),
    index('contract_by_sign_date').on(sql`coalesce(sign_date, '')`, t.id),
    index('contract_by_registration').on(sql`coalesce(registered_on, '-infinity')`, t.id),
  ],
)

/** Next serial per statistical year and registration point; locked by the registration that takes it, so no gaps. */
export const registrationCounter = pgTable(
  'registration_counter',
  {
    year: integer('year').notNull(),
    point: char('point', { length: 2 }).notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.point] })],
)

/** Other gap-free numbers: local numbers of a unit and year, refusal decisions of a year. */
export const counter = pgTable(
  'counter',
  {
    name: text('name').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.year] })],
)

/** What is attached to a contract; the bytes lie in the file store under their SHA-256. */
export const attachment = pgTable(
  'attachment',
  {
    id: uuid('id').primaryKey(),
    contract: uuid('contract')
      .notNull()
      .references(() => contract.id),
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: char('sha256', { length: 64 }).notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => account.id),
    addedAt: instant('added_at').notNull().default(sql`jishi_now()`),
    /** Taken off while the contract could still be edited; the row stays for the history. */
    removedAt: instant('removed_at'),
  },
  (t) => [index('attachment_contract').on(t.contract), index('attachment_sha256').on(t.sha256)],
)

/** Who has a contract open at the desk; a row is stale after half a minute without a sign of life. */
export const presence = pgTable(
  'presence',
  {
    contract: uuid('contract')
      .notNull()
      .references(() => contract.id),
    account: uuid('account')
      .notNull()
      .references(() => account.id),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contract, t.account] })],
)
