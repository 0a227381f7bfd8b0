import { expect, test } from 'vitest'
import { planSchema } from './plan'
import { type PlanDraft, planMistakes, planOf } from './plan-draft'

const draft: PlanDraft = {
  year: 2024,
  units: ['D08'],
  types: [],
  rules: ['Q01'],
  large: true,
  tax: false,
  foreign: false,
  random: '20',
  seed: '7',
  explained: false,
  dueOn: '2025-01-10',
  instructions: '',
}
const today = '2025-01-10'

test('a draft becomes a plan that the verb takes', () => {
  expect(planSchema.safeParse(planOf(draft)).success).toBe(true)
  expect(planMistakes(draft, today)).toEqual([])
})

test.each([
  [{ random: '2001' }, ['random']],
  [{ random: '' }, ['random']],
  [{ seed: '0' }, ['seed']],
  [{ seed: '1.5' }, ['seed']],
  [{ dueOn: '2025-02-30' }, ['dueOn']],
  [{ dueOn: '2025-01-09' }, ['past']],
  [{ rules: [], large: false, random: '0' }, ['nothing']],
])('%o is told', (changes, mistakes) => {
  expect(planMistakes({ ...draft, ...changes }, today)).toEqual(mistakes)
})
