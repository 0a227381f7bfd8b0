'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Money } from '@/components/format/money'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cx } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { parseYuan, yuanText } from '@/lib/domain/money'
import type { Result } from '@/lib/domain/result'
import { routes } from '@/lib/routes'
import { useDecision } from './decision-context'
import { useAct } from './use-act'

export interface Approved {
  status: 'registered' | 'endorsed'
  number: string | null
}

/** Approval, with the amounts it registers; the technology turnover may be set lower, with a reason. */
export function ApproveDialog({
  id,
  revision,
  name,
  turnover,
  claimed,
  needsSecond,
  act,
  onward,
  effects,
}: {
  id: string
  revision: number
  name: string
  turnover: bigint
  /** Technology turnover as it stands, in fen. */
  claimed: bigint
  /** Large, and this is its first approval. */
  needsSecond: boolean
  act: (input: Record<string, unknown>) => Promise<Result<Approved>>
  onward: string
  /** The figures that will move. */
  effects?: ReactNode
}) {
  const t = useTranslations('approvals')
  const certificates = useTranslations('certificates.panel')
  const { panel, open } = useDecision()
  const confirm = useRef<HTMLButtonElement>(null)
  const [lower, setLower] = useState(false)
  const [amount, setAmount] = useState(yuanText(claimed))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { run, problem, pending, reload } = useAct<Approved>({
    act,
    onward,
    done: ({ status, number }) => {
      if (status === 'endorsed') toast(t('endorsed'))
      else
        toast(t('registered', { number: number ?? '' }), 'success', {
          href: routes.certificate(id),
          label: certificates('print'),
        })
      return false
    },
  })

  const fen = parseYuan(amount)
  const amountError =
    fen === null ? t('amountUnread') : fen <= 0n || fen >= claimed ? t('amountNotLower') : undefined
  const reasonError = reason.trim() === '' ? t('reasonMissing') : undefined
  const approve = () => {
    setTried(true)
    if (!lower) run({ id, revision })
    else if (fen !== null && !amountError && !reasonError)
      run({ id, revision, technology: yuanText(fen), reason: reason.trim() })
  }
  const technology = lower && fen !== null && !amountError ? fen : claimed
  return (
    <Dialog
      footer={
        <>
          <Button onClick={() => open(null)}>{t('cancel')}</Button>
          <Button kind="primary" onClick={approve} pending={pending} ref={confirm}>
            {t(needsSecond ? 'endorse' : 'approveAndRegister')}
          </Button>
        </>
      }
      initialFocus={confirm}
      onOpenChange={(is) => !is && !pending && open(null)}
      open={panel === 'approve'}
      title={t(needsSecond ? 'endorseTitle' : 'approveTitle')}
      wide={Boolean(effects)}
    >
      <div className={cx('grid items-start gap-6', Boolean(effects) && 'md:grid-cols-2')}>
        <div className="grid gap-4">
          <ProblemNotice
            actions={problem?.code === 'conflict' && <Button onClick={reload}>{t('reload')}</Button>}
            problem={problem}
          />
          <p className="font-medium">{name}</p>
          {needsSecond && <Notice kind="info">{t('needsSecond')}</Notice>}
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
            <dt className="text-faint">{t('turnover')}</dt>
            <dd>
              <Money fen={turnover} showUnit />
            </dd>
            <dt className="text-faint">{t('nonTechnical')}</dt>
            <dd>
              <Money fen={turnover - technology} showUnit />
            </dd>
            <dt className="text-faint">{t('technology')}</dt>
            <dd className="font-semibold">
              <Money fen={technology} showUnit />
              {technology !== claimed && (
                <del className="ml-3 font-normal text-faint">
                  <Money fen={claimed} showUnit />
                </del>
              )}
            </dd>
          </dl>
          <Checkbox
            checked={lower}
            detail={t('setLowerHelp')}
            label={t('setLower')}
            onChange={(event) => setLower(event.target.checked)}
          />
          {lower && (
            <div className="grid gap-4 border-l-2 border-line pl-4">
              <Field error={tried && amountError} id="lower-amount" label={t('approvedAmount')} required>
                {(control) => (
                  <TextInput
                    {...control}
                    after={t('yuan')}
                    className="max-w-64"
                    inputMode="decimal"
                    numeric
                    onChange={(event) => setAmount(event.target.value)}
                    value={amount}
                  />
                )}
              </Field>
              <Field error={tried && reasonError} id="lower-reason" label={t('lowerReason')} required>
                {(control) => (
                  <TextArea
                    {...control}
                    maxLength={1000}
                    onChange={(event) => setReason(event.target.value)}
                    value={reason}
                  />
                )}
              </Field>
            </div>
          )}
        </div>
        {effects && (
          <div className="grid gap-2">
            {effects}
            {lower && <p className="text-sm text-soft">{t('effectsLowered')}</p>}
          </div>
        )}
      </div>
    </Dialog>
  )
}
