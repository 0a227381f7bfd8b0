'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { Step } from '@/components/ui/use-step'
import { useVerb } from './use-verb'

/** Withdraws a token after asking once. */
export function WithdrawToken({ id, label, act }: { id: string; label: string; act: Step }) {
  const t = useTranslations('accounts')
  const [asking, setAsking] = useState(false)
  const { run, pending } = useVerb(act, t('tokenWithdrawn'), () => setAsking(false))
  return (
    <ConfirmDialog
      confirmLabel={t('tokenWithdraw')}
      description={t('tokenWithdrawNote')}
      kind="danger"
      onConfirm={() => run({ id })}
      onOpenChange={setAsking}
      open={asking}
      pending={pending}
      title={label}
      trigger={
        <Button kind="quiet" size="small">
          {t('tokenWithdraw')}
        </Button>
      }
    />
  )
}
