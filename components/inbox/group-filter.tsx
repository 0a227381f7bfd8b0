'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { noticeGroupNames, noticeGroups } from '@/lib/domain/notice/kinds'
import type { InboxQuery } from '@/lib/domain/notice/notice'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** Narrows the inbox to what it is about; the choice lives in the address. */
export function GroupFilter({ query }: { query: InboxQuery }) {
  const t = useTranslations('inbox')
  const locale = useLocale()
  const router = useRouter()
  return (
    <Select
      aria-label={t('about')}
      className="w-44 max-sm:w-full"
      choices={noticeGroupNames.map((group) => ({ value: group, label: say(noticeGroups[group], locale) }))}
      onChange={({ target }) =>
        router.push(routes.inbox({ tab: query.tab, group: target.value }), { scroll: false })
      }
      placeholder={t('aboutAll')}
      value={query.group ?? ''}
    />
  )
}
