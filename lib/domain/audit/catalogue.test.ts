import { describe, expect, it } from 'vitest'
import { recordOf } from '@/lib/testing/sound-record'
import { auditRules, hitWords, isRecordRule } from './catalogue'

const wholeSentences = (rule: string, params: Parameters<typeof hitWords>[0]['params']) => {
  const { zh, en } = hitWords({ rule, params })
  expect(zh).toMatch(/。$/)
  expect(en).toMatch(/\.$/)
  expect(`${zh}${en}`).not.toMatch(/undefined|NaN|null|\{|\}|object/)
}

describe.each(auditRules.filter(isRecordRule).map((rule) => [rule.id, rule] as const))(
  'rule %s',
  (_, rule) => {
    it.each(rule.examples.passes.map((example, at) => [at + 1, example] as const))(
      'passes example %i',
      (_at, example) => {
        expect(rule.check(recordOf(example))).toEqual([])
      },
    )

    it.each(rule.examples.fails.map((example, at) => [at + 1, example] as const))(
      'fails example %i',
      (_at, example) => {
        const found = rule.check(recordOf(example))
        expect(found).not.toEqual([])
        for (const { params } of found) wholeSentences(rule.id, params)
      },
    )
  },
)

it('names each rule once, and shows cases of both kinds', () => {
  expect(new Set(auditRules.map(({ id }) => id)).size).toBe(auditRules.length)
  for (const { examples } of auditRules) {
    expect(examples.passes.length).toBeGreaterThan(0)
    expect(examples.fails.length).toBeGreaterThan(0)
  }
})

it('finds nothing wrong with a sound record', () => {
  expect(auditRules.filter(isRecordRule).flatMap((rule) => rule.check(recordOf()))).toEqual([])
})

it('still tells a hit of a rule that is gone', () => {
  expect(hitWords({ rule: 'gone', params: {} })).toEqual({ zh: 'gone', en: 'gone' })
})
