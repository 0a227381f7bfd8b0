'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { tokenScopeNames, tokenScopes } from '@/lib/domain/access/token-scopes'
import { say } from '@/lib/domain/words'
import { ShownOnce } from '../../once'
import { textOf, VerbField, VerbForm } from '../../verb-form'
import { issue } from '../actions'

/** Issues a token for the account; it is shown this once. */
export function IssueToken({ username }: { username: string }) {
  const t = useTranslations('accounts')
  const locale = useLocale()
  const [token, setToken] = useState<string | null>(null)
  return (
    <div className="grid gap-4">
      {token && <ShownOnce detail={t('tokenDetail')} secret={token} title={t('tokenIssued')} />}
      <VerbForm
        act={issue}
        clears
        input={(form) => ({
          username,
          label: textOf(form, 'label'),
          days: Number(textOf(form, 'days')),
          scope: textOf(form, 'scope'),
        })}
        kind="secondary"
        onDone={({ token }) => setToken(token)}
        submit={t('tokenIssue')}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <VerbField hint={t('tokenLabelHint')} label={t('tokenLabel')} name="label">
            {(control) => <TextInput {...control} maxLength={60} />}
          </VerbField>
          <VerbField hint={t('tokenDaysHint')} label={t('tokenDays')} name="days">
            {(control) => (
              <Select
                {...control}
                choices={[30, 90, 180, 365].map((days) => ({
                  value: String(days),
                  label: t('days', { count: days }),
                }))}
                defaultValue="90"
              />
            )}
          </VerbField>
          <VerbField hint={t('tokenScopeHint')} label={t('tokenScope')} name="scope">
            {(control) => (
              <Select
                {...control}
                choices={tokenScopeNames.map((value) => ({ value, label: say(tokenScopes[value], locale) }))}
                defaultValue="read"
              />
            )}
          </VerbField>
        </div>
      </VerbForm>
    </div>
  )
}
