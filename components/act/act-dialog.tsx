import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, type ButtonKind } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'

/** A dialog in which an act is filled in and done: a refusal stands above its fields, and while it runs nothing closes it. */
export function ActDialog({
  title,
  description,
  trigger,
  open = true,
  onOpen,
  onClose,
  confirm,
  kind = 'primary',
  onConfirm,
  pending,
  problem,
  problemActions,
  wide,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  /** The element that opens it; leave out where it is held outside. */
  trigger?: ReactElement
  open?: boolean
  onOpen?: () => void
  onClose: () => void
  /** The verb, as the button says it. */
  confirm: ReactNode
  kind?: ButtonKind
  onConfirm: () => void
  pending: boolean
  problem: ProblemDetail | Unknown | null
  problemActions?: ReactNode
  wide?: boolean
  children?: ReactNode
}) {
  const t = useTranslations('common')
  return (
    <Dialog
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind={kind} onClick={onConfirm} pending={pending}>
            {confirm}
          </Button>
        </>
      }
      onOpenChange={(next) => {
        if (next) onOpen?.()
        else if (!pending) onClose()
      }}
      open={open}
      title={title}
      trigger={trigger}
      wide={wide}
    >
      <div className="grid gap-4">
        <ProblemNotice actions={problemActions} problem={problem} />
        {children}
      </div>
    </Dialog>
  )
}
