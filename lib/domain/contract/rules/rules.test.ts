import { describe, expect, it } from 'vitest'
import { isRegionLeaf } from '@/lib/domain/regions'
import { soundCircumstances, soundContent } from '@/lib/testing/sound-contract'
import { codeOf } from '../code-lists'
import type { Content } from '../content'
import { fieldNames } from '../fields'
import { withoutHidden } from '../hidden'
import { rules } from '.'
import type { Example, Rule } from './rule'

function hits(rule: Rule, [changes, circumstances]: Example) {
  const { seller, buyer, ...rest } = changes
  const content: Content = {
    ...soundContent,
    ...rest,
    seller: { ...soundContent.seller, ...seller },
    buyer: { ...soundContent.buyer, ...buyer },
  }
  return rule.check(withoutHidden(content), {
    ...soundCircumstances,
    isPlace: isRegionLeaf,
    ...circumstances,
  })
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (_, rule) => {
  it.each(rule.examples.passes.map((example, at) => [at + 1, example] as const))(
    'passes example %i',
    (_at, example) => {
      expect(hits(rule, example)).toEqual([])
    },
  )

  it.each(rule.examples.fails.map((example, at) => [at + 1, example] as const))(
    'fails example %i',
    (_at, example) => {
      const found = hits(rule, example)
      expect(found).not.toEqual([])
      for (const { path, message } of found) {
        const [head = ''] = path.split('.')
        expect(fieldNames.includes(head as never) || codeOf('attachmentKind', path) !== undefined).toBe(true)
        expect(message.zh).toMatch(/[。]$/)
        expect(message.en).toMatch(/[.]$/)
        expect(`${message.zh}${message.en}`).not.toMatch(/undefined|NaN|null/)
      }
    },
  )

  it('shows at least one case of each kind', () => {
    expect(rule.examples.passes.length).toBeGreaterThan(0)
    expect(rule.examples.fails.length).toBeGreaterThan(0)
  })
})

it('names each rule once', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})
