import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimWords } from './claims'
import { randomCases } from './testing/random-cases'
import { reported, sentencesOf } from './testing/reported'

test('every claim that a report makes is put into words', () => {
  fc.assert(
    fc.property(randomCases, (one) => {
      for (const { id, claims } of sentencesOf(reported(one))) {
        for (const claim of claims) expect(claimWords(claim), `${id}: ${claim}`).not.toBeNull()
      }
    }),
    { numRuns: 40 },
  )
})
