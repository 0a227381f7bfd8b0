import type { Rule } from './rule'

/** Every rule that needs no second record, in the order of the form. */
export const rules: readonly Rule[] = []
