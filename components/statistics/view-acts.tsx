'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

type Act = (input: unknown) => Promise<Result<unknown>>

/** What its keeper can do with a cross-table: let others open it, keep it to oneself again, take it away. */
export function ViewActs({
  id,
  shared,
  share,
  unshare,
  remove,
}: {
  id: string
  shared: boolean
  share: Act
  unshare: Act
  remove: Act
}) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const router = useRouter()
  const [pending, start] = useTransition()
  const run = (act: Act, done: string, onward?: string) =>
    start(async () => {
      const result = await act({ id })
      if (!result.ok) {
        toast(say(problemWords(result.problem), locale), 'danger')
        return
      }
      toast(done)
      if (onward) router.push(onward)
      else router.refresh()
    })
  return (
    <>
      {shared ? (
        <Button onClick={() => run(unshare, t('unshared'))} pending={pending}>
          {t('unshare')}
        </Button>
      ) : (
        <Button onClick={() => run(share, t('sharedNow'))} pending={pending}>
          {t('share')}
        </Button>
      )}
      <ConfirmDialog
        confirmLabel={t('remove')}
        description={t('removeExplained')}
        kind="danger"
        onConfirm={() => run(remove, t('removed'), routes.cross())}
        pending={pending}
        title={t('removeQuestion')}
        trigger={<Button kind="quiet">{t('remove')}</Button>}
      />
    </>
  )
}
