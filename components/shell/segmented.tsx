'use client'

import { cx } from '@/components/ui/classes'

/** A few choices of which one holds; each is a submit button, so it works before any script has arrived. */
export function Segmented({
  label,
  name,
  choices,
  current,
  action,
}: {
  label: string
  name: string
  choices: readonly { value: string; label: string; lang?: string }[]
  current: string
  action: (form: FormData) => Promise<void>
}) {
  return (
    <form action={action}>
      <fieldset>
        <legend className="mb-1 text-sm text-faint">{label}</legend>
        <div className="flex rounded-md border border-edge p-0.5">
          {choices.map((choice) => (
            <button
              aria-pressed={choice.value === current}
              className={cx(
                'flex-1 rounded-sm px-2 py-1 text-sm whitespace-nowrap',
                choice.value === current ? 'bg-jade font-medium text-on-jade' : 'text-soft hover:bg-hover',
              )}
              key={choice.value}
              lang={choice.lang}
              name={name}
              type="submit"
              value={choice.value}
            >
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
