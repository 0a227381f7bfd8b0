import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellNamed } from '../statistics/drill'
import { isMeasure, placeOf } from './places'
import { specOf } from './source'
import type { NumberSpan } from './spans'
import { randomCases } from './testing/random-cases'
import { reported, sentencesOf } from './testing/reported'

const numbersIn = (report: Parameters<typeof sentencesOf>[0]): NumberSpan[] =>
  sentencesOf(report).flatMap(({ said }) => said.zh.filter((span) => span.kind === 'number'))

test('the address of every door names the very contracts behind it', () => {
  fc.assert(
    fc.property(randomCases, (one) => {
      for (const { door, of, measure, text } of numbersIn(reported(one))) {
        if (!door || !of) continue
        expect(isMeasure(measure)).toBe(true)
        const place = placeOf(specOf(of.table), of.members)
        expect(place, `${text} of ${of.table} ${of.members}`).not.toBeNull()
        const member = door.split === null || place === null || place === 'total' ? null : place.member
        const named = cellNamed(specOf(of.table), door.year, member)
        expect({ ...named, members: named?.members.toSorted() }).toEqual({
          ...door,
          members: [...door.members].sort(),
        })
      }
    }),
    { numRuns: 100 },
  )
})
