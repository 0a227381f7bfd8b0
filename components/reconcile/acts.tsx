'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { routes } from '@/lib/routes'

/** Compares anew, and sends what only the national system has to the import. */
export function ReconcileActs({
  id,
  again,
  importMissing,
  missing,
}: {
  id: string
  again: Step
  importMissing: Step<{ batch: string }>
  /** There are contracts to be imported. */
  missing: boolean
}) {
  const t = useTranslations('reconcile')
  const router = useRouter()
  const compared = useStep(again, () => toast(t('againDone')))
  const imported = useStep(importMissing, ({ batch }) => router.push(routes.importBatch(batch)))
  return (
    <div className="grid gap-3">
      <ProblemNotice problem={compared.problem ?? imported.problem} />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => compared.run({ id })} pending={compared.pending}>
          {t('again')}
        </Button>
        {missing && (
          <>
            <Button onClick={() => imported.run({ id })} pending={imported.pending}>
              {t('importMissing')}
            </Button>
            <p className="text-sm text-soft">{t('importMissingHelp')}</p>
          </>
        )}
      </div>
    </div>
  )
}
