'use client'

import { useTranslations } from 'next-intl'
import { ConfirmAct } from '@/components/act/confirm-act'
import { Button } from '@/components/ui/button'
import type { Step } from '@/components/ui/use-step'

const labels = { before: 'cancel', writing: 'stop', asking: 'stopAsking' } as const
const helps = { before: 'cancelHelp', writing: 'stopHelp', asking: 'stopAskingHelp' } as const

/** Asks once more before an import ends; while it writes or asks, what was done so far stays. */
export function CancelDialog({ id, during, act }: { id: string; during?: 'writing' | 'asking'; act: Step }) {
  const t = useTranslations('imports')
  const label = t(labels[during ?? 'before'])
  return (
    <ConfirmAct
      act={act}
      confirm={label}
      input={{ id }}
      title={during === 'asking' ? label : t('cancelTitle')}
      trigger={<Button kind="quiet">{label}</Button>}
    >
      <p>{t(helps[during ?? 'before'])}</p>
    </ConfirmAct>
  )
}
