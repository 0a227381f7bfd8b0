import type { ComponentProps, ReactNode } from 'react'
import { cx } from './classes'

interface Said {
  label: ReactNode
  detail?: ReactNode
}

function Choice({ label, detail, className, ...rest }: Said & ComponentProps<'input'>) {
  return (
    <label
      className={cx(
        'flex min-h-7 w-fit cursor-pointer items-start gap-2.5 py-0.5 has-disabled:cursor-not-allowed has-disabled:text-faint',
        className,
      )}
    >
      <input {...rest} className="mt-0.5 size-4.5 shrink-0 accent-jade" />
      <span>
        {label}
        {detail && <span className="block text-sm text-faint">{detail}</span>}
      </span>
    </label>
  )
}

export const Checkbox = (props: Said & ComponentProps<'input'>) => <Choice {...props} type="checkbox" />

export const Radio = (props: Said & ComponentProps<'input'>) => <Choice {...props} type="radio" />

export interface RadioChoice extends Said {
  value: string
  disabled?: boolean
}

/** Radios of one name; stands inside a Fieldset, which says what is being chosen. */
export function RadioGroup({
  name,
  choices,
  inline = false,
  value,
  defaultValue,
  onChange,
}: {
  name: string
  choices: readonly RadioChoice[]
  inline?: boolean
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
}) {
  return (
    <div className={cx('flex gap-x-6 gap-y-1', inline ? 'flex-wrap' : 'flex-col')}>
      {choices.map((choice) => (
        <Radio
          defaultChecked={
            value === undefined && defaultValue !== undefined ? choice.value === defaultValue : undefined
          }
          checked={value === undefined ? undefined : choice.value === value}
          detail={choice.detail}
          disabled={choice.disabled}
          key={choice.value}
          label={choice.label}
          name={name}
          onChange={onChange && (() => onChange(choice.value))}
          value={choice.value}
        />
      ))}
    </div>
  )
}
