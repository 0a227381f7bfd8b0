import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Checkbox, RadioGroup } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { codeList } from '@/lib/domain/contract/code-lists'
import { type FilterKey, filterables, type Operator } from '@/lib/domain/contract/filters'
import { say, type Words } from '@/lib/domain/words'

export type Chosen = Readonly<Record<string, string | readonly string[]>>

const first = (chosen: Chosen, name: string): string => [chosen[name] ?? ''].flat()[0] ?? ''
const all = (chosen: Chosen, name: string): readonly string[] => [chosen[name] ?? []].flat()

interface ControlProps {
  name: FilterKey
  chosen: Chosen
  years: readonly string[]
}

const controls: Record<Exclude<Operator, 'cell'>, (props: ControlProps) => ReactNode> = {
  contains: ({ name, chosen }) => (
    <TextInput defaultValue={first(chosen, name)} id={`filter-${name}`} maxLength={100} name={name} />
  ),
  in: (props) => (props.name === 'year' ? <YearChoice {...props} /> : <CodeChoice {...props} />),
  between: (props) => <AmountRange {...props} />,
  during: (props) => <DayRange {...props} />,
  is: (props) => <YesNo {...props} />,
}

/** One filter of the dictionary as a form asks it; what is chosen already stands in it. */
export function FilterControl(props: ControlProps) {
  const locale = useLocale()
  const { label, operator } = filterables[props.name]
  if (operator === 'cell') return null
  const Control = controls[operator]
  const words = say(label, locale)
  return operator === 'contains' ? (
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

/** Years offered, and what the address names beside them. */
function YearChoice({ name, chosen, years }: ControlProps) {
  const offered = [...new Set([...all(chosen, name), ...years])].sort().reverse()
  return (
    <Choices
      chosen={chosen}
      name={name}
      of={offered.map((year) => ({ code: year, words: { zh: year, en: year } }))}
    />
  )
}

function CodeChoice({ name, chosen }: ControlProps) {
  const { list } = filterables[name]
  return list ? <Choices chosen={chosen} name={name} of={codeList(list)} /> : null
}

/** Several may be chosen; a group stands for everything below it. */
export function Choices({
  name,
  chosen,
  of,
}: {
  name: FilterKey
  chosen: Chosen
  of: readonly { code: string; words: Words; parent?: string }[]
}) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const now = all(chosen, name)
  return (
    <Disclosure
      open={now.length > 0}
      summary={now.length > 0 ? t('chosen', { count: now.length }) : t('choose')}
    >
      <div className="max-h-56 overflow-y-auto">
        {of.map(({ code, words, parent }) => (
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
        className="w-28"
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
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(['from', 'to'] as const).map((end) => (
        <DateInput
          aria-label={`${words} ${t(end)}`}
          className="w-40"
          defaultValue={first(chosen, `${name}.${end}`)}
          key={end}
          name={`${name}.${end}`}
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
