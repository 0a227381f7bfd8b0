import { valueAt } from '@/lib/domain/approval/paths'
import { type Finding, isExplained } from '@/lib/domain/contract/check'
import type { Content } from '@/lib/domain/contract/content'
import { field, fields } from '@/lib/domain/contract/fields'

/** Something that still stands between the contract and its submission. */
export interface OpenPoint extends Finding {
  /** Section of the form where it is settled. */
  place: string
  /** Nothing stands there yet, as opposed to something wrong. */
  missing: boolean
}

/** Errors, and warnings without an explanation, in the order of the form. */
export function openPoints(
  content: Content,
  findings: readonly Finding[],
  explanations: Record<string, string>,
): OpenPoint[] {
  const open = findings.filter(
    ({ severity, rule }) =>
      severity === 'error' || (severity === 'warning' && !isExplained(rule, explanations)),
  )
  const points = open.map((one) => ({
    ...one,
    place: placeOf(one.path),
    missing: one.rule === 'dictionary' && isNothing(valueAt(content, one.path)),
  }))
  return points.sort((a, b) => placeInForm(a.path) - placeInForm(b.path))
}

const names = Object.keys(fields)

/** Files come after every field. */
const placeInForm = (path: string): number => {
  const at = names.indexOf(path.split('.')[0] ?? '')
  return at < 0 ? names.length : at
}

function placeOf(path: string): string {
  const name = path.split('.')[0] ?? ''
  return Object.hasOwn(fields, name) ? field(name as keyof typeof fields).section : 'attachments'
}

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0)

/** The section an element of the form lies in. */
export const sectionOf = (element: HTMLElement): string =>
  element.closest('[id^="section-"]')?.id.slice('section-'.length) ?? ''
