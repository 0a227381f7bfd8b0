'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, TextLink } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { toast } from '@/components/ui/toast'
import { contentSchema } from '@/lib/domain/contract/content'
import { pathWords } from '@/lib/domain/contract/path-words'
import { problemWords } from '@/lib/domain/problem-words'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { type OpenPoint, openPoints } from './open-points'

type Act = (input: { id: string; revision: number }) => Promise<Result<unknown>>

/** Submits what is shown on the page, and nothing else: a change made meanwhile is a conflict, not a surprise. */
export function SubmitPanel({
  id,
  revision,
  content,
  open,
  submit,
  discard,
  mayDiscard,
}: {
  id: string
  revision: number
  /** Wire form. */
  content: unknown
  open: readonly OpenPoint[]
  submit: Act
  discard: Act
  mayDiscard: boolean
}) {
  const t = useTranslations('checks')
  const locale = useLocale()
  const router = useRouter()
  const [pending, setPending] = useState<'submit' | 'discard' | null>(null)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const points =
    problem?.code === 'check-failed' ? openPoints(contentSchema.parse(content), problem.findings, {}) : open

  const act = async (which: 'submit' | 'discard') => {
    setPending(which)
    setProblem(null)
    const answer = await (which === 'submit' ? submit : discard)({ id, revision }).catch(() => null)
    if (answer?.ok) {
      toast(t(which === 'submit' ? 'submitted' : 'discarded'))
      router.push(which === 'submit' ? routes.contract(id) : routes.contracts())
      return
    }
    setPending(null)
    setAsking(false)
    setProblem(answer?.problem ?? { code: 'unavailable' })
  }
  return (
    <Panel>
      <div className="grid gap-3">
        {problem && (
          <Notice kind="danger" live>
            {say(problemWords(problem), locale)}
          </Notice>
        )}
        {points.length > 0 ? (
          <section aria-labelledby="open-points">
            <h2 className="text-md" id="open-points">
              {t('openTitle', { count: points.length })}
            </h2>
            <p className="text-sm text-faint">{t('openIntro')}</p>
            <ul className="mt-2 grid max-h-80 gap-1.5 overflow-y-auto">
              {points.map(({ path, rule, message, severity }) => (
                <li className="text-sm" key={path + rule + message.zh}>
                  <TextLink href={routes.editContract(id, { at: path })}>
                    {say(pathWords(path), locale)}
                  </TextLink>
                  <span className={severity === 'error' ? 'block text-cinnabar' : 'block text-poplar-ink'}>
                    {say(message, locale)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <p className="text-soft">{t('promise')}</p>
        )}
        <Button
          disabled={points.length > 0}
          kind="primary"
          onClick={() => act('submit')}
          pending={pending === 'submit'}
        >
          {t('submit')}
        </Button>
        {mayDiscard && (
          <ConfirmDialog
            confirmLabel={t('discard')}
            description={t('discardText')}
            kind="danger"
            onConfirm={() => act('discard')}
            onOpenChange={setAsking}
            open={asking}
            pending={pending === 'discard'}
            title={t('discardTitle')}
            trigger={
              <Button kind="quiet" size="small">
                {t('discard')}
              </Button>
            }
          />
        )}
      </div>
    </Panel>
  )
}
