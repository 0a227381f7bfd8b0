import type { ItemOf } from '../contract/content'
import { achievements } from './achievements'
import { bodies } from './bodies'
import { events } from './events'
import type { WorkKind } from './kind'
import { managers } from './managers'
import { measures } from './measures'
import { platform } from './platform'
import { policies } from './policies'
import { trainings } from './trainings'

/** Every register of the chapter of work, in the order of the report. A new one is a file beside this and a line here. */
export const workKinds = {
  policies,
  measures,
  platform,
  achievements,
  events,
  bodies,
  trainings,
  managers,
} as const

export type WorkKindName = keyof typeof workKinds
export const workKindNames = Object.keys(workKinds) as WorkKindName[]

export const isWorkKind = (name: string): name is WorkKindName => Object.hasOwn(workKinds, name)

/** A register without the types of its own fields. */
export const kindOf = (name: WorkKindName): WorkKind => workKinds[name] as unknown as WorkKind

/** What a record of a register says. */
export type ContentOf<K extends WorkKindName> = ItemOf<(typeof workKinds)[K]['fields']>

/** A record that counts: confirmed, and neither withdrawn nor replaced since. */
export type Counted = {
  [K in WorkKindName]: { id: string; kind: K; unit: string | null; content: ContentOf<K> }
}[WorkKindName]

export type CountedOf<K extends WorkKindName> = Extract<Counted, { kind: K }>
