'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { filterables, filterKeys } from '@/lib/domain/contract/filters'
import { routes } from '@/lib/routes'
import { type Chosen, FilterControl } from './filter-control'

/** Everything the list can be narrowed by, drawn from the dictionary; the address keeps what is chosen. */
export function FilterForm({
  chosen,
  count,
  years,
  acrossUnits,
}: {
  /** The parameters of the address, without the page. */
  chosen: Chosen
  count: number
  years: readonly string[]
  acrossUnits: boolean
}) {
  const t = useTranslations('contracts')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const keys = filterKeys.filter(
    (key) => filterables[key].operator !== 'cell' && (acrossUnits || key !== 'unit'),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    router.push(routes.contracts(asked(chosen, new FormData(event.currentTarget))))
    setOpen(false)
  }
  return (
    <Dialog
      footer={
        <Button form="contract-filters" kind="primary" type="submit">
          {t('showFiltered')}
        </Button>
      }
      onOpenChange={setOpen}
      open={open}
      title={t('filter')}
      trigger={<Button>{count > 0 ? t('filterCount', { count }) : t('filter')}</Button>}
      wide
    >
      <form className="grid gap-x-8 gap-y-4 sm:grid-cols-2" id="contract-filters" onSubmit={submit}>
        {keys.map((key) => (
          <FilterControl chosen={chosen} key={key} name={key} years={years} />
        ))}
      </form>
    </Dialog>
  )
}

/** What the form says, and of the rest of the address what it does not ask: tab, words, order, columns, cells, the way back. */
function asked(chosen: Chosen, form: FormData): Record<string, string | string[]> {
  const kept = Object.entries(chosen).filter(
    ([name]) =>
      !form.has(name) &&
      (name.startsWith('cell.') || ['status', 'q', 'sort', 'columns', 'from'].includes(name)),
  )
  const said = [...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)] as const)
  // The amount's unit says nothing without an amount.
  const filled = said.filter(([name, values]) =>
    name.endsWith('.in')
      ? values[0] === 'yuan' &&
        (form.get(name.replace('.in', '.from')) || form.get(name.replace('.in', '.to')))
      : values.some((value) => value !== ''),
  )
  return Object.fromEntries([...kept, ...filled]) as Record<string, string | string[]>
}
