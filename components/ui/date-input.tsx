'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useRef, useState } from 'react'
import { cx } from './classes'
import { readDay } from './date-text'
import { Icon } from './icon'
import { controlClass } from './text-input'

type DateInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'defaultValue'> & {
  /** What stands in the box: an ISO day, or what was typed and is not one yet. Without it the box keeps its own. */
  value?: string
  defaultValue?: string
  onChange?: (text: string) => void
  min?: string
  max?: string
}

/** A day, typed in any usual form and turned into ISO on leaving the box, or picked from the machine's own calendar. */
export function DateInput({
  value,
  defaultValue = '',
  onChange,
  onBlur,
  className,
  min,
  max,
  ...rest
}: DateInputProps) {
  const t = useTranslations('common')
  const picker = useRef<HTMLInputElement>(null)
  const [kept, setKept] = useState(defaultValue)
  const text = value ?? kept
  const change = (next: string) => {
    setKept(next)
    onChange?.(next)
  }
  const locked = rest.disabled || rest.readOnly
  return (
    <div className={cx('relative w-44 max-w-full', className)}>
      <input
        {...rest}
        autoComplete="off"
        className={cx(controlClass, 'h-9 pr-10')}
        inputMode="numeric"
        onBlur={(event) => {
          const day = readDay(text)
          if (day && day !== text) change(day)
          onBlur?.(event)
        }}
        onChange={(event) => change(event.target.value)}
        placeholder="2024-12-09"
        type="text"
        value={text}
      />
      <button
        aria-label={t('openCalendar')}
        className="absolute inset-y-1 right-1 grid w-8 place-items-center rounded-sm text-soft hover:bg-hover disabled:opacity-50"
        disabled={locked}
        onClick={() => picker.current?.showPicker()}
        type="button"
      >
        <Icon name="calendar" />
      </button>
      <input
        aria-hidden="true"
        className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
        max={max}
        min={min}
        onChange={(event) => event.target.value && change(event.target.value)}
        ref={picker}
        tabIndex={-1}
        type="date"
        value={readDay(text) ?? ''}
      />
    </div>
  )
}
