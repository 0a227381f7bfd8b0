import { useLocale, useTranslations } from 'next-intl'
import { DifferenceTable } from '@/components/contract/content-diff'
import { FieldValue } from '@/components/contract/field-value'
import { DateText } from '@/components/format/text'
import { DescriptionList, type Moment, Timeline } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { flatDifferences } from '@/lib/domain/contract/diff'
import { type OpenLists, openWords } from '@/lib/domain/contract/open-lists'
import { valueWords } from '@/lib/domain/contract/value-words'
import { say } from '@/lib/domain/words'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { type RecordAction, type RecordStatus, recordActions } from '@/lib/domain/work-records/lifecycle'
import type { RecordContent } from '@/lib/domain/work-records/record'

type Differences = ReturnType<typeof flatDifferences>

export interface ShownVersion {
  seq: number
  action: string
  by: string
  at: Date
  reason: string
  differences: Differences
}

/** What a record says, as it was filled in. */
export function RecordSheet({
  kind,
  content,
  lists,
}: {
  kind: WorkKindName
  content: RecordContent
  /** What was added to the lists that records choose from. */
  lists: OpenLists
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const { fields } = kindOf(kind)
  const filled = Object.entries(fields).filter(([name, spec]) => valueWords(spec, content[name]) !== null)
  return (
    <Panel title={t('content')}>
      <DescriptionList
        items={filled.map(([name, spec]) => {
          const added = openWords(lists, spec, content[name])
          return {
            key: name,
            term: say(spec.label, locale),
            detail: added ? say(added, locale) : <FieldValue spec={spec} value={content[name]} />,
          }
        })}
      />
    </Panel>
  )
}

/** What a correction under way would change. */
export function CorrectionPanel({ found }: { found: Differences }) {
  const t = useTranslations('workRecords')
  return (
    <Panel flush note={t('correctionNote')} title={t('correction')}>
      <DifferenceTable found={found} />
    </Panel>
  )
}

/** Why it is where it is, in the words of whoever sent it there. */
export function ReasonNotice({
  status,
  counts,
  reason,
}: {
  status: RecordStatus
  counts: boolean
  reason: string
}) {
  const t = useTranslations('workRecords')
  if (reason === '') return null
  const title =
    status === 'withdrawn' ? 'withdrawnWhy' : status === 'returned' ? 'returnedWhy' : 'correctingWhy'
  if (title === 'correctingWhy' && (!counts || status !== 'draft')) return null
  return (
    <Notice kind={status === 'returned' ? 'warning' : 'info'} title={t(title)}>
      {reason}
    </Notice>
  )
}

const isAction = (name: string): name is RecordAction => Object.hasOwn(recordActions, name)

/** Who did what when, the latest first. */
export function RecordCourse({
  versions,
  enteredBy,
  enteredAt,
}: {
  versions: readonly ShownVersion[]
  enteredBy: string
  enteredAt: Date
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const moments = versions.map(
    ({ seq, action, by, at, reason, differences }): Moment => ({
      key: String(seq),
      title: isAction(action) ? say(recordActions[action].words, locale) : action,
      meta: (
        <>
          {by} · <DateText form="moment" value={at} />
        </>
      ),
      tone: action === 'confirm' ? 'good' : action === 'return' || action === 'withdraw' ? 'bad' : 'quiet',
      children: (reason !== '' || differences.length > 0) && (
        <>
          {reason !== '' && <p className="max-w-prose">{reason}</p>}
          {differences.length > 0 && <DifferenceTable found={differences} />}
        </>
      ),
    }),
  )
  return (
    <Panel title={t('course')}>
      <Timeline
        moments={[
          ...moments.reverse(),
          {
            key: 'entered',
            title: t('entered'),
            meta: (
              <>
                {enteredBy} · <DateText form="moment" value={enteredAt} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
