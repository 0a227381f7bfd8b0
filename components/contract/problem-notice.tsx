import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { problemWords } from '@/lib/domain/problem-words'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'

/** What stood in the way of an act, announced when it appears. */
export function ProblemNotice({
  problem,
  actions,
}: {
  problem: ProblemDetail | Unknown | null
  actions?: ReactNode
}) {
  const locale = useLocale()
  if (!problem) return null
  return (
    <Notice actions={actions} kind="danger" live>
      {say(problemWords(problem), locale)}
    </Notice>
  )
}
