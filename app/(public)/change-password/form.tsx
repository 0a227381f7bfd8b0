'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { type PasswordFault, type PasswordRules, passwordFaults } from '@/lib/domain/access/password-rules'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { PasswordInput } from '../password-input'
import { type ChangeAnswer, submitChange } from './actions'

const fresh: ChangeAnswer = { attempt: 0, result: null }

type FieldName = 'current' | 'next' | 'repeat'
type Mistake = { fieldId?: FieldName; message: string }

export function ChangePasswordForm({ username, rules }: { username: string; rules: PasswordRules }) {
  const t = useTranslations('signIn')
  const [{ attempt, result }, action] = useActionState(submitChange, fresh)
  const mistakes = useMistakes(result, rules)
  if (result?.ok) {
    return (
      <Notice
        actions={
          <LinkButton href={routes.home()} kind="primary">
            {t('backToWork')}
          </LinkButton>
        }
        kind="success"
        live
        title={t('changeDone')}
      />
    )
  }
  const errorOf = (name: FieldName) => mistakes.find(({ fieldId }) => fieldId === name)?.message
  return (
    <form action={action} className="grid gap-5" noValidate>
      <ErrorSummary attempt={attempt} errors={mistakes} />
      <input autoComplete="username" hidden name="username" readOnly value={username} />
      <Field error={errorOf('current')} id="current" label={t('current')} required>
        {(control) => <PasswordInput {...control} autoComplete="current-password" name="current" />}
      </Field>
      <Field
        error={errorOf('next')}
        hint={
          <ul className="list-disc pl-5">
            <li>{t('ruleLength', { count: rules.passwordLength })}</li>
            <li>{t('ruleKinds')}</li>
            <li>{t('ruleName')}</li>
            <li>{t('ruleHistory', { count: rules.passwordHistory })}</li>
          </ul>
        }
        id="next"
        label={t('next')}
        required
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" name="next" />}
      </Field>
      <Field error={errorOf('repeat')} id="repeat" label={t('repeat')} required>
        {(control) => <PasswordInput {...control} autoComplete="new-password" name="repeat" />}
      </Field>
      <SubmitButton className="min-h-10 w-full">{t('changeSubmit')}</SubmitButton>
    </form>
  )
}

/** The problem put into words at its fields. */
function useMistakes(result: ChangeAnswer['result'], rules: PasswordRules): Mistake[] {
  const t = useTranslations('signIn')
  const locale = useLocale()
  if (!result || result.ok) return []
  const { problem } = result
  if (problem.code !== 'invalid-input') return [{ message: say(problemWords(problem), locale) }]
  return problem.issues.map(({ path, message }): Mistake => {
    if (path === 'repeat') return { fieldId: 'repeat', message: t('repeatDiffers') }
    if (path === 'current') {
      return { fieldId: 'current', message: t(message === 'required' ? 'currentMissing' : 'currentWrong') }
    }
    if (message in passwordFaults) {
      return { fieldId: 'next', message: say(passwordFaults[message as PasswordFault](rules), locale) }
    }
    return { fieldId: 'next', message: t('nextMissing') }
  })
}
