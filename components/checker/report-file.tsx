import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { Fieldset } from '@/components/ui/field'
import { useDrop } from '@/components/ui/use-drop'
import { bounds } from '@/lib/domain/checker/bounds'
import { acceptedReports } from '@/lib/domain/checker/forms'

/** Where the file of a report is chosen or dropped. */
export function ReportFile({ file, choose }: { file: File | null; choose: (file: File | null) => void }) {
  const t = useTranslations('checker')
  const format = useFormatter()
  const input = useRef<HTMLInputElement>(null)
  const drop = useDrop((files) => choose([...files][0] ?? null))
  const { pages, megabytes, seconds } = bounds
  const hint = t('fileHint', { pages: format.number(pages), megabytes, seconds })
  return (
    <div {...drop.handlers}>
      <Fieldset hint={hint} id="report-file" label={t('file')}>
        <div
          className={cx(
            'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed p-4',
            drop.over ? 'border-jade bg-jade-wash' : 'border-line-strong',
          )}
        >
          <Button icon="arrowUp" onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <input
            accept={acceptedReports}
            aria-label={t('file')}
            hidden
            onChange={({ target }) => {
              choose(target.files?.[0] ?? null)
              target.value = ''
            }}
            ref={input}
            type="file"
          />
          {file && !drop.over && (
            <>
              <span className="min-w-0 wrap-anywhere">{t('chosen', { name: file.name })}</span>
              <Button onClick={() => choose(null)} size="small">
                {t('remove')}
              </Button>
            </>
          )}
          {drop.over && <span className="text-jade">{t('drop')}</span>}
        </div>
      </Fieldset>
    </div>
  )
}
