import type { ItemOf } from '../contract/content'
import type { ItemFieldSpec } from '../contract/field-spec'
import type { Words } from '../words'

export type RecordFields = Record<string, ItemFieldSpec>

/**
 * Whose records a register holds: of divisions, of any unit or the centre itself, or of the centre alone.
 * An office enters its own unit's, the auditor the centre's own.
 */
export type Owners = 'divisions' | 'anyone' | 'centre'

/** What the fields together have to fulfil; `fails` laid over the register's example breaks this rule alone. */
export interface RecordRule<F extends RecordFields = RecordFields> {
  id: string
  /** Field it is told at. */
  path: keyof F & string
  message: Words
  source: string
  holds(content: ItemOf<F>): boolean
  fails: ItemOf<F>
}

/** A register behind the opening chapter of the annual report (domain.md §10), declared once. */
export interface WorkKind<F extends RecordFields = RecordFields> {
  words: Words
  intro: Words
  owners: Owners
  fields: F
  /** Field a record is called by. */
  title: keyof F & string
  /** Day a record belongs to; its year is the statistical year. */
  day: keyof F & string
  /** What makes two rows the same record within a unit. */
  identity: readonly (keyof F & string)[]
  /** Shown in lists after the title, whose day stands first. */
  columns: readonly (keyof F & string)[]
  rules: readonly RecordRule<F>[]
  /** A record that is in order. */
  example: ItemOf<F>
}

/** Keeps the fields' own types, which the roll-ups read. */
export const workKind = <const F extends RecordFields>(kind: WorkKind<F>): WorkKind<F> => kind

/** Days as text: those of the form sort as time does; what is missing hinders nothing. */
export const inOrder = (first: unknown, then: unknown): boolean =>
  typeof first !== 'string' || typeof then !== 'string' || first === '' || then === '' || first <= then
