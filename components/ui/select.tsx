import type { ComponentProps, ReactNode } from 'react'
import { cx } from './classes'
import { Icon } from './icon'
import { controlClass } from './text-input'

export interface Choice {
  value: string
  label: string
}

/** The browser's own select: the quickest by keyboard and the only good one on a phone. */
export function Select({
  choices,
  placeholder,
  className,
  children,
  ...rest
}: ComponentProps<'select'> & { choices?: readonly Choice[]; placeholder?: string; children?: ReactNode }) {
  return (
    <div className={cx('relative', className)}>
      <select {...rest} className={cx(controlClass, 'h-9 appearance-none pr-8')}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {children}
      </select>
      <Icon
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-soft"
        name="chevronDown"
      />
    </div>
  )
}
