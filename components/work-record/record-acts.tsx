'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import { Button, type ButtonKind } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { say } from '@/lib/domain/words'
import type { WorkKindName } from '@/lib/domain/work-records/kinds'
import { type RecordAction, recordActions } from '@/lib/domain/work-records/lifecycle'
import { routes } from '@/lib/routes'

type Act = Exclude<RecordAction, 'save'>

/** From the least to the weightiest, which stands at the edge. */
const inBar: readonly Act[] = ['discard', 'withdraw', 'return', 'correct', 'submit', 'confirm']
const looks: Partial<Record<Act, ButtonKind>> = {
  submit: 'primary',
  confirm: 'primary',
  withdraw: 'danger',
  discard: 'danger',
}
const asksReason: readonly Act[] = ['return', 'withdraw', 'correct']

/** What the reader may do with a record, at the foot of its page; each act asks once more. */
export function RecordActs({
  kind,
  id,
  may,
  counts,
  steps,
}: {
  kind: WorkKindName
  id: string
  may: readonly RecordAction[]
  /** It counts already: discarding gives a correction up. */
  counts: boolean
  steps: Record<Act, Step>
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const [open, setOpen] = useState<Act | null>(null)
  const acts = inBar.filter((act) => may.includes(act))
  if (acts.length === 0) return null
  const label = (act: Act) =>
    act === 'discard' && counts ? t('giveUp') : say(recordActions[act].words, locale)
  return (
    <section
      aria-label={t('acts')}
      className="sticky bottom-14 z-20 -mx-4 mt-6 flex flex-wrap justify-end gap-2 border-t border-line bg-paper px-4 py-2.5 max-sm:*:flex-1 sm:bottom-0 sm:-mx-6 sm:px-6 print:hidden"
    >
      {acts.map((act) => (
        <Button
          key={act}
          kind={act === 'confirm' || act === 'submit' ? 'primary' : 'secondary'}
          onClick={() => setOpen(act)}
        >
          {label(act)}
        </Button>
      ))}
      {open && (
        <AskedAct
          act={open}
          close={() => setOpen(null)}
          id={id}
          key={open}
          kind={kind}
          label={label(open)}
          step={steps[open]}
          words={open === 'discard' && counts ? 'giveUp' : open}
        />
      )}
    </section>
  )
}

function AskedAct({
  act,
  words,
  label,
  kind,
  id,
  step,
  close,
}: {
  act: Act
  words: Act | 'giveUp'
  label: string
  kind: WorkKindName
  id: string
  step: Step
  close: () => void
}) {
  const t = useTranslations('workRecords')
  const router = useRouter()
  const [tried, setTried] = useState(false)
  const asks = asksReason.includes(act)
  const why = useWhy(asks ? 4 : 0)
  const { run, problem, pending } = useStep(step, () => {
    close()
    toast(t(`done.${act}`))
    if (words === 'discard') router.push(routes.work.records(kind))
  })
  const go = () => {
    setTried(true)
    if (why.isShort) return
    run(act === 'submit' || act === 'confirm' ? { ids: [id] } : { id, ...(asks && { reason: why.written }) })
  }
  return (
    <ActDialog
      confirm={label}
      description={t(`${words}Text`)}
      kind={looks[act] ?? 'primary'}
      onClose={close}
      onConfirm={go}
      pending={pending}
      problem={problem}
      title={t(`${words}Title`)}
    >
      {asks && (
        <WhyField
          id={`${act}-reason`}
          label={t('reason')}
          most={1000}
          short={tried && why.isShort && t('reasonShort')}
          why={why}
        />
      )}
    </ActDialog>
  )
}
