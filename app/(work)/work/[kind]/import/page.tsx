import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { FileLink } from '@/components/ui/file-link'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { FileImport } from '@/components/work-record/file-import'
import { say } from '@/lib/domain/words'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { MOST_FILE } from '@/lib/services/spreadsheet/arriving-sheet'
import { mayEnter } from '@/lib/services/work-records/list'
import { kindNamed } from '../kind'

type Props = { params: Promise<{ kind: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('workRecords'), getLocale()])
  return { title: t('importTitle', { kind: say(kindOf(kindNamed((await params).kind)).words, locale) }) }
}

/** Takes a workbook of the export's layout into a register. */
export default async function ImportRecordsPage({ params }: Props) {
  const actor = await requireActor('work.write')
  const kind = kindNamed((await params).kind)
  if (!mayEnter(actor, kind)) forbidden()
  const [t, locale] = await Promise.all([getTranslations('workRecords'), getLocale()])
  const { words, fields } = kindOf(kind)
  const columns = Object.values(fields).map(
    ({ label, required }) => `${say(label, locale)}${required === 'always' ? ' *' : ''}`,
  )
  return (
    <>
      <PageHeader
        actions={<FileLink href={routes.work.export(kind, { template: 1 })}>{t('template')}</FileLink>}
        breadcrumb={[
          { label: t('title'), href: routes.work.registers() },
          { label: say(words, locale), href: routes.work.records(kind) },
        ]}
        title={t('importTitle', { kind: say(words, locale) })}
      >
        {t('importIntro')}
      </PageHeader>
      <div className="grid gap-5">
        <FileImport
          address={routes.work.importFile(kind)}
          most={MOST_FILE}
          next={<LinkButton href={routes.work.records(kind, { status: 'draft' })}>{t('toList')}</LinkButton>}
          said="resultRecords"
        />
        <Panel note={t('columnsNote')} title={t('columnsOf')}>
          <p>{columns.join(locale.startsWith('en') ? ', ' : '、')}</p>
        </Panel>
      </div>
    </>
  )
}
