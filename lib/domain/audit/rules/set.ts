import type { SetRule } from '../rule'
import { alikeRules } from './alike'
import { amountRules } from './amounts'
import { bookRules } from './books'

const declared = { ...alikeRules, ...amountRules, ...bookRules }

export type SetRuleId = keyof typeof declared

/** Rules over the whole register of a year, in the order they are told. */
export const setRules: readonly SetRule<SetRuleId>[] = Object.entries(declared).map(([id, rule]) => ({
  id: id as SetRuleId,
  scope: 'set',
  ...rule,
}))
