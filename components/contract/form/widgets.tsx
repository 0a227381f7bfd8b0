'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RadioGroup } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import type { FieldControl } from '@/components/ui/field'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { codeList } from '@/lib/domain/contract/code-lists'
import type { FieldKind, FieldSpec } from '@/lib/domain/contract/field-spec'
import { CodeInput, fitsRadios } from './code-input'
import { CodesInput } from './codes-input'
import { useBox } from './entry-context'
import { ItemsEditor } from './items-editor'
import { MoneyInput } from './money-input'
import { PartiesEditor, PartyEditor } from './party-editor'
import { RegionInput } from './region-input'
import { UsccInput } from './uscc-input'

type Spec<K extends FieldKind> = Extract<FieldSpec, { kind: K }>

export interface WidgetProps<K extends FieldKind = FieldKind> {
  path: string
  spec: Spec<K>
  control: FieldControl
  label: string
}

const widgets: { [K in FieldKind]: (props: WidgetProps<K>) => ReactNode } = {
  text: (props) => <TextWidget {...props} />,
  longText: (props) => <LongTextWidget {...props} />,
  code: (props) => <CodeInput {...props} />,
  codes: (props) => <CodesInput {...props} />,
  money: (props) => <MoneyInput {...props} />,
  date: (props) => <DateWidget {...props} />,
  flag: (props) => <FlagWidget {...props} />,
  decimal: (props) => <DecimalWidget {...props} />,
  party: (props) => <PartyEditor {...props} />,
  parties: (props) => <PartiesEditor {...props} />,
  items: (props) => <ItemsEditor {...props} />,
}

/** The control of a field by its kind; nothing else in the form knows one kind from another. */
export function Widget<K extends FieldKind>(props: WidgetProps<K>) {
  return widgets[props.spec.kind as K](props)
}

/** Several controls under one legend instead of one control under a label. */
export const isGroup = (spec: FieldSpec): boolean =>
  ['flag', 'codes', 'items', 'parties', 'party'].includes(spec.kind) ||
  (spec.kind === 'code' && fitsRadios(spec.list))

/** Takes the whole width of the form; the rest stand two abreast, so that a long form stays short. */
export const isWide = (spec: FieldSpec): boolean =>
  ['longText', 'codes', 'items', 'parties', 'party'].includes(spec.kind) ||
  (spec.kind === 'text' && spec.maxLength > 100) ||
  (spec.kind === 'code' && fitsRadios(spec.list) && codeList(spec.list).length > 3)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function TextWidget({ path, spec, control, label }: WidgetProps<'text'>) {
  const [value, set] = useBox(path)
  if (spec.as === 'region') return <RegionInput control={control} path={path} />
  if (spec.as === 'uscc') return <UsccInput control={control} path={path} />
  return (
    <TextInput
      {...control}
      aria-label={label}
      autoComplete="off"
      className={spec.maxLength <= 64 ? 'max-w-md' : undefined}
      onChange={(event) => set(event.target.value)}
      value={textOf(value)}
    />
  )
}

function LongTextWidget({ path, spec, control }: WidgetProps<'longText'>) {
  const t = useTranslations('entry')
  const [value, set] = useBox(path)
  const length = textOf(value).trim().length
  return (
    <>
      <TextArea {...control} onChange={(event) => set(event.target.value)} rows={5} value={textOf(value)} />
      <p className="text-right text-sm text-faint">
        {spec.minLength && length < spec.minLength
          ? t('lengthAtLeast', { length, least: spec.minLength })
          : t('lengthOf', { length, most: spec.maxLength })}
      </p>
    </>
  )
}

function DateWidget({ path, control }: WidgetProps<'date'>) {
  const [value, set] = useBox(path)
  return <DateInput {...control} onChange={set} value={textOf(value)} />
}

function FlagWidget({ path, control }: WidgetProps<'flag'>) {
  const t = useTranslations('common')
  const [value, set] = useBox(path)
  return (
    <RadioGroup
      choices={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      inline
      name={control.id}
      onChange={(choice) => set(choice === 'yes')}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
    />
  )
}

function DecimalWidget({ path, control }: WidgetProps<'decimal'>) {
  const [value, set] = useBox(path)
  return (
    <TextInput
      {...control}
      autoComplete="off"
      className="max-w-52"
      inputMode="decimal"
      numeric
      onChange={(event) => set(event.target.value)}
      value={textOf(value)}
    />
  )
}
