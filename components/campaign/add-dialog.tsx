'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { SHORTEST } from './answer-dialog'

/** What the auditor found by hand, on a contract named by its number. */
export function AddDialog({ campaign, act }: { campaign: string; act: Step }) {
  const t = useTranslations('campaigns')
  const [open, setOpen] = useState(false)
  const [number, setNumber] = useState('')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => {
    toast(t('added'))
    show(false)
  })
  const show = (next: boolean) => {
    setOpen(next)
    setTried(false)
    setText('')
    forget()
  }
  const unknown = problem?.code === 'invalid-input' && problem.issues.some(({ path }) => path === 'number')
  const send = () => {
    setTried(true)
    if (number.trim() === '' || text.trim().length < SHORTEST) return
    run({ campaign, number: number.trim(), text: text.trim() })
  }
  return (
    <Dialog
      footer={
        <>
          <Button onClick={() => show(false)}>{t('cancel')}</Button>
          <Button kind="primary" onClick={send} pending={pending}>
            {t('add')}
          </Button>
        </>
      }
      onOpenChange={(next) => !pending && show(next)}
      open={open}
      title={t('addTitle')}
      trigger={<Button icon="plus">{t('add')}</Button>}
    >
      <div className="grid gap-4">
        {!unknown && <ProblemNotice problem={problem} />}
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
        <Field
          error={tried && text.trim().length < SHORTEST && t('textMissing', { least: SHORTEST })}
          hint={t('addTextHint')}
          id="add-text"
          label={t('addText')}
          required
        >
          {(control) => (
            <TextArea
              {...control}
              maxLength={1000}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
