import type { RecordRule } from '../rule'
import { decisionRules } from './decisions'
import { registryRules } from './registry'
import { subjectRules } from './subjects'

export const recordRules: readonly RecordRule[] = [...decisionRules, ...registryRules, ...subjectRules]
