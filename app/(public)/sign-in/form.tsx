'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { PasswordInput } from '../password-input'
import { type SignInAnswer, submitSignIn } from './actions'

const fresh: SignInAnswer = { attempt: 0, username: '', wrong: null, failed: false }

export function SignInForm({ from }: { from: string }) {
  const t = useTranslations('signIn')
  const [answer, action] = useActionState(submitSignIn, fresh)
  const noName = answer.wrong === 'username' || answer.wrong === 'both'
  const noPassword = answer.wrong === 'password' || answer.wrong === 'both'
  const errors: SummaryError[] = [
    ...(answer.failed ? [{ fieldId: 'username', message: t('failed') }] : []),
    ...(noName ? [{ fieldId: 'username', message: t('usernameMissing') }] : []),
    ...(noPassword ? [{ fieldId: 'password', message: t('passwordMissing') }] : []),
  ]
  return (
    <form action={action} className="grid gap-5" noValidate>
      <ErrorSummary attempt={answer.attempt} errors={errors} />
      <input name="from" type="hidden" value={from} />
      <Field error={noName && t('usernameMissing')} id="username" label={t('username')} required>
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            autoComplete="username"
            autoFocus={answer.attempt === 0}
            className="h-10"
            defaultValue={answer.username}
            key={answer.attempt}
            maxLength={64}
            name="username"
            spellCheck={false}
          />
        )}
      </Field>
      <Field error={noPassword && t('passwordMissing')} id="password" label={t('password')} required>
        {(control) => (
          <PasswordInput {...control} autoComplete="current-password" maxLength={256} name="password" />
        )}
      </Field>
      <SubmitButton className="min-h-10 w-full">{t('submit')}</SubmitButton>
    </form>
  )
}
