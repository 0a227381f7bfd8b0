import type { ReactNode } from 'react'
import { Toasts } from '@/components/ui/toast'

export default function ApiDocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Toasts />
    </>
  )
}
