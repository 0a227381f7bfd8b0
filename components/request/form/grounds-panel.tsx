'use client'

import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import type { RequestKind } from '@/lib/domain/request/kinds'
import { GroundFields } from './ground-fields'
import { LEAST_TEXT } from './open-points'
import type { RequestForm } from './use-request-form'

/** Why it is asked. */
export function GroundsPanel({
  form: { reason, setReason, text, setText },
  kind,
  tried,
}: {
  form: RequestForm
  kind: RequestKind
  tried: boolean
}) {
  const t = useTranslations('requests.form')
  return (
    <Panel title={t('grounds')}>
      <div className="grid gap-5">
        <GroundFields
          kind={kind}
          onReason={setReason}
          onText={setText}
          prefix="request"
          reason={reason}
          text={text}
          wrong={{
            reason: tried && reason === '' && t('chooseReason'),
            text: tried && text.trim().length < LEAST_TEXT && t('textShort', { least: LEAST_TEXT }),
          }}
        />
      </div>
    </Panel>
  )
}
