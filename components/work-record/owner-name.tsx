import { useLocale, useTranslations } from 'next-intl'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'

/** The unit a record belongs to, or the centre. */
export function OwnerName({ unit }: { unit: string | null }) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  return unit === null ? t('centre') : say(codeWords('unit', unit), locale)
}
