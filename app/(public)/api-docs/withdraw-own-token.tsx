'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { withdrawOwn } from './actions'

/** Withdraws a token of one's own after asking once. */
export function WithdrawOwnToken({ id, label }: { id: string; label: string }) {
  const t = useTranslations('api')
  const locale = useLocale()
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const withdraw = () =>
    start(async () => {
      const result = await withdrawOwn({ id })
      if (result.ok) toast(t('withdrawn'))
      else toast(say(problemWords(result.problem), locale), 'danger')
      setAsking(false)
      router.refresh()
    })
  return (
    <ConfirmDialog
      confirmLabel={t('withdraw')}
      description={t('withdrawNote')}
      kind="danger"
      onConfirm={withdraw}
      onOpenChange={setAsking}
      open={asking}
      pending={pending}
      title={label}
      trigger={
        <Button kind="quiet" size="small">
          {t('withdraw')}
        </Button>
      }
    />
  )
}
