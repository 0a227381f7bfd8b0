import { getLocale, getTranslations } from 'next-intl/server'
import type { ShownView } from '@/components/statistics/view'
import { sumsOf } from '@/lib/domain/statistics/book'
import { memberWords } from '@/lib/domain/statistics/members'
import type { Telling } from '@/lib/domain/statistics/statements/telling'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { officeTime } from '@/lib/i18n/dates'
import type { YearStatistics } from '@/lib/services/statistics/read-year'

/** What the parts of a dashboard or a report have to know of what was read: the view its links keep, the day its sentences speak of, whose figures they are. */
export async function seenOf(
  read: Omit<YearStatistics, 'tables'>,
  central: boolean,
): Promise<{ view: ShownView; telling: Telling; whose: string; source: string }> {
  const [t, locale] = await Promise.all([getTranslations('dashboard'), getLocale()])
  const { year, unit, asOf, readAt, sameDay, units, book } = read
  const { day, time } = officeTime(asOf ?? readAt)
  const who = unit ? say(memberWords('unit', unit, units), locale) : t('corps')
  return {
    view: {
      year,
      unit: central ? unit : null,
      asOf: asOf?.toISOString() ?? null,
      sameDay,
      from: 'dashboard',
    },
    telling: {
      year,
      today: shanghaiDate(asOf ?? readAt),
      lastToDay: sumsOf(book.sameDay ?? book.last, 'all', ''),
    },
    whose: t(asOf ? 'whoseThen' : 'whose', { who, moment: `${day} ${time}` }),
    source: t('source', { who, moment: `${day} ${time}` }),
  }
}
