'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-input'
import { codeList } from '@/lib/domain/contract/code-lists'
import { kindOf, type RequestKind } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import { LEAST_TEXT } from './open-points'
import type { RequestForm } from './use-request-form'

/** Why it is asked: a reason of the kind's list, and what was found or agreed. */
export function GroundsPanel({
  form: { reason, setReason, text, setText },
  kind,
  tried,
}: {
  form: RequestForm
  kind: RequestKind
  tried: boolean
}) {
  const t = useTranslations('requests.form')
  const locale = useLocale()
  return (
    <Panel title={t('grounds')}>
      <div className="grid gap-5">
        <Field
          error={tried && reason === '' && t('chooseReason')}
          id="request-reason"
          label={t('reason')}
          required
        >
          {(control) => (
            <Select
              {...control}
              choices={codeList(kindOf(kind).reasons).map(({ code, words }) => ({
                value: code,
                label: say(words, locale),
              }))}
              className="max-w-md"
              onChange={(event) => setReason(event.target.value)}
              placeholder={t('chooseReason')}
              value={reason}
            />
          )}
        </Field>
        <Field
          error={tried && text.trim().length < LEAST_TEXT && t('textShort', { least: LEAST_TEXT })}
          hint={t('textHint')}
          id="request-text"
          label={t('text')}
          required
        >
          {(control) => (
            <TextArea
              {...control}
              maxLength={2000}
              onChange={(event) => setText(event.target.value)}
              rows={4}
              value={text}
            />
          )}
        </Field>
      </div>
    </Panel>
  )
}
