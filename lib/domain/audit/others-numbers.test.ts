import { expect, it } from 'vitest'
import { hitWords } from './catalogue'
import { withoutOthersNumbers } from './others-numbers'

const own = '2024660008000012'
const others = '2024660001000012'

it('tells an office which of its own contracts agrees, and of another’s only that one does', () => {
  expect(withoutOthersNumbers({ other: own, days: 3 }, 'D08')).toEqual({ other: own, days: 3 })
  const { zh, en } = hitWords({ rule: 'Q13', params: withoutOthersNumbers({ other: others }, 'D08') })
  expect(`${zh}${en}`).not.toContain(others)
  expect(zh).toContain('其他登记机构的合同')
})

it('hides a list that names a single one of another office', () => {
  const { other } = withoutOthersNumbers({ other: `${own}、${others}` }, 'D08')
  expect(JSON.stringify(other)).not.toMatch(/\d{16}/)
})
