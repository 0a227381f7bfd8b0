import { expect, it } from 'vitest'
import { auditRules } from './catalogue'
import { exampleWords } from './example-words'

it.each(auditRules.map((rule) => [rule.id, rule] as const))(
  'tells the examples of %s in words',
  (_, rule) => {
    const { passes, fails } = exampleWords(rule)
    expect(passes.length).toBe(rule.examples.passes.length)
    expect(fails.length).toBe(rule.examples.fails.length)
    // A failing case without a word of what is wrong would teach nobody; where something is missing, nothing may stand.
    for (const { label, value } of fails.flat()) {
      expect(`${label.zh}${label.en}${value.zh}${value.en}`).not.toMatch(/undefined|NaN|null|object/)
      expect(value.zh).not.toBe('')
    }
  },
)
