import { describe, expect, it } from 'vitest'
import { compareFields } from './near-duplicates'

describe('field by field', () => {
  const left = {
    name: '南疆盐碱地改良技术研发',
    subtype: '11',
    seller: { name: '石河子大学', code: '12659001MAUQ1C302E' },
    turnover: 270000000n,
    signDate: '2024-06-03',
  }
  const agreement = (right: typeof left) =>
    Object.fromEntries(compareFields(left, right).map(({ path, agreement }) => [path, agreement]))

  it('says what is the same, what is near and what is not', () => {
    expect(agreement(left)).toMatchObject({
      name: 'same',
      seller: 'same',
      turnover: 'same',
      signDate: 'same',
    })
    expect(
      agreement({
        ...left,
        name: '南疆盐碱地改良技术开发',
        subtype: '51',
        seller: { name: '石大', code: '12659001MAUQ1C302E' },
        turnover: 271000000n,
        signDate: '2024-06-30',
      }),
    ).toMatchObject({
      name: 'similar',
      subtype: 'different',
      seller: 'same',
      turnover: 'similar',
      signDate: 'similar',
    })
  })
})
