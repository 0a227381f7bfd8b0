import { z } from 'zod'
import { codeOf } from '../contract/code-lists'
import { units } from '../units'
import { auditRule, auditRules } from './catalogue'

const unique = <T extends z.ZodType>(each: T) =>
  z.array(each).transform((all) => [...new Set(all)] as z.output<T>[])

/** What a campaign looks at. No unit, no type: all of them. */
export const planSchema = z.strictObject({
  units: unique(z.string().refine((code) => units.some((unit) => unit.code === code))).default([]),
  /** Main types. */
  types: unique(z.string().refine((code) => codeOf('contractType', code) !== undefined)).default([]),
  rules: unique(z.string().refine((id) => auditRule(id) !== undefined)),
  sample: z.strictObject({
    large: z.boolean(),
    tax: z.boolean(),
    foreign: z.boolean(),
    random: z.int().min(0).max(2000),
    seed: z.int().min(1).max(999_999_999),
  }),
  /** Also ask about warnings that the office has explained when it submitted the contract. */
  explained: z.boolean(),
})

export type Plan = z.output<typeof planSchema>

/** What a campaign usually looks at: rules that find errors and warnings, not mere hints. */
export const usualRules = (isOn: (rule: string) => boolean): string[] =>
  auditRules.filter(({ id, severity }) => severity !== 'hint' && isOn(id)).map(({ id }) => id)
