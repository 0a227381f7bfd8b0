import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Content } from '@/lib/domain/contract/content'
import { field, fieldNames } from '@/lib/domain/contract/fields'
import { say } from '@/lib/domain/words'

/** What came over from the earlier contract, and that amounts, dates and numbers did not. */
export function CopiedNotice({ content }: { content: Content }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const names = fieldNames.filter((name) => field(name).copied !== false && content[name] !== undefined)
  return (
    <Notice className="mb-5" kind="info">
      {t('copied', { list: names.map((name) => say(field(name).label, locale)).join(t('listComma')) })}
    </Notice>
  )
}
