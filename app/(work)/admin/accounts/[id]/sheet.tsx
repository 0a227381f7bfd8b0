'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/components/ui/panel'
import type { Role } from '@/lib/domain/access/roles'
import { ShownOnce } from '../../once'
import { VerbForm } from '../../verb-form'
import { change, disable, enable, reset } from '../actions'
import { PersonFields, personOf, type UnitChoice } from '../person-fields'

interface Props {
  account: { id: string; username: string; name: string; role: Role; unit: string | null }
  units: readonly UnitChoice[]
  disabled: boolean
  own: boolean
}

/** What can be done to an account, each with what it brings about. */
export function AccountActs({ account, units, disabled, own }: Props) {
  const t = useTranslations('accounts')
  const [secret, setSecret] = useState<string | null>(null)
  const { id, username, role, unit } = account
  return (
    <>
      <Panel note={own ? t('ownNote') : t('changeNote')} title={t('changeTitle')}>
        <VerbForm
          act={change}
          done={t('changed')}
          input={(form) => ({ id, ...personOf(form), ...(own && { role, unit }) })}
          submit={t('saveChange')}
        >
          <PersonFields fixed={own} key={`${role}${unit}`} person={account} units={units} />
        </VerbForm>
      </Panel>
      {!own && (
        <Panel note={t('resetNote')} title={t('resetTitle')}>
          <div className="grid gap-4">
            {secret && (
              <ShownOnce detail={t('oneTimeDetail', { username })} secret={secret} title={t('resetDone')} />
            )}
            <VerbForm
              act={reset}
              input={() => ({ id })}
              kind="secondary"
              onDone={({ oneTimePassword }) => setSecret(oneTimePassword)}
              submit={t('resetSubmit')}
            />
          </div>
        </Panel>
      )}
      {!own && (
        <Panel
          note={disabled ? t('enableNote') : t('disableNote')}
          title={disabled ? t('enableTitle') : t('disableTitle')}
        >
          <VerbForm
            act={disabled ? enable : disable}
            done={disabled ? t('enableDone') : t('disableDone')}
            input={() => ({ id })}
            kind={disabled ? 'secondary' : 'danger'}
            submit={disabled ? t('enableSubmit') : t('disableSubmit')}
          />
        </Panel>
      )}
    </>
  )
}
