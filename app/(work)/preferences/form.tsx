'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Checkbox, RadioGroup } from '@/components/ui/checkbox'
import { Field, Fieldset } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { toast } from '@/components/ui/toast'
import { type Density, densities, type Preferences, pageSizes } from '@/lib/domain/preferences'
import { say } from '@/lib/domain/words'
import { themes } from '@/lib/i18n/theme'
import type { Saved } from './actions'

const themeLabels = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

/** Everything a person can choose for themselves, kept at once. What was kept puts the controls in place anew. */
export function PreferenceForm({
  now,
  save,
}: {
  now: Required<Preferences>
  save: (before: Saved, form: FormData) => Promise<Saved>
}) {
  const t = useTranslations('preferences')
  const shell = useTranslations('shell')
  const locale = useLocale()
  const [saved, act] = useActionState(save, null)
  useEffect(() => {
    if (saved && !saved.problem) toast(t('saved'))
  }, [saved, t])
  return (
    <form action={act} className="grid gap-6">
      {saved?.problem && <ProblemNotice problem={saved.problem} />}
      <Fieldset hint={t('languageHint')} id="language" label={shell('language')} required>
        <RadioGroup
          choices={[
            { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          defaultValue={now.language}
          inline
          key={now.language}
          name="language"
        />
      </Fieldset>
      <Fieldset id="theme" label={shell('theme')} required>
        <RadioGroup
          choices={themes.map((value) => ({ value, label: shell(themeLabels[value]) }))}
          defaultValue={now.theme}
          inline
          key={now.theme}
          name="theme"
        />
      </Fieldset>
      <Fieldset hint={t('densityHint')} id="density" label={t('density')} required>
        <RadioGroup
          choices={(Object.keys(densities) as Density[]).map((value) => ({
            value,
            label: say(densities[value], locale),
          }))}
          defaultValue={now.density}
          inline
          key={now.density}
          name="density"
        />
      </Fieldset>
      <Field id="page-size" label={t('pageSize')} required>
        {(control) => (
          <Select
            {...control}
            choices={pageSizes.map((count) => ({
              value: String(count),
              label: t('pageSizeRows', { count }),
            }))}
            className="w-40"
            defaultValue={String(now.pageSize)}
            key={now.pageSize}
            name="pageSize"
          />
        )}
      </Field>
      <Fieldset id="keys" label={t('keys')} required>
        <Checkbox
          defaultChecked={now.shortcuts}
          detail={t('shortcutsOnDetail')}
          key={String(now.shortcuts)}
          label={t('shortcutsOn')}
          name="shortcuts"
        />
      </Fieldset>
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </form>
  )
}
