import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { RecordForm } from '@/components/work-record/record-form'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { mayEnter } from '@/lib/services/work-records/list'
import { openLists } from '@/lib/services/work-records/open-lists'
import { save, submit } from '../../actions'
import { kindNamed } from '../kind'

type Props = { params: Promise<{ kind: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('workRecords'), getLocale()])
  return { title: t('newTitle', { kind: say(kindOf(kindNamed((await params).kind)).words, locale) }) }
}

/** A new record of the reader's unit, or of the centre. */
export default async function NewRecordPage({ params }: Props) {
  const actor = await requireActor('work.write')
  const kind = kindNamed((await params).kind)
  if (!mayEnter(actor, kind)) forbidden()
  const [t, locale] = await Promise.all([getTranslations('workRecords'), getLocale()])
  const words = say(kindOf(kind).words, locale)
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: routes.work.registers() },
          { label: words, href: routes.work.records(kind) },
        ]}
        title={t('newTitle', { kind: words })}
      />
      <RecordForm
        actions={{ save, submit }}
        kind={kind}
        lists={await openLists(actor, kind)}
        record={null}
        today={shanghaiDate(new Date())}
      />
    </>
  )
}
