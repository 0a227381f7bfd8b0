import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { unit } from './units'

export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey(),
    username: text('username').notNull().unique(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    unit: text('unit').references(() => unit.code),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [
    check('account_role', sql`${t.role} in ('registrar','approver','auditor','leader','admin','security')`),
    check('account_unit', sql`(${t.role} = 'registrar') = (${t.unit} is not null)`),
  ],
)

/** Whoever did something. */
export const person = (name: string) => uuid(name).references(() => account.id)

/** Kept apart from the account so that only the gate (sign-in) can read it. */
export const credential = pgTable('credential', {
  account: uuid('account')
    .primaryKey()
    .references(() => account.id),
  /** Argon2id in PHC form. */
  passwordHash: text('password_hash').notNull(),
  mustChange: boolean('must_change').notNull().default(false),
  changedAt: instant('changed_at').notNull().default(sql`jishi_now()`),
  /** Hashes of earlier passwords, newest first, for the rule against reuse. */
  earlier: text('earlier').array().notNull().default(sql`'{}'`),
})

/** A signed-in browser. Deleting the row ends it at once. */
export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey(),
    account: uuid('account')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull().default(sql`jishi_now()`),
    seenAt: instant('seen_at').notNull().default(sql`jishi_now()`),
    address: text('address'),
    /** How the person proved themselves; only who came by password can be asked to change it. */
    via: text('via').notNull().default('password'),
  },
  (t) => [index('session_account').on(t.account), check('session_via', sql`${t.via} in ('password','oidc')`)],
)

/** Failed sign-ins by name and address, so that guessing slows down without locking an office out. */
export const signInFailure = pgTable('sign_in_failure', {
  /** SHA-256 of name and address: names tried by mistake (passwords typed as names) are not kept. */
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: instant('last_at').notNull(),
})

/** How much of a limit on requests is used up; a bucket that would be empty by now is as good as none. */
export const rateBucket = pgTable(
  'rate_bucket',
  {
    /** SHA-256 of what is limited and whose it is. */
    key: text('key').primaryKey(),
    /** When it will have run empty again, by the wall clock. */
    emptyAt: instant('empty_at').notNull(),
  },
  (t) => [index('rate_bucket_empty').on(t.emptyAt)],
)

/** Addresses a person has signed in from: guesses made elsewhere never keep them out there. */
export const knownAddress = pgTable('known_address', {
  /** SHA-256 of name and address, as in `sign_in_failure`. */
  key: text('key').primaryKey(),
  account: uuid('account')
    .notNull()
    .references(() => account.id),
  lastAt: instant('last_at').notNull().default(sql`jishi_now()`),
})

export const apiToken = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    account: uuid('account')
      .notNull()
      .references(() => account.id),
    label: text('label').notNull(),
    /** SHA-256 of the token in hex; the token itself is shown once. */
    hash: text('hash').notNull().unique(),
    createdAt: instant('created_at').notNull().default(sql`jishi_now()`),
    expiresAt: instant('expires_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** `read`: it may change nothing. */
    scope: text('scope').notNull().default('all'),
    /** When it last spoke, to the minute. */
    usedAt: instant('used_at'),
  },
  (t) => [
    index('api_token_account').on(t.account),
    check('api_token_scope', sql`${t.scope} in ('all','read')`),
  ],
)

/** What a token was answered under an Idempotency-Key; kept for a day, readable with the token alone. */
export const keptAnswer = pgTable(
  'kept_answer',
  {
    token: uuid('token')
      .notNull()
      .references(() => apiToken.id),
    key: text('key').notNull(),
    /** Whose the token is. */
    account: uuid('account').notNull(),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
    /** SHA-256 of what was asked. */
    asked: bytea('asked').notNull(),
    /** AES-256-GCM under a key of the token itself, of which the house keeps but the hash. */
    answer: bytea('answer').notNull(),
  },
  (t) => [primaryKey({ columns: [t.token, t.key] }), index('kept_answer_at').on(t.at)],
)
