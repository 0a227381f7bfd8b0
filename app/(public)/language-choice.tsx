import { useLocale, useTranslations } from 'next-intl'
import { setLocale } from '@/app/preferences'
import { Segmented } from '@/components/shell/segmented'

/** The language of this browser. */
export function LanguageChoice() {
  const t = useTranslations('shell')
  return (
    <Segmented
      action={setLocale}
      choices={[
        { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      current={useLocale()}
      label={t('language')}
      name="locale"
    />
  )
}
