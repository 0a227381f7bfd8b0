'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { cx } from './classes'
import { Icon } from './icon'
import { controlClass } from './text-input'

export interface PickerItem {
  value: string
  label: string
  /** Shown before the label: the official code. */
  mark?: string
}

export interface PickerGroup<Item extends PickerItem> {
  heading: string
  items: readonly Item[]
}

interface ListPickerProps<Item extends PickerItem> {
  id?: string
  value: PickerItem | null
  onChange: (value: string | null) => void
  groups: readonly PickerGroup<Item>[]
  matches: (item: Item, typed: string) => boolean
  placeholder?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/**
 * One of a known list, all of it shown on the first arrow or click, narrowed by typing. The same pattern as Combobox,
 * whose list comes from afar: Enter chooses, never submits, and belongs to the input method while it composes.
 */
export function ListPicker<Item extends PickerItem>({
  id,
  value,
  onChange,
  groups,
  matches,
  placeholder,
  ...aria
}: ListPickerProps<Item>) {
  const t = useTranslations('common')
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const label = value?.label ?? ''
  const [text, setText] = useState(label)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  useEffect(() => setText(label), [label])

  const typed = text === label ? '' : text
  const shown = groups
    .map(({ heading, items }) => ({ heading, items: items.filter((item) => matches(item, typed)) }))
    .filter(({ items }) => items.length > 0)
  const flat = shown.flatMap(({ items }) => items)
  const optionId = (item: PickerItem) => `${listId}-${item.value}`
  const current = open ? flat[active] : undefined

  const highlight = (index: number) => {
    setActive(index)
    const item = flat[index]
    if (item)
      requestAnimationFrame(() =>
        document.getElementById(optionId(item))?.scrollIntoView({ block: 'nearest' }),
      )
  }
  const unfold = () => {
    setOpen(true)
    highlight(
      Math.max(
        0,
        flat.findIndex((item) => item.value === value?.value),
      ),
    )
  }
  const choose = (item: PickerItem | null) => {
    onChange(item?.value ?? null)
    setText(item?.label ?? '')
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault()
      if (current) choose(current)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
      setText(label)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) unfold()
      else if (flat.length > 0)
        highlight((active + (event.key === 'ArrowDown' ? 1 : -1) + flat.length) % flat.length)
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus has left its parts.
    <div
      className="relative max-w-xl"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        setOpen(false)
        setText(label)
      }}
    >
      <input
        {...aria}
        aria-activedescendant={current && optionId(current)}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={open}
        autoComplete="off"
        className={cx(controlClass, 'h-9 pr-9')}
        id={id}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setActive(0)
          if (event.target.value === '' && value) onChange(null)
        }}
        onClick={() => !open && unfold()}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        ref={input}
        role="combobox"
        spellCheck={false}
        value={text}
      />
      {value ? (
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
      ) : (
        <Icon
          className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-faint"
          name="chevronDown"
        />
      )}
      <div
        className="absolute inset-x-0 top-full z-30 mt-1 min-w-64 rounded-md border border-line bg-raised text-ink shadow-raised"
        hidden={!open}
      >
        <p className="px-3 py-2 text-sm text-faint empty:hidden" role="status">
          {open && flat.length === 0 && t('noMatch')}
        </p>
        <div
          className="max-h-80 overflow-y-auto overscroll-contain py-1 empty:hidden"
          id={listId}
          role="listbox"
        >
          {open &&
            shown.map(({ heading, items }) => (
              // biome-ignore lint/a11y/useSemanticElements: groups of options within a listbox, as ARIA has them.
              <div aria-label={heading || undefined} key={heading} role="group">
                {heading && (
                  <p aria-hidden="true" className="px-3 pt-2 pb-0.5 text-sm font-medium text-faint">
                    {heading}
                  </p>
                )}
                {items.map((item) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the input, which keeps the focus.
                  <div
                    aria-selected={item.value === value?.value}
                    className={cx(
                      'flex gap-2.5 px-3 py-1.5',
                      item === current ? 'bg-jade-wash' : 'hover:bg-hover',
                    )}
                    id={optionId(item)}
                    key={item.value}
                    onClick={() => choose(item)}
                    onMouseDown={(event) => event.preventDefault()}
                    role="option"
                    tabIndex={-1}
                  >
                    {item.mark && (
                      <span className="w-10 shrink-0 font-mono text-sm/[1.375rem] text-faint">
                        {item.mark}
                      </span>
                    )}
                    <span className="min-w-0 flex-1">{item.label}</span>
                    {item.value === value?.value && <Icon className="mt-1 size-4 text-jade" name="check" />}
                  </div>
                ))}
              </div>
            ))}
        </div>
      </div>
    </div>
  )
}
