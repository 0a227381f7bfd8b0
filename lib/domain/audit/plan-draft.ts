import type { Severity } from '../contract/check'
import { isDate } from '../time/dates'
import type { Words } from '../words'
import type { Plan } from './plan'

/** What the page of a new self-audit chooses from and begins with. */
export interface PlanChoices {
  rules: { id: string; title: Words; severity: Severity; on: boolean }[]
  /** Rules that are chosen at first. */
  usual: string[]
  seed: number
  /** The day in Asia/Shanghai. */
  today: string
  /** The deadline proposed. */
  dueOn: string
}

/** A self-audit as it is being planned: numbers and days as they were typed. */
export interface PlanDraft {
  year: number
  units: readonly string[]
  types: readonly string[]
  rules: readonly string[]
  large: boolean
  tax: boolean
  foreign: boolean
  random: string
  seed: string
  explained: boolean
  dueOn: string
  instructions: string
}

export type PlanMistake = 'random' | 'seed' | 'dueOn' | 'past' | 'nothing'

const whole = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

/** The plan as the verbs take it; null while a number can't be read. */
export function planOf(draft: PlanDraft): Plan | null {
  const random = whole(draft.random, 0, 2000)
  const seed = whole(draft.seed, 1, 999_999_999)
  if (random === null || seed === null) return null
  const { large, tax, foreign, explained } = draft
  return {
    units: [...draft.units],
    types: [...draft.types],
    rules: [...draft.rules],
    sample: { large, tax, foreign, random, seed },
    explained,
  }
}

/** What keeps a draft from being opened, by the field it is about. */
export function planMistakes(draft: PlanDraft, today: string): PlanMistake[] {
  const looksAtSomething =
    draft.rules.length > 0 ||
    draft.large ||
    draft.tax ||
    draft.foreign ||
    whole(draft.random, 1, 2000) !== null
  return [
    ...(looksAtSomething ? [] : (['nothing'] as const)),
    ...(whole(draft.random, 0, 2000) === null ? (['random'] as const) : []),
    ...(whole(draft.seed, 1, 999_999_999) === null ? (['seed'] as const) : []),
    ...(isDate(draft.dueOn) ? (draft.dueOn < today ? (['past'] as const) : []) : (['dueOn'] as const)),
  ]
}
