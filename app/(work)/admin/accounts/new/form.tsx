'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LinkButton } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { routes } from '@/lib/routes'
import { ShownOnce } from '../../once'
import { textOf, VerbField, VerbForm } from '../../verb-form'
import { create } from '../actions'
import { PersonFields, personOf, type UnitChoice } from '../person-fields'

export function NewAccountForm({ units }: { units: readonly UnitChoice[] }) {
  const t = useTranslations('accounts')
  const [made, setMade] = useState<{ id: string; username: string; oneTimePassword: string } | null>(null)
  if (made) {
    return (
      <div className="grid gap-4">
        <ShownOnce
          detail={t('oneTimeDetail', { username: made.username })}
          secret={made.oneTimePassword}
          title={t('created')}
        />
        <div className="flex gap-2">
          <LinkButton href={routes.admin.account(made.id)}>{t('openAccount')}</LinkButton>
          <LinkButton href={routes.admin.accounts()} kind="quiet">
            {t('backToList')}
          </LinkButton>
        </div>
      </div>
    )
  }
  return (
    <VerbForm
      act={create}
      input={(form) => ({ username: textOf(form, 'username'), ...personOf(form) })}
      onDone={setMade}
      submit={t('create')}
    >
      <VerbField hint={t('usernameHint')} label={t('username')} name="username">
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            autoComplete="off"
            maxLength={40}
            spellCheck={false}
          />
        )}
      </VerbField>
      <PersonFields units={units} />
    </VerbForm>
  )
}
