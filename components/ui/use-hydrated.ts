'use client'

import { useSyncExternalStore } from 'react'

/** False until the page's script has taken over, so that a control which needs it does not lose what was chosen before. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

const never = () => () => {}
