'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Popover } from '@/components/ui/popover'
import { type ColumnKey, columnKeys, columns } from '@/lib/domain/contract/columns'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { columnsCookie } from './columns-cookie'
import type { Chosen } from './filter-control'

const year = 365 * 24 * 60 * 60

/** Which columns stand in the list; kept in the address, to be sent, and in a cookie, to be found again. */
export function ColumnChoice({ shown, chosen }: { shown: readonly ColumnKey[]; chosen: Chosen }) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const router = useRouter()
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const ticked = new FormData(event.currentTarget).getAll('columns').map(String)
    // What is shown keeps its place; what is added comes after it.
    const picked = [...new Set([...shown.filter((key) => ticked.includes(key)), ...ticked])].join(',')
    // biome-ignore lint/suspicious/noDocumentCookie: a preference without secrets; the Cookie Store is not everywhere yet.
    document.cookie = `${columnsCookie}=${picked};path=/;max-age=${picked ? year : 0};samesite=lax`
    const { columns: _, ...rest } = chosen
    router.push(routes.contracts({ ...rest, columns: picked }))
  }
  return (
    <Popover title={t('columns')} trigger={<Button>{t('columns')}</Button>}>
      <form className="grid gap-3" onSubmit={apply}>
        <div className="grid max-h-80 gap-x-4 overflow-y-auto sm:grid-cols-2">
          {columnKeys.map((key) => (
            <Checkbox
              defaultChecked={shown.includes(key)}
              key={key}
              label={say(columns[key].label, locale)}
              name="columns"
              value={key}
            />
          ))}
        </div>
        <div className="flex justify-end">
          <Button kind="primary" size="small" type="submit">
            {t('applyColumns')}
          </Button>
        </div>
      </form>
    </Popover>
  )
}
