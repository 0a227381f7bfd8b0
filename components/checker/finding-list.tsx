import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { expectedText } from '@/lib/domain/checker/finding'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { say } from '@/lib/domain/words'
import { Excerpt } from './excerpt'
import { findingId, markId } from './places'

type Found = CheckedReport['findings'][number]

/** What does not agree, in the order of the text; each leads to its place there. */
export function FindingList({ findings, texts }: { findings: readonly Found[]; texts: readonly string[] }) {
  return (
    <ol className="grid divide-y divide-line">
      {findings.map((finding, index) => (
        <Item
          finding={finding}
          index={index}
          key={`${finding.block}:${finding.start}:${finding.end}`}
          text={texts[finding.block] ?? ''}
        />
      ))}
    </ol>
  )
}

function Item({ finding, index, text }: { finding: Found; index: number; text: string }) {
  const t = useTranslations('checker')
  const locale = useLocale()
  const { severity, printed, why, rule, sureness, place } = finding
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0" id={findingId(index)} tabIndex={-1}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={severity === 'error' ? 'bad' : 'waiting'}>{t(`severity.${severity}`)}</Badge>
        <span>
          {t('printed')} <del className="font-semibold no-underline">{printed}</del>
        </span>
        <span>
          <span aria-hidden="true">→ </span>
          {t('expected')}{' '}
          <ins className="font-semibold no-underline">{expectedText(finding) ?? t('unknown')}</ins>
        </span>
        <a
          className="text-sm text-jade underline underline-offset-3 hover:text-jade-deep"
          href={`#${markId(index)}`}
        >
          {t('toMark', { number: index + 1 })}
        </a>
      </p>
      <p className="wrap-anywhere">
        {say(rule, locale)}
        {t('colon')}
        {say(why, locale)}
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm text-faint">
        <span>{say(place, locale)}</span>
        <Excerpt span={finding} text={text} />
        <span>{t('sureness', { percent: Math.floor(sureness * 100) })}</span>
      </p>
    </li>
  )
}
