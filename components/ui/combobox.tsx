'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { cx } from './classes'
import { Icon } from './icon'
import { Spinner } from './spinner'
import { controlClass } from './text-input'
import { useSearch } from './use-search'

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
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/**
 * Typing a few characters finds one of many (the ARIA combobox pattern with a list). Enter chooses, never submits,
 * and belongs to the input method while it composes. Own code, since Base UI's hides the page, the label included,
 * from assistive technology while its list is open.
 */
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
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value?.label ?? '')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { found, searching, ask } = useSearch(search)
  const label = value?.label ?? ''
  useEffect(() => setText(label), [label])

  const typed = text.trim() !== '' && text !== label
  const optionId = (index: number) => `${listId}-${index}`
  const choose = (option: Option | null) => {
    onChange(option)
    setText(option?.label ?? '')
    setOpen(false)
    ask('')
  }
  const type = (next: string) => {
    setText(next)
    setActive(-1)
    setOpen(true)
    if (next === '' && value) onChange(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Safari ends the composition before its last Enter and marks that one by the old code only.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const option = open ? found[active] : undefined
      if (option) choose(option)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
      setText(label)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next =
        found.length === 0
          ? -1
          : (active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length
      setActive(next)
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus has left its parts.
    <div
      className="relative"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        setOpen(false)
        setText(label)
        onBlur?.()
      }}
    >
      {name && <input name={name} type="hidden" value={value?.value ?? ''} />}
      <input
        {...aria}
        aria-activedescendant={open && active >= 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={open}
        autoComplete="off"
        className={cx(controlClass, 'h-9 pr-9')}
        disabled={disabled}
        id={id}
        onChange={(event) => {
          type(event.target.value)
          if (!(event.nativeEvent as InputEvent).isComposing) ask(event.target.value)
        }}
        onCompositionEnd={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        readOnly={readOnly}
        ref={input}
        role="combobox"
        spellCheck={false}
        value={text}
      />
      {value && !disabled && !readOnly && (
        <button
          aria-label={t('clearChoice')}
          className="absolute top-1 right-1 grid size-7 place-items-center rounded-sm text-soft hover:bg-hover"
          onClick={() => {
            choose(null)
            input.current?.focus()
          }}
          type="button"
        >
          <Icon className="size-3.5" name="cross" />
        </button>
      )}
      {!value && (
        <Icon className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-faint" name="search" />
      )}
      <div
        className="absolute inset-x-0 top-full z-30 mt-1 min-w-64 rounded-md border border-line bg-raised text-ink shadow-raised"
        hidden={!open}
      >
        <p className="flex items-center gap-2 px-3 py-2 text-sm text-faint empty:hidden" role="status">
          {open && (searching ? <Searching /> : found.length === 0 && t(typed ? 'noMatch' : 'typeToSearch'))}
        </p>
        <div
          className="max-h-80 overflow-y-auto overscroll-contain py-1 empty:hidden"
          id={listId}
          role="listbox"
        >
          {found.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the input, which keeps the focus.
            <div
              aria-selected={index === active}
              className={cx('px-3 py-1.5', index === active ? 'bg-jade-wash' : 'hover:bg-hover')}
              id={optionId(index)}
              key={option.value}
              onClick={() => choose(option)}
              onMouseDown={(event) => event.preventDefault()}
              role="option"
              tabIndex={-1}
            >
              {option.label}
              {option.detail && <span className="block text-sm text-faint">{option.detail}</span>}
            </div>
          ))}
        </div>
        {footer && typed && <div className="border-t border-line p-1.5">{footer(text.trim())}</div>}
      </div>
    </div>
  )
}

function Searching() {
  const t = useTranslations('common')
  return (
    <>
      <Spinner className="size-3.5" />
      {t('searching')}
    </>
  )
}
