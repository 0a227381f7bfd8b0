import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { OwnerName } from '@/components/work-record/owner-name'
import { RecordActs } from '@/components/work-record/record-acts'
import { RecordForm } from '@/components/work-record/record-form'
import {
  CorrectionPanel,
  ReasonNotice,
  RecordCourse,
  RecordSheet,
} from '@/components/work-record/record-sheet'
import { RecordStatusPill } from '@/components/work-record/record-status'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { titleOf } from '@/lib/domain/work-records/record'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { idOf } from '@/lib/services/attachments/as-person'
import { openLists } from '@/lib/services/work-records/open-lists'
import { viewRecord } from '@/lib/services/work-records/view'
import { orNotFound } from '../../../statistics/view'
import { confirm, correct, discard, save, sendBack, submit, withdraw } from '../../actions'
import { kindNamed } from '../kind'

type Props = { params: Promise<{ kind: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: say(kindOf(kindNamed((await params).kind)).words, await getLocale()) }
}

/** One record: its form where the reader may still write it, else what it says; below it the acts and its course. */
export default async function RecordPage({ params }: Props) {
  const actor = await requireActor('work.read')
  const { kind: named, id } = await params
  const kind = kindNamed(named)
  const view = await orNotFound((async () => viewRecord(actor, kind, idOf(id)))())
  if (!view) notFound()
  const [t, locale, lists] = await Promise.all([
    getTranslations('workRecords'),
    getLocale(),
    openLists(actor, kind),
  ])
  const { status, may, counts, reason, correction, versions, enteredBy, enteredAt } = view
  const writes = may.includes('save')
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: routes.work.registers() },
          { label: say(kindOf(kind).words, locale), href: routes.work.records(kind) },
        ]}
        status={<RecordStatusPill status={status} />}
        title={titleOf(kind, view.content) || t('untitled')}
      >
        <OwnerName unit={view.unit} />
      </PageHeader>
      <div className="grid gap-5">
        <ReasonNotice counts={counts} reason={reason} status={status} />
        {view.ownRecord && <Notice>{t('ownRecord')}</Notice>}
        {correction && <CorrectionPanel found={correction} />}
        {writes ? (
          <RecordForm
            actions={{ save, submit }}
            key={view.revision}
            kind={kind}
            lists={lists}
            record={{ id: view.id, revision: view.revision, wire: view.wire }}
            today={shanghaiDate(new Date())}
          />
        ) : (
          <RecordSheet content={view.content} kind={kind} lists={lists} />
        )}
        <RecordCourse enteredAt={enteredAt} enteredBy={enteredBy} versions={versions} />
      </div>
      <RecordActs
        counts={counts}
        id={view.id}
        kind={kind}
        // Handing in stands in the form, which saves first.
        may={may.filter((act) => !(writes && act === 'submit'))}
        steps={{ submit, confirm, return: sendBack, correct, withdraw, discard }}
      />
    </>
  )
}
