import { sql } from 'drizzle-orm'
import {
  bigserial,
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
import { instant } from './columns'
import { contract } from './contracts'
import { person } from './people'
import { request } from './requests'
import { unit } from './units'

/** A self-audit (自查) of a year's registered contracts (decision 13). Its scope is frozen when it is opened. */
export const campaign = pgTable(
  'campaign',
  {
    id: uuid('id').primaryKey(),
    /** 自查〔2025〕1号: gap-free within the year it was opened in. */
    number: text('number').notNull().unique(),
    /** Statistical year that is looked at. */
    year: integer('year').notNull(),
    /** Units, types, rules, sample and its seed, as `lib/domain/audit/plan.ts` says. */
    plan: jsonb('plan').notNull(),
    instructions: text('instructions').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    openedBy: person('opened_by').notNull(),
    openedAt: instant('opened_at').notNull().default(sql`jishi_now()`),
    closedBy: person('closed_by'),
    closedAt: instant('closed_at'),
    /** What it came to, as it was signed; null while it runs. */
    report: jsonb('report'),
  },
  (t) => [
    check('campaign_closed', sql`(${t.closedAt} is null) = (${t.report} is null)`),
    index('campaign_year').on(t.year, t.openedAt),
  ],
)

/** The contracts a campaign looks at, as they stood when it was opened; later ones are outside. */
export const campaignContract = pgTable(
  'campaign_contract',
  {
    campaign: uuid('campaign')
      .notNull()
      .references(() => campaign.id),
    contract: uuid('contract')
      .notNull()
      .references(() => contract.id),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    /** Type, size and unit, by which the random sample is spread. */
    stratum: text('stratum').notNull(),
    /** Why it is looked at by hand: large, tax, foreign, random; empty where only the rules look. */
    sampled: text('sampled').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaign, t.contract] }),
    index('campaign_contract_unit').on(t.campaign, t.unit),
  ],
)

/** One thing to be answered: a rule's hit, a sampled contract to be held against its text, or the auditor's own finding. */
export const finding = pgTable(
  'finding',
  {
    id: uuid('id').primaryKey(),
    campaign: uuid('campaign')
      .notNull()
      .references(() => campaign.id),
    /** Of the catalogue, or 'sample', or 'auditor'. */
    rule: text('rule').notNull(),
    severity: text('severity').notNull(),
    /** Null where it is about the unit as a whole. */
    contract: uuid('contract').references(() => contract.id),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    path: text('path'),
    params: jsonb('params').notNull().default({}),
    status: text('status').notNull().default('open'),
    /** The office's answer: no-error, correct, revoke. */
    answer: text('answer'),
    explanation: text('explanation'),
    /** What it came to once it is settled. */
    outcome: text('outcome'),
    /** The request that followed from it. */
    request: uuid('request').references(() => request.id),
  },
  (t) => [
    check('finding_status', sql`${t.status} in ('open','answered','returned','settled')`),
    check('finding_answer', sql`${t.answer} in ('no-error','correct','revoke')`),
    check('finding_outcome', sql`(${t.status} = 'settled') = (${t.outcome} is not null)`),
    index('finding_campaign').on(t.campaign, t.unit, t.status),
    index('finding_contract').on(t.contract),
    index('finding_rule').on(t.rule),
    uniqueIndex('finding_sample').on(t.campaign, t.contract).where(sql`rule = 'sample'`),
  ],
)

/** Append-only: each answer and judgement of a finding, in the order it happened. */
export const findingAct = pgTable(
  'finding_act',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    finding: uuid('finding')
      .notNull()
      .references(() => finding.id),
    /** answer, accept, send-back, decide. */
    act: text('act').notNull(),
    by: person('by').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
    /** The answer given or the outcome decided, where there is one. */
    result: text('result'),
    text: text('text').notNull().default(''),
  },
  (t) => [index('finding_act_finding').on(t.finding, t.id)],
)

/** When an office was reminded that its answers are due. */
export const campaignReminder = pgTable(
  'campaign_reminder',
  {
    campaign: uuid('campaign')
      .notNull()
      .references(() => campaign.id),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    at: instant('at').notNull().default(sql`jishi_now()`),
    by: person('by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaign, t.unit, t.at] })],
)
