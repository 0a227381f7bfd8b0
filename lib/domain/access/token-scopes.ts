import type { Words } from '../words'

/** What an API token may do of what its account may. */
export const tokenScopes = {
  all: { zh: '读取和办理', en: 'Read and act' },
  read: { zh: '仅读取', en: 'Read only' },
} as const satisfies Record<string, Words>

export type TokenScope = keyof typeof tokenScopes
export const tokenScopeNames = Object.keys(tokenScopes) as [TokenScope, ...TokenScope[]]
