'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { Button, type ButtonKind } from './button'
import { cx } from './classes'
import { Icon } from './icon'

interface DialogProps {
  title: ReactNode
  description?: ReactNode
  /** The element that opens it; leave out where `open` is held outside. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  wide?: boolean
  /** What takes the focus when it opens; else its first control. */
  initialFocus?: RefObject<HTMLElement | null>
  /** Buttons along the lower edge. */
  footer?: ReactNode
  children?: ReactNode
}

/** A question or a small task over the page. Focus is held inside and returns to where it was. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  wide = false,
  initialFocus,
  footer,
  children,
}: DialogProps) {
  const t = useTranslations('common')
  return (
    <Base.Root onOpenChange={onOpenChange} open={open}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          className={cx(
            'fixed z-40 flex max-h-[calc(100dvh-2rem)] flex-col rounded-lg border border-line bg-raised text-ink shadow-raised outline-none',
            'inset-x-3 bottom-3 sm:inset-x-auto sm:top-[12vh] sm:bottom-auto sm:left-1/2 sm:max-h-[76vh] sm:-translate-x-1/2',
            wide ? 'sm:w-[min(56rem,94vw)]' : 'sm:w-[min(30rem,94vw)]',
          )}
          initialFocus={initialFocus}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Close
              aria-label={t('close')}
              className="-mr-1.5 grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-hover"
            >
              <Icon name="cross" />
            </Base.Close>
          </div>
          {description && (
            <Base.Description className={cx('px-5 pt-1 text-soft', !children && 'pb-5')}>
              {description}
            </Base.Description>
          )}
          {children && <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>}
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Asks once more before what is hard to undo; the button repeats the verb, never "OK". */
export function ConfirmDialog({
  confirmLabel,
  kind = 'primary',
  pending = false,
  onConfirm,
  ...rest
}: Omit<DialogProps, 'footer'> & {
  confirmLabel: ReactNode
  kind?: ButtonKind
  pending?: boolean
  onConfirm: () => void
}) {
  const t = useTranslations('common')
  return (
    <Dialog
      {...rest}
      footer={
        <>
          <Base.Close render={<Button>{t('cancel')}</Button>} />
          <Button kind={kind} onClick={onConfirm} pending={pending}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  )
}
