'use client'

import { FailurePage } from '@/components/shell/state-pages'

export default function WorkError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <FailurePage reference={error.digest} retry={reset} />
}
