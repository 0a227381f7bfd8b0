'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { codeList } from '@/lib/domain/contract/code-lists'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { useDecision } from './decision-context'
import { ReasonRow } from './reason-row'
import { useAct } from './use-act'

/**
 * 退回补正: a one-time list of everything to mend, each reason at its field. It stands beside the contract, which can
 * be read and pointed at meanwhile; closing it keeps what was written.
 */
export function ReturnDrawer({
  id,
  revision,
  act,
  onward,
}: {
  id: string
  revision: number
  act: (input: Record<string, unknown>) => Promise<Result<unknown>>
  onward: string
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const { panel, open, reasons, addReason } = useDecision()
  const box = useRef<HTMLElement>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { run, problem, pending, reload } = useAct<unknown>({
    act,
    onward,
    done: () => {
      toast(t('returned', { count: reasons.length }))
      return false
    },
  })
  const shown = panel === 'return'
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null

  const send = () => {
    setTried(true)
    if (reasons.length === 0 || reasons.some(({ code, path }) => !code || !path)) return
    run({
      id,
      revision,
      reasons: reasons.map(({ code, path, text: words }) => ({ code, path, text: words.trim() })),
      text: text.trim(),
    })
  }
  return (
    <section
      aria-labelledby="return-title"
      className="fixed inset-x-0 bottom-14 z-30 flex max-h-[70dvh] flex-col border-line bg-raised text-ink shadow-raised outline-none max-sm:border-t sm:inset-x-auto sm:top-bar sm:right-0 sm:bottom-0 sm:max-h-none sm:w-[min(28rem,94vw)] sm:border-l print:hidden"
      onKeyDown={(event) => event.key === 'Escape' && !pending && open(null)}
      ref={box}
      tabIndex={-1}
    >
      <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
        <div>
          <h2 className="text-lg" id="return-title">
            {t('returnTitle')}
          </h2>
          <p className="text-sm text-faint">{t('returnHelp')}</p>
        </div>
        <Button aria-label={t('close')} className="-mr-2 px-2" kind="quiet" onClick={() => open(null)}>
          <Icon name="cross" />
        </Button>
      </div>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-5 py-3">
        <ProblemNotice
          actions={problem?.code === 'conflict' && <Button onClick={reload}>{t('reload')}</Button>}
          problem={problem}
        />
        {reasons.length === 0 && <p className="text-soft">{t('noReasonsHelp')}</p>}
        <ol className="grid gap-4">
          {reasons.map((reason, index) => (
            <ReasonRow index={index} key={reason.key} reason={reason} tried={tried} />
          ))}
        </ol>
        <Field
          error={tried && reasons.length === 0 && t('noReasons')}
          id="add-reason"
          label={t('addReason')}
          required
        >
          {(control) => (
            <Select
              {...control}
              choices={codeList('returnReason').map(({ code, words }) => ({
                value: code,
                label: `${code} ${say(words, locale)}`,
              }))}
              onChange={(event) => event.target.value && addReason(event.target.value)}
              placeholder={t('chooseReason')}
              value=""
            />
          )}
        </Field>
        <Field id="return-text" label={t('returnText')}>
          {(control) => (
            <TextArea
              {...control}
              maxLength={2000}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </Field>
      </div>
      <div className="flex justify-end gap-2 border-t border-line px-5 py-3">
        <Button onClick={() => open(null)}>{t('close')}</Button>
        <Button kind="primary" onClick={send} pending={pending}>
          {reasons.length > 0 ? t('returnCount', { count: reasons.length }) : t('act.return')}
        </Button>
      </div>
    </section>
  )
}
