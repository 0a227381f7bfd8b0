import { useLocale, useTranslations } from 'next-intl'
import { grouped, ratio } from '@/lib/domain/money'
import { groupOf, isMeasure } from '@/lib/domain/report/places'
import { specOf } from '@/lib/domain/report/source'
import type { NumberSpan } from '@/lib/domain/report/spans'
import { type Figure, type FigureUnit, figureText } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { memberWords, type UnitMember } from '@/lib/domain/statistics/members'
import { say, type Words } from '@/lib/domain/words'
import { isWorkMeasure, workMeasures } from '@/lib/domain/work-records/roll-up'

/** What a number is and its value, to the fen or to four decimals; of a year there is nothing more to say. */
export function useCitation(units: readonly UnitMember[]): (span: NumberSpan) => string | undefined {
  const t = useTranslations('report.cited')
  const locale = useLocale()

  const nameOf = (of: NumberSpan['of'], members = of?.members ?? []): string => {
    if (!of || members.length === 0) return t('whole')
    const spec = specOf(of.table)
    const group = groupOf(spec, members)
    if (group) return say(group.words, locale)
    return members.map((member) => say(memberWords(spec.split, member, units), locale)).join(t('comma'))
  }
  const worth = (value: Figure, unit: FigureUnit): string => t(`units.${unit}`, { value: exact(value, unit) })

  return ({ measure, value, of, year }) => {
    if (isMeasure(measure)) {
      const called = calledIn(year, measure)
      return t('figure', {
        year: called.year,
        of: nameOf(of),
        measure: say(called.words, locale),
        value: worth(value, measures[measure].unit),
      })
    }
    if (isWorkMeasure(measure)) {
      return t('work', {
        year: String(year),
        measure: say(workMeasures[measure].words, locale),
        value: exact(value, 'count'),
      })
    }
    switch (measure) {
      case 'policyRate':
      case 'institutionRate':
        return t(measure, { year: String(year), value: worth(value, 'percent') })
      case 'year':
        return undefined
      case 'ratio':
        return t('ratio', {
          year: String(year),
          of: nameOf(of),
          to: nameOf(of, of?.to),
          value: exact(value, 'times'),
        })
      case 'meanMultiple':
        return t('meanMultiple', { year: String(year), value: worth(value, 'times') })
      default:
        return t(measure)
    }
  }
}

/** A sum of last year under that year's own name; one to the same day is named from this year. */
function calledIn(year: number, measure: MeasureName): { year: string; words: Words } {
  const { rule, words } = measures[measure]
  if (rule.kind !== 'sum' || rule.year === 'this') return { year: String(year), words }
  if (rule.year === 'sameDay') return { year: String(year + 1), words }
  return { year: String(year), words: measures[rule.amount].words }
}

/** Money to the fen, shares and multiples to four decimals, the rest whole. */
function exact(value: Figure, unit: FigureUnit): string {
  const { n, d } = value
  const text =
    unit === 'percent' ? ratio(n * 100n, d, 4) : unit === 'times' ? ratio(n, d, 4) : figureText(value, unit)
  return grouped(text ?? '').replace('-', '−')
}
