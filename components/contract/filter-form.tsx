'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox, RadioGroup } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { Dialog } from '@/components/ui/dialog'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { codeList } from '@/lib/domain/contract/code-lists'
import { type FilterKey, filterables, filterKeys, type Operator } from '@/lib/domain/contract/filters'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

export type Chosen = Readonly<Record<string, string | readonly string[]>>

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

/** What the form says, and of the rest of the address what it does not ask: tab, words, order, columns, cells. */
function asked(chosen: Chosen, form: FormData): Record<string, string | string[]> {
  const kept = Object.entries(chosen).filter(
    ([name]) =>
      !form.has(name) && (name.startsWith('cell.') || ['status', 'q', 'sort', 'columns'].includes(name)),
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

const first = (chosen: Chosen, name: string): string => [chosen[name] ?? ''].flat()[0] ?? ''
const all = (chosen: Chosen, name: string): readonly string[] => [chosen[name] ?? []].flat()

interface ControlProps {
  name: FilterKey
  chosen: Chosen
  years: readonly string[]
}

const controls: Record<Exclude<Operator, 'cell'>, (props: ControlProps) => React.ReactNode> = {
  contains: ({ name, chosen }) => (
    <TextInput defaultValue={first(chosen, name)} id={`filter-${name}`} maxLength={100} name={name} />
  ),
  in: (props) => (props.name === 'year' ? <YearChoice {...props} /> : <CodeChoice {...props} />),
  between: (props) => <AmountRange {...props} />,
  during: (props) => <DayRange {...props} />,
  is: (props) => <YesNo {...props} />,
}

function FilterControl(props: ControlProps) {
  const locale = useLocale()
  const { label, operator } = filterables[props.name]
  if (operator === 'cell') return null
  const Control = controls[operator]
  const words = say(label, locale)
  const single = operator === 'contains' || props.name === 'year'
  return single ? (
    <div className="grid content-start gap-1">
      <label className="text-sm font-medium" htmlFor={`filter-${props.name}`}>
        {words}
      </label>
      <Control {...props} />
    </div>
  ) : (
    <fieldset className="grid content-start gap-1">
      <legend className="mb-1 text-sm font-medium">{words}</legend>
      <Control {...props} />
    </fieldset>
  )
}

function YearChoice({ name, chosen, years }: ControlProps) {
  const t = useTranslations('contracts')
  const now = first(chosen, name)
  const offered = now && !years.includes(now) ? [now, ...years] : years
  return (
    <Select
      choices={offered.map((year) => ({ value: year, label: year }))}
      defaultValue={now}
      id={`filter-${name}`}
      name={name}
      placeholder={t('any')}
    />
  )
}

/** Several may be chosen; a group stands for everything below it. */
function CodeChoice({ name, chosen }: ControlProps) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const { list } = filterables[name]
  const now = all(chosen, name)
  if (!list) return null
  return (
    <Disclosure
      open={now.length > 0}
      summary={now.length > 0 ? t('chosen', { count: now.length }) : t('choose')}
    >
      <div className="max-h-56 overflow-y-auto">
        {codeList(list).map(({ code, words, parent }) => (
          <div className={parent ? 'pl-5' : undefined} key={code}>
            <Checkbox
              defaultChecked={now.includes(code)}
              label={say(words, locale)}
              name={name}
              value={code}
            />
          </div>
        ))}
      </div>
    </Disclosure>
  )
}

function AmountRange({ name, chosen }: ControlProps) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const words = say(filterables[name].label, locale)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(['from', 'to'] as const).map((end) => (
        <div className="w-28" key={end}>
          <TextInput
            aria-label={`${words} ${t(end)}`}
            defaultValue={first(chosen, `${name}.${end}`)}
            inputMode="decimal"
            name={`${name}.${end}`}
            placeholder={t(end)}
          />
        </div>
      ))}
      <Select
        aria-label={t('amountUnit')}
        choices={[
          { value: 'wan', label: t('wan') },
          { value: 'yuan', label: t('yuan') },
        ]}
        className="w-24"
        defaultValue={first(chosen, `${name}.in`) || 'wan'}
        name={`${name}.in`}
      />
    </div>
  )
}

function DayRange({ name, chosen }: ControlProps) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const words = say(filterables[name].label, locale)
  const [days, setDays] = useState({
    from: first(chosen, `${name}.from`),
    to: first(chosen, `${name}.to`),
  })
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(['from', 'to'] as const).map((end) => (
        <DateInput
          aria-label={`${words} ${t(end)}`}
          className="w-40"
          key={end}
          name={`${name}.${end}`}
          onChange={(text) => setDays((now) => ({ ...now, [end]: text }))}
          value={days[end]}
        />
      ))}
    </div>
  )
}

function YesNo({ name, chosen }: ControlProps) {
  const t = useTranslations('contracts')
  const common = useTranslations('common')
  return (
    <RadioGroup
      choices={[
        { value: '', label: t('any') },
        { value: 'yes', label: common('yes') },
        { value: 'no', label: common('no') },
      ]}
      defaultValue={first(chosen, name)}
      inline
      name={name}
    />
  )
}
