import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-input'
import { codeList } from '@/lib/domain/contract/code-lists'
import { kindOf, type RequestKind } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'

/** Why something is asked: a reason of the kind's list, and what was found or agreed. */
export function GroundFields({
  prefix,
  kind,
  reason,
  text,
  wrong,
  onReason,
  onText,
}: {
  /** Their ids are `prefix-reason` and `prefix-text`. */
  prefix: string
  kind: RequestKind
  reason: string
  text: string
  wrong: { reason?: string | false; text?: string | false }
  onReason: (code: string) => void
  onText: (text: string) => void
}) {
  const t = useTranslations('requests.form')
  const locale = useLocale()
  return (
    <>
      <Field error={wrong.reason} id={`${prefix}-reason`} label={t('reason')} required>
        {(control) => (
          <Select
            {...control}
            choices={codeList(kindOf(kind).reasons).map(({ code, words }) => ({
              value: code,
              label: say(words, locale),
            }))}
            className="max-w-md"
            onChange={(event) => onReason(event.target.value)}
            placeholder={t('chooseReason')}
            value={reason}
          />
        )}
      </Field>
      <Field error={wrong.text} hint={t('textHint')} id={`${prefix}-text`} label={t('text')} required>
        {(control) => (
          <TextArea
            {...control}
            maxLength={2000}
            onChange={(event) => onText(event.target.value)}
            rows={4}
            value={text}
          />
        )}
      </Field>
    </>
  )
}
