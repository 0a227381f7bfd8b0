import type { SetRuleId } from '@/lib/domain/audit/rules/set'
import { perhapsSplit, perhapsTwice, registeredElsewhere, registeredTwice, sameFile } from './alike'
import { farFromSellers, moreThanHalf, outOfOrdinary, unusualPlan } from './amounts'
import { lateInYear, miscounted, partsAndWhole, withoutRegistrations } from './books'
import type { SetCheck } from './set'

/** The query behind each rule over the set. */
export const setChecks: Record<SetRuleId, SetCheck> = {
  Q13: registeredTwice,
  Q16: registeredElsewhere,
  Q14: perhapsTwice,
  'Q15-file': sameFile,
  Q17: perhapsSplit,
  'Q05-median': farFromSellers,
  'Q52-outlier': outOfOrdinary,
  'Q52-cell': moreThanHalf,
  'Q36-number': unusualPlan,
  Q49: miscounted,
  Q53: lateInYear,
  Q54: withoutRegistrations,
  Q55: partsAndWhole,
}
