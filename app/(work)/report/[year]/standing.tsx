import { getTranslations } from 'next-intl/server'
import { ActButton } from '@/components/edition/act-button'
import { ReviewPanel } from '@/components/edition/review-panel'
import { ReportStanding } from '@/components/edition/standing'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { publishedEditions } from '@/lib/services/editions/read-edition'
import { readReview } from '@/lib/services/editions/read-review'
import type { ReadReport } from '@/lib/services/report/read-report'
import { readBridge } from '@/lib/services/statistics/read-bridge'
import { check, open, publish, sign, takeBack } from './actions'

/** The live report among its editions: what was published and has moved since, and the review with its acts. */
export async function StandingOfReport({ actor, read }: { actor: Actor; read: ReadReport }) {
  const { year, unit } = read
  const t = await getTranslations('edition.act')
  const [own, ofCorps, review] = await Promise.all([
    publishedEditions(actor, { year, unit }),
    unit === null ? [] : publishedEditions(actor, { year, unit: null }),
    readReview(actor, { year, unit }, read),
  ])
  const [latest] = own
  const since = latest?.knownAt
    ? await readBridge(actor, { year, unit, from: latest.knownAt, to: null })
    : null
  const inReview = review?.edition.status === 'review' ? review : null
  const can = (permission: 'report.review' | 'report.sign' | 'report.publish') => may(actor.role, permission)
  return (
    <>
      <ReportStanding editions={[...own, ...ofCorps]} open={review?.edition ?? null} since={since} />
      {can('report.review') && !inReview && (
        <p className="mb-6 print:hidden">
          <ActButton
            act={open}
            done={t('opened')}
            input={{ year, unit }}
            label={t(latest ? 'revise' : 'open')}
          />
        </p>
      )}
      {inReview && (
        <ReviewPanel
          chapters={inReview.chapters}
          edition={inReview.edition}
          openedBy={inReview.openedBy}
          publishing={
            can('report.publish') && inReview.edition.openedBy !== actor.id ? { check, publish } : null
          }
          reader={actor.id}
          sign={can('report.sign') ? sign : null}
          takeBack={can('report.review') ? takeBack : null}
        />
      )}
    </>
  )
}
