import { expect, test } from 'vitest'
import { judged } from '@/lib/testing/judged'
import { dataFile } from '../demo/data-file'
import { readRegister } from '../demo/register-file'

test.each([['register-2023.csv'], ['register-2024.csv']])(
  'the layout of %s is understood without a question, and every row of it can be registered',
  async (name) => {
    const { rows, understood } = await judged(dataFile(name), 'registered')
    expect(understood.mapping.columns.map(({ target }) => target)).toEqual(
      expect.arrayContaining([
        'record.number',
        'record.unit',
        'subtype',
        'seller.kind',
        'buyer.isCorps',
        'turnover',
      ]),
    )
    expect(rows.filter(({ issues }) => issues.length > 0)).toEqual([])
    const story = readRegister(name)
    expect(rows).toHaveLength(story.length)
    for (const [index, { content, record }] of rows.entries()) {
      const told = story[index]
      expect(record.number).toBe(told?.number)
      expect(record.unit).toBe(told?.unit)
      const { turnover, technology, subtype, techField, goal, planSource, signDate } = content
      expect({ turnover, technology, subtype, techField, goal, planSource, signDate }).toEqual({
        turnover: told?.content.turnover,
        technology: told?.content.technology,
        subtype: told?.content.subtype,
        techField: told?.content.techField,
        goal: told?.content.goal,
        planSource: told?.content.planSource,
        signDate: told?.content.signDate,
      })
    }
  },
  30_000,
)
