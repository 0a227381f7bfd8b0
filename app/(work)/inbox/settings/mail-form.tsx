'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { cadenceNames, cadences } from '@/lib/domain/mail/outbox'
import { say } from '@/lib/domain/words'
import type { ShownMailSetting } from '@/lib/services/mail/setting'
import { textOf, VerbField, VerbForm } from '../../admin/verb-form'
import { setMail, setMailFor } from './actions'

/** Where somebody's notices are mailed to and how often: one's own, or an account's by the administrator. */
export function MailForm({ setting, account }: { setting: ShownMailSetting; account?: string }) {
  const t = useTranslations('mail')
  const locale = useLocale()
  const { address, cadence, language, sends } = setting
  return (
    <div className="grid gap-4">
      {!sends && <Notice>{t('noServer')}</Notice>}
      <VerbForm
        act={account ? setMailFor : setMail}
        done={t('kept')}
        input={(form) => ({
          ...(account && { account }),
          address: textOf(form, 'address'),
          cadence: textOf(form, 'cadence'),
          language: textOf(form, 'language'),
        })}
        kind={account ? 'secondary' : 'primary'}
        submit={t('keep')}
      >
        <VerbField hint={t('addressHint')} label={t('address')} name="address" required={false}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="email"
              defaultValue={address}
              maxLength={200}
              type="email"
            />
          )}
        </VerbField>
        <div className="grid gap-4 sm:grid-cols-2">
          <VerbField label={t('cadence')} name="cadence">
            {(control) => (
              <Select
                {...control}
                choices={cadenceNames.map((one) => ({ value: one, label: say(cadences[one], locale) }))}
                defaultValue={cadence}
              />
            )}
          </VerbField>
          <VerbField label={t('language')} name="language">
            {(control) => (
              <Select
                {...control}
                choices={[
                  { value: 'zh-CN', label: '中文' },
                  { value: 'en', label: 'English' },
                ]}
                defaultValue={language}
              />
            )}
          </VerbField>
        </div>
      </VerbForm>
    </div>
  )
}
