'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from './classes'
import { Icon } from './icon'
import { Spinner } from './spinner'
import { controlClass } from './text-input'

export interface Option {
  value: string
  label: string
  /** A second line that tells namesakes apart. */
  detail?: ReactNode
}

interface ComboboxProps {
  id?: string
  /** With a name, the chosen value is sent with the form. */
  name?: string
  value: Option | null
  onChange: (option: Option | null) => void
  /** Finds options for what was typed; called once typing rests, never while an input method composes. */
  search: (text: string) => Promise<readonly Option[]>
  /** Shown under the options, with what was typed: the way to add what was not found. */
  footer?: (text: string) => ReactNode
  placeholder?: string
  disabled?: boolean
  readOnly?: boolean
  onBlur?: () => void
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/** Typing rests this long before the question is sent. */
const restMs = 180

/** Typing a few characters finds one of many. Enter neither chooses nor submits while an input method composes. */
export function Combobox({
  id,
  name,
  value,
  onChange,
  search,
  footer,
  placeholder,
  disabled,
  readOnly,
  onBlur,
  ...aria
}: ComboboxProps) {
  const t = useTranslations('common')
  const [text, setText] = useState(value?.label ?? '')
  const { options, searching } = useSearch(text, value, search)

  return (
    <Base.Root<Option>
      disabled={disabled}
      filter={null}
      isItemEqualToValue={(a, b) => a.value === b.value}
      items={options}
      itemToStringLabel={(option) => option.label}
      itemToStringValue={(option) => option.value}
      name={name}
      onInputValueChange={setText}
      onValueChange={onChange}
      readOnly={readOnly}
      value={value}
    >
      <Base.InputGroup className="relative">
        <Base.Input
          {...aria}
          className={cx(controlClass, 'h-9 pr-16')}
          id={id}
          onBlur={onBlur}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Safari ends the composition before this Enter and marks it by its old code only.
            if (event.nativeEvent.isComposing || event.keyCode === 229) event.preventBaseUIHandler()
            event.preventDefault()
          }}
          placeholder={placeholder}
        />
        <div className="absolute inset-y-0 right-1 flex items-center text-soft">
          <Base.Clear
            aria-label={t('clearChoice')}
            className="grid size-7 place-items-center rounded-sm hover:bg-hover"
          >
            <Icon className="size-3.5" name="cross" />
          </Base.Clear>
          <Base.Trigger
            aria-label={t('openList')}
            className="grid size-7 place-items-center rounded-sm hover:bg-hover"
          >
            <Icon name="chevronDown" />
          </Base.Trigger>
        </div>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className="w-(--anchor-width) min-w-72 max-w-(--available-width) rounded-md border border-line bg-raised text-ink shadow-raised">
            <Base.Status className="flex items-center gap-2 px-3 py-2 text-sm text-faint empty:hidden">
              {statusLine({ searching, text, found: options.length, t })}
            </Base.Status>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain py-1 data-empty:py-0">
              {(option: Option) => (
                <Base.Item
                  className="flex items-start gap-2 px-3 py-1.5 outline-none data-highlighted:bg-jade-wash"
                  key={option.value}
                  value={option}
                >
                  <span className="min-w-0 flex-1">
                    {option.label}
                    {option.detail && <span className="block text-sm text-faint">{option.detail}</span>}
                  </span>
                  <Base.ItemIndicator className="mt-0.5 text-jade">
                    <Icon name="check" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
            {footer && <div className="border-t border-line p-1.5">{footer(text)}</div>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function statusLine({
  searching,
  text,
  found,
  t,
}: {
  searching: boolean
  text: string
  found: number
  t: (key: 'searching' | 'typeToSearch' | 'noMatch') => string
}): ReactNode {
  if (searching)
    return (
      <>
        <Spinner className="size-3.5" />
        {t('searching')}
      </>
    )
  if (found > 0) return null
  return text.trim() === '' ? t('typeToSearch') : t('noMatch')
}

/** Asks when typing rests; an answer that was overtaken by a newer question is dropped. */
function useSearch(text: string, chosen: Option | null, search: ComboboxProps['search']) {
  const [options, setOptions] = useState<readonly Option[]>(chosen ? [chosen] : [])
  const [searching, setSearching] = useState(false)
  const ask = useRef(search)
  ask.current = search
  const wanted = text === chosen?.label ? null : text.trim()

  useEffect(() => {
    if (wanted === null) return
    if (wanted === '') {
      setOptions([])
      setSearching(false)
      return
    }
    let overtaken = false
    setSearching(true)
    const timer = setTimeout(async () => {
      const found = await ask.current(wanted).catch(() => [])
      if (overtaken) return
      setOptions(found)
      setSearching(false)
    }, restMs)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [wanted])
  return { options, searching }
}
