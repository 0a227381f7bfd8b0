import type { SetRule } from '../rule'

export const setRules: readonly SetRule[] = []
