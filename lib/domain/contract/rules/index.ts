import { amountRules } from './amounts'
import { attachmentRules } from './attachments'
import { classificationRules } from './classification'
import { dateRules } from './dates'
import { partyRules } from './parties'
import type { Rule } from './rule'
import { secrecyRules } from './secrecy'
import { subjectRules } from './subject'

/** Every rule that needs no second record, in the order of the form. */
export const rules: readonly Rule[] = [
  ...secrecyRules,
  ...subjectRules,
  ...partyRules,
  ...amountRules,
  ...classificationRules,
  ...dateRules,
  ...attachmentRules,
]
