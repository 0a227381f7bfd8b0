'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { SHORTEST } from './answer-dialog'

/** What the auditor found by hand, on a contract named by its number. */
export function AddDialog({ campaign, act }: { campaign: string; act: Step }) {
  const t = useTranslations('campaigns')
  const [open, setOpen] = useState(false)
  const [number, setNumber] = useState('')
  const why = useWhy(SHORTEST)
  const [tried, setTried] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => {
    toast(t('added'))
    show(false)
  })
  const show = (next: boolean) => {
    setOpen(next)
    setTried(false)
    why.set('')
    forget()
  }
  const unknown = problem?.code === 'invalid-input' && problem.issues.some(({ path }) => path === 'number')
  const send = () => {
    setTried(true)
    if (number.trim() === '' || why.isShort) return
    run({ campaign, number: number.trim(), text: why.written })
  }
  return (
    <ActDialog
      confirm={t('add')}
      onClose={() => show(false)}
      onConfirm={send}
      onOpen={() => show(true)}
      open={open}
      pending={pending}
      problem={unknown ? null : problem}
      title={t('addTitle')}
      trigger={<Button icon="plus">{t('add')}</Button>}
    >
      <Field
        error={unknown ? t('numberUnknown') : tried && number.trim() === '' && t('numberMissing')}
        hint={t('numberHint')}
        id="add-number"
        label={t('number')}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={40}
            onChange={(event) => setNumber(event.target.value)}
            value={number}
          />
        )}
      </Field>
      <WhyField
        hint={t('addTextHint')}
        id="add-text"
        label={t('addText')}
        most={1000}
        short={tried && why.isShort && t('textMissing', { least: SHORTEST })}
        why={why}
      />
    </ActDialog>
  )
}
