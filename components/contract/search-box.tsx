import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { controlClass } from '@/components/ui/text-input'
import { routes } from '@/lib/routes'
import type { Chosen } from './filter-control'

/** Looks through numbers, names and parties, within the filters in force; works before any script has arrived. */
export function SearchBox({ chosen }: { chosen: Chosen }) {
  const t = useTranslations('contracts')
  const kept = Object.entries(chosen).filter(([name]) => name !== 'q')
  return (
    <search className="min-w-0 flex-1 basis-56 sm:max-w-96">
      <form action={routes.contracts()} className="relative">
        {kept.flatMap(([name, values]) =>
          [values]
            .flat()
            .map((value) => <input key={`${name} ${value}`} name={name} type="hidden" value={value} />),
        )}
        <Icon
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
          name="search"
        />
        <input
          aria-label={t('searchLabel')}
          className={`${controlClass} h-9 pl-8`}
          defaultValue={[chosen.q ?? ''].flat()[0]}
          key={String(chosen.q ?? '')}
          maxLength={100}
          name="q"
          placeholder={t('searchPlaceholder')}
          type="search"
        />
      </form>
    </search>
  )
}
