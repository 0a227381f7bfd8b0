'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useVerb } from '@/components/act/use-verb'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { textOf, VerbField, VerbForm } from '../verb-form'
import { resend, tryOut } from './actions'

/** Sends a mail that tries the settings. */
export function TryMail() {
  const t = useTranslations('mail')
  const locale = useLocale()
  return (
    <VerbForm
      act={tryOut}
      clears
      done={t('tryQueued')}
      input={(form) => ({
        address: textOf(form, 'address'),
        language: locale.startsWith('en') ? 'en' : 'zh-CN',
      })}
      kind="secondary"
      submit={t('try')}
    >
      <VerbField label={t('address')} name="address">
        {(control) => <TextInput {...control} maxLength={200} type="email" />}
      </VerbField>
    </VerbForm>
  )
}

export function Resend({ id }: { id: string }) {
  const t = useTranslations('mail')
  const { run, pending } = useVerb(resend, t('resent'))
  return (
    <Button kind="quiet" onClick={() => run({ id })} pending={pending} size="small">
      {t('resend')}
    </Button>
  )
}
