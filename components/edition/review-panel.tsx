import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { Step } from '@/components/ui/use-step'
import { holds, type SignedChapter } from '@/lib/domain/edition/signatures'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { ActButton } from './act-button'
import { ChangeTable } from './change-table'
import { PublishDialog, type Publishing } from './publish-dialog'

/** Who signed which chapter of the report under review, what broke a signature, and what can be done. */
export function ReviewPanel({
  edition: { year, unit, number, openedAt },
  openedBy,
  chapters,
  reader,
  sign,
  takeBack,
  publishing,
}: {
  edition: { year: number; unit: string | null; number: number; openedAt: Date }
  openedBy: string
  chapters: readonly SignedChapter[]
  /** Who looks, so that a good signature of theirs isn't asked for again. */
  reader: string
  /** Null where the reader may not. */
  sign: Step | null
  takeBack: Step | null
  publishing: Publishing | null
}) {
  const t = useTranslations('edition.review')
  const act = useTranslations('edition.act')
  const locale = useLocale()
  const key = { year, unit }
  return (
    <Panel
      actions={
        <>
          {takeBack && (
            <ActButton act={takeBack} done={act('takenBack')} input={key} label={act('takeBack')} />
          )}
          {publishing && <PublishDialog {...publishing} input={key} />}
        </>
      }
      className="mb-6 max-w-[63rem] print:hidden"
      flush
      note={t('opened', { number, by: openedBy, moment: officeMoment(openedAt) })}
      title={t('title')}
    >
      <p className="px-5 pt-3 text-sm text-soft">{t('help')}</p>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <Th>{t('chapter')}</Th>
            <Th>{t('signatures')}</Th>
            {sign && (
              <Th>
                <span className="sr-only">{t('sign')}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {chapters.map((chapter) => (
            <Tr key={chapter.id}>
              <RowHead>{say(chapter.title, locale)}</RowHead>
              <Td label={t('signatures')}>
                <Signatures chapter={chapter} />
              </Td>
              {sign && (
                <Td numeric>
                  {!chapter.signatures.some((one) => one.by === reader && holds(one, chapter)) && (
                    <ActButton
                      act={sign}
                      done={t('signedToast')}
                      input={{ ...key, chapters: [{ id: chapter.id, hash: chapter.hash }] }}
                      label={t('sign')}
                      name={`${t('sign')} ${say(chapter.title, locale)}`}
                      size="small"
                    />
                  )}
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

function Signatures({ chapter }: { chapter: SignedChapter }) {
  const t = useTranslations('edition.review')
  if (chapter.signatures.length === 0) return <span className="text-faint">{t('unsigned')}</span>
  return chapter.signatures.map((one) => {
    const told = { name: one.name, moment: officeMoment(one.at) }
    if (holds(one, chapter)) {
      return (
        <span className="block" key={one.by}>
          {t('signed', told)}
        </span>
      )
    }
    return (
      <Notice key={one.by} kind="warning" title={t('broken', told)}>
        {one.broken.length > 0 ? (
          <Disclosure summary={t('changes', { count: one.broken.length })}>
            <ChangeTable caption={t('broken', told)} changes={one.broken} unitOfReader={null} />
          </Disclosure>
        ) : (
          t('order')
        )}
      </Notice>
    )
  })
}
