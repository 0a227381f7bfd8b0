import type { Finding } from '@/lib/domain/contract/check'
import { field, fields } from '@/lib/domain/contract/fields'

/** Something that still stands between the contract and its submission. */
export interface OpenPoint extends Finding {
  /** Section of the form where it is settled. */
  place: string
  /** Nothing stands there yet, as opposed to something wrong. */
  missing: boolean
}

/** Errors, and warnings without an explanation, in the order of the form. */
export function openPoints(findings: readonly Finding[], explanations: Record<string, string>): OpenPoint[] {
  const open = findings.filter(
    ({ severity, rule }) =>
      severity === 'error' || (severity === 'warning' && (explanations[rule]?.trim().length ?? 0) < 4),
  )
  const points = open.map((one) => ({ ...one, place: placeOf(one.path), missing: isMissing(one) }))
  const order = [...new Set(Object.values(fields).map(({ section }) => section as string)), 'attachments']
  return points.sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place))
}

function placeOf(path: string): string {
  const name = path.split('.')[0] ?? ''
  return Object.hasOwn(fields, name) ? field(name as keyof typeof fields).section : 'attachments'
}

const isMissing = ({ rule, message }: Finding): boolean =>
  rule === 'dictionary' && message.zh.startsWith('请填写')

/** The section an element of the form lies in. */
export const sectionOf = (element: HTMLElement): string =>
  element.closest('[id^="section-"]')?.id.slice('section-'.length) ?? ''
