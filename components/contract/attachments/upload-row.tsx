import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import type { Upload } from './use-uploads'

/** A file on its way with how far it is, or why it did not get there and what can be done. */
export function UploadRow({
  upload,
  stop,
  retry,
  dismiss,
}: {
  upload: Upload
  stop: () => void
  retry: () => void
  dismiss: () => void
}) {
  const t = useTranslations('attachments')
  const locale = useLocale()
  const { file, share, failure } = upload
  const { name } = file
  if (failure) {
    const why = failure === 'network' ? t('offline') : say(problemWords(failure), locale)
    const again = failure === 'network' || failure.code === 'unavailable' || failure.code === 'unknown'
    return (
      <li className="my-1 grid gap-1.5 border-l-4 border-cinnabar bg-cinnabar-wash px-3 py-2" role="alert">
        <p className="flex gap-1.5 text-sm">
          <Icon className="mt-0.5 size-4 text-cinnabar" name="warning" />
          <span className="min-w-0 break-words">{t('failed', { name, why })}</span>
        </p>
        <div className="flex gap-2">
          {again && (
            <Button onClick={retry} size="small">
              {t('retry')}
            </Button>
          )}
          <Button kind="quiet" onClick={dismiss} size="small">
            {t('dismiss')}
          </Button>
        </div>
      </li>
    )
  }
  const percent = Math.floor(share * 100)
  const words = share < 1 ? t('uploading', { name, percent }) : t('checking', { name })
  return (
    <li className="flex items-center gap-3 py-1.5">
      <div className="grid min-w-0 flex-1 gap-1">
        <span className="truncate text-sm text-soft">{words}</span>
        <progress
          aria-label={t('uploading', { name, percent })}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-jade [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-jade"
          max={1}
          value={share}
        />
      </div>
      <Button aria-label={`${t('cancel')} ${name}`} icon="cross" kind="quiet" onClick={stop} size="small">
        {t('cancel')}
      </Button>
    </li>
  )
}
