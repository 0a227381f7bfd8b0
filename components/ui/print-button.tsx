'use client'

import type { ReactNode } from 'react'
import { Button } from './button'

/** Opens the browser's own way to paper. */
export const PrintButton = ({ children }: { children: ReactNode }) => (
  <Button onClick={() => window.print()}>{children}</Button>
)
