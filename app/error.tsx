'use client'

import { BareFrame, FailurePage } from '@/components/shell/state-pages'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <BareFrame>
      <FailurePage reference={error.digest} retry={reset} />
    </BareFrame>
  )
}
