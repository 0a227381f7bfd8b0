import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { buttonClass, TextLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { filterWords } from '@/lib/domain/contract/filter-words'
import type { Filter } from '@/lib/domain/contract/filters'
import { say } from '@/lib/domain/words'
import type { UnitNames } from './cell-value'

/** The filters in force, each removable by itself: what narrows a list must never be out of sight. */
export function FilterChips({
  filters,
  words = [],
  units,
  href,
}: {
  filters: readonly Filter[]
  words?: readonly string[]
  units: UnitNames
  /** The address with those filters and words alone. */
  href: (left: { filters: Filter[]; words: string[] }) => string
}) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  if (filters.length === 0 && words.length === 0) return null
  return (
    <ul aria-label={t('filtersInForce')} className="flex flex-wrap items-center gap-2">
      {words.length > 0 && (
        <Chip href={href({ filters: [...filters], words: [] })} label={t('search')} value={words.join(' ')} />
      )}
      {filters.map((filter) => {
        const { label, value } = filterWords(filter, units)
        return (
          <Chip
            href={href({ filters: filters.filter((one) => one !== filter), words: [...words] })}
            key={filter.key}
            label={say(label, locale)}
            value={say(value, locale)}
          />
        )
      })}
      <li>
        <TextLink className="text-sm" href={href({ filters: [], words: [] })} scroll={false}>
          {t('clearAll')}
        </TextLink>
      </li>
    </ul>
  )
}

function Chip({ label, value, href }: { label: string; value: string; href: string }) {
  const t = useTranslations('contracts')
  return (
    <li className="inline-flex max-w-full items-center rounded-md border border-line bg-sunken py-0.5 pl-2.5 text-sm">
      <span className="min-w-0 truncate">
        <span className="text-faint">{label}</span> <span className="font-medium">{value}</span>
      </span>
      <Link
        aria-label={t('removeFilter', { label })}
        className={buttonClass('quiet', 'small', 'px-1.5')}
        href={href}
        scroll={false}
      >
        <Icon className="size-3" name="cross" />
      </Link>
    </li>
  )
}
