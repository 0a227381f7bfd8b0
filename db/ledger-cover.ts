/**
 * Every table, and how a change behind the application's back is told. A test fails when a table is in neither list; a new
 * one is covered by `SELECT jishi_cover('its_name')` in its migration and its name here.
 */

/** Each change of a row leaves an imprint, which is sealed. */
export const imprintedTables = [
  'account',
  'api_token',
  'attachment',
  'audit_rule_switch',
  'campaign',
  'campaign_contract',
  'campaign_reminder',
  'code_mapping',
  'counter',
  'cover',
  'credential',
  'delegation',
  'era',
  'evidence',
  'finding',
  'finding_act',
  'holiday',
  'inflow',
  'institution',
  'mail_setting',
  'organisation',
  'published_edition',
  'published_unit',
  'report_comment',
  'report_edition',
  'report_file',
  'report_manuscript',
  'report_signature',
  'request',
  'setting',
  'unit',
  'unit_version',
  'work_record',
  'work_record_version',
] as const

/** Checked otherwise, each with what it is checked by. */
export const otherwiseCovered = {
  contract: 'the state its last event carries, or the imprint of its last saving',
  contract_event: 'chain of hashes and seals',
  posting: 'hash and seals; facts against the event it stands under',
  trail: 'hash and seals',
  imprint: 'hash and seals',
  seal: 'root over the rows of its span and the seal before',
  total: 'sums of the postings',
  day_total: 'sums of the postings',
  registration_counter: 'numbers given by the acts',
} as const

/** Not covered, each with the reason. */
export const uncoveredTables = {
  session: 'who is signed in now; nothing rests on it once it ends',
  sign_in_failure: 'slows guessing down and forgets by itself',
  rate_bucket: 'how many requests came within a minute; forgets by itself',
  known_address: 'where a person signed in from; only spares them a delay',
  kept_answer: 'what a key was answered, for a day; the act itself stands in the ledger',
  presence: 'who has a contract open; stale within half a minute',
  import_batch: 'how far an import has come; what it did stands in events, postings and the trail',
  import_part: 'a file on its way in, gone once its import is over',
  import_row: 'what an import thought of a row; the contract it made is covered',
  import_heading: 'how an office last read a heading; only suggested',
  notice:
    'says of an act what its event, request or finding says itself; waiting things are counted where they lie',
  notice_read: 'who has read a notice; nothing rests on it',
  outbox: 'mails on their way; what they tell stands in the inbox',
  outbox_notice: 'which mail told of a notice',
  saved_view: "a person's own question, without figures; each reader asks within their own reach",
} as const
