import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/format/text'
import type { Tone } from '@/components/ui/badge'
import { type Moment, Timeline } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { openStatuses, requestKinds } from '@/lib/domain/request/kinds'
import type { RequestView } from '@/lib/domain/request/view'

/** Who did what about a request and when, and of an open revocation what is still to come. */
export function CoursePanel({ view }: { view: RequestView }) {
  const t = useTranslations('requests')
  const { kind, status, served, stated, endorsed, decided } = view
  const isOpen = openStatuses.includes(status)
  const hears = requestKinds[kind].hearing
  const still = (key: 'serve' | 'state' | 'decide', detail?: ReactNode): Moment => ({
    key,
    title: t(`toCome.${key}`),
    meta: detail ?? t('notYet'),
    tone: 'quiet',
  })
  const moments = [
    moment('asked', t('course.asked'), 'active', view.askedBy, view.askedAt),
    hears &&
      (served
        ? moment('served', t('course.served'), 'active', null, served.on, served.text)
        : isOpen && still('serve')),
    hears &&
      (stated
        ? moment('stated', t('course.stated'), 'active', null, stated.on, stated.text || t('nothingStated'))
        : isOpen && still('state', served && t('statementUntil', { day: served.hearingUntil }))),
    endorsed && moment('endorsed', t('course.endorsed'), 'active', endorsed.by, endorsed.at),
    decided &&
      moment(
        'decided',
        t(status === 'granted' ? 'course.granted' : 'course.declined'),
        status === 'granted' ? 'good' : 'bad',
        decided.by,
        decided.at,
        decided.text,
      ),
    hears && isOpen && still('decide'),
    status === 'withdrawn' && {
      key: 'withdrawn',
      title: t('course.withdrawn'),
      meta: view.askedBy,
      tone: 'quiet' as const,
    },
  ].filter((one): one is Moment => Boolean(one))
  return (
    <Panel id="course" title={t('courseTitle')}>
      <Timeline moments={moments} />
    </Panel>
  )
}

function moment(
  key: string,
  title: string,
  tone: Tone,
  by: string | null,
  at: Date | string,
  text?: string,
): Moment {
  return {
    key,
    title,
    tone,
    meta: (
      <>
        {by && <>{by} · </>}
        <DateText form="moment" value={at} />
      </>
    ),
    children: text && <p className="max-w-prose whitespace-pre-line text-soft">{text}</p>,
  }
}
