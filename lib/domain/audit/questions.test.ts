import { expect, it } from 'vitest'
import { auditRule } from './catalogue'
import { answers, questionsOf } from './questions'

it('answers at least fifty of the sixty questions, each by a rule there is', () => {
  const questions = Object.keys(answers)
  expect(questions.length).toBeGreaterThanOrEqual(50)
  for (const question of questions) expect(question).toMatch(/^Q(0[1-9]|[1-5]\d|60)$/)
  const missing = Object.values(answers)
    .flat()
    .filter((rule) => !auditRule(rule))
  expect(missing).toEqual([])
  expect(Object.values(answers).filter((rules) => rules.length === 0)).toEqual([])
})

it('knows what a rule answers', () => {
  expect(questionsOf('Q52-cell')).toEqual(['Q52'])
  expect(questionsOf('G05')).toEqual([])
})
