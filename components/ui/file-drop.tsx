'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef } from 'react'
import { Button } from './button'
import { cx } from './classes'
import { FieldError } from './field'
import { Icon } from './icon'
import { useDrop } from './use-drop'

/** Files of tables that are taken anywhere. */
export const tableFiles = '.xlsx,.xlsm,.csv,.txt,.tsv'

/** Takes files, dropped or chosen. */
export function FileDrop({
  label,
  title,
  help,
  choose,
  accept = tableFiles,
  multiple = false,
  wrong = false,
  take,
  children,
}: {
  /** What is taken here, as the box for it is called. */
  label: string
  title: ReactNode
  help: ReactNode
  /** Words of the button. */
  choose: string
  accept?: string
  multiple?: boolean
  wrong?: boolean
  take: (files: File[]) => void
  children?: ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  const helpId = useId()
  const { over, handlers } = useDrop((files) => take([...files]))
  return (
    <section
      {...handlers}
      className={cx(
        'grid justify-items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center',
        over ? 'border-jade bg-jade-wash' : wrong ? 'border-cinnabar bg-sheet' : 'border-edge bg-sheet',
      )}
    >
      <span className="grid size-11 place-items-center rounded-sm border border-line bg-sunken text-faint">
        <Icon className="size-5" name="file" />
      </span>
      <p className="text-md max-w-full font-semibold wrap-anywhere">{title}</p>
      <p className="max-w-prose text-sm text-soft" id={helpId}>
        {help}
      </p>
      <input
        accept={accept}
        aria-describedby={helpId}
        aria-label={label}
        className="sr-only"
        multiple={multiple}
        onChange={({ target }) => {
          take([...(target.files ?? [])])
          target.value = ''
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      <Button
        aria-describedby={helpId}
        kind={multiple ? 'primary' : 'secondary'}
        onClick={() => input.current?.click()}
      >
        {choose}
      </Button>
      {children}
    </section>
  )
}

/** One file, chosen before the rest of a form is sent; its name is shown. */
export function FilePick({
  label,
  help,
  accept,
  file,
  choose,
  error,
}: {
  label: string
  help: ReactNode
  accept?: string
  file: File | null
  choose: (file: File) => void
  error?: ReactNode
}) {
  const t = useTranslations('common.fileDrop')
  const id = useId()
  return (
    <FileDrop
      choose={t(file ? 'change' : 'choose')}
      help={help}
      label={label}
      take={([first]) => first && choose(first)}
      title={file?.name ?? t('title')}
      wrong={Boolean(error)}
      {...(accept && { accept })}
    >
      <div aria-live="polite">
        <FieldError id={id}>{error}</FieldError>
      </div>
    </FileDrop>
  )
}
