import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/domain/access/actor'
import { memberWords } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import type { CrossAnswer } from '@/lib/services/statistics/read-cross'

/** Whose contracts a table counts, and when it was read. */
export async function whose(
  actor: Actor,
  { query, units, readAt }: Pick<CrossAnswer, 'query' | 'units' | 'readAt'>,
): Promise<string> {
  const [t, statistics, locale] = await Promise.all([
    getTranslations('cross'),
    getTranslations('statistics'),
    getLocale(),
  ])
  const unit = actor.unit && say(memberWords('unit', actor.unit, units), locale)
  const said = unit ? statistics('ofUnit', { unit }) : statistics('ofCorps')
  const live = query.asOf
    ? statistics('past', { moment: officeMoment(query.asOf) })
    : statistics('live', { moment: officeMoment(readAt) })
  return said + live + (query.filters.length > 0 ? t('narrowed') : '')
}
