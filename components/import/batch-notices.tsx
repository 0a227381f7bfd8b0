import { useLocale, useTranslations } from 'next-intl'
import { FileLink } from '@/components/ui/file-link'
import { Notice } from '@/components/ui/notice'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import type { OpenBatch } from './view'

/** What the file itself holds that a person should know of, and how the import ended. */
export function BatchNotices({ batch }: { batch: OpenBatch }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { status, problem, counts } = batch
  if (status === 'failed' && problem) {
    const secret = problem.code === 'state-secret'
    return (
      <Notice kind="danger" title={t(secret ? 'secretTitle' : 'failedTitle')}>
        {secret ? t('secretHelp') : say(problemWords(problem), locale)}
      </Notice>
    )
  }
  if (status === 'done') {
    const written = counts.written + counts.applied
    return (
      <Notice
        actions={
          counts.bad > 0 && batch.hasFile ? (
            <FileLink href={routes.importReturned(batch.id)} small>
              {t('returned')}
            </FileLink>
          ) : undefined
        }
        kind={written > 0 ? 'success' : 'info'}
        title={written > 0 ? t('doneTitle', { count: written }) : t('doneNothing')}
      >
        <p>{t('sum', { written, same: counts.same, bad: counts.bad })}</p>
        {counts.bad > 0 && batch.hasFile && <p className="text-sm text-soft">{t('returnedHelp')}</p>}
      </Notice>
    )
  }
  if (status !== 'mapping' && status !== 'judged') return null
  const notes = notesOf(batch)
  return notes.length === 0 ? null : (
    <Notice>
      <ul className="grid gap-0.5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Notice>
  )

  function notesOf({ file: { notes: met, sheets, encoding }, mapping }: OpenBatch): string[] {
    const hidden = sheets.filter(({ hidden: is }, at) => is && at !== mapping.sheet).map(({ name }) => name)
    return [
      encoding && encoding !== 'utf-8' ? t('notesEncoding', { encoding: encoding.toUpperCase() }) : '',
      hidden.length > 0 ? t('notesHidden', { names: hidden.slice(0, 5).join('、') }) : '',
      met.formulas > 0 ? t('notesFormulas', { count: met.formulas }) : '',
      met.uncomputed > 0 ? t('notesUncomputed', { count: met.uncomputed }) : '',
      met.merged > 0 ? t('notesMerged', { count: met.merged }) : '',
    ].filter((note) => note !== '')
  }
}
