import fc from 'fast-check'
import { sizeBandOf } from '../../contract/code-lists'
import type { Facts } from '../../statistics/facts'
import { randomYears } from '../../statistics/testing/random-years'
import type { Audits } from '../source'
import { randomInstitutions, randomWork } from './random-work'
import type { Case } from './reported'

/** A contract of the report stands in the band of its own turnover. */
const banded = (facts: readonly Facts[]): Facts[] =>
  facts.map((one) => ({ ...one, band: sizeBandOf(one.turnover).code }))

const audits: fc.Arbitrary<Audits | null> = fc.option(
  fc.record({ campaigns: fc.integer({ min: 0, max: 3 }), corrected: fc.nat(40), revoked: fc.nat(3) }),
)

/** Random years as the whole Corps or one unit reports them, with years before that they may have surpassed. */
export const randomCases: fc.Arbitrary<Case> = fc
  .record({
    years: randomYears,
    unit: fc.constantFrom(null, null, null, 'D01', 'D08', 'U01'),
    before: fc.option(
      fc.array(fc.oneof(fc.constantFrom(0n, 1_000_000n, 2_000_000n), fc.bigInt(0n, 10n ** 13n)), {
        maxLength: 3,
      }),
      { freq: 6 },
    ),
    audits,
    work: randomWork,
    institutions: randomInstitutions,
  })
  .map(({ years, ...more }) => ({
    ...years,
    ...more,
    now: banded(years.now),
    earlier: banded(years.earlier),
  }))
