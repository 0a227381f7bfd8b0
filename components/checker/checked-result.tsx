import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Stat } from '@/components/ui/stat'
import { blockText } from '@/lib/domain/checker/block'
import { leftOutWords } from '@/lib/domain/checker/left-out'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { say } from '@/lib/domain/words'
import { CheckedText } from './checked-text'
import { Excerpt } from './excerpt'
import { FindingList } from './finding-list'

/** How much of a report was checked, what does not agree, and where. */
export function CheckedResult({
  checked,
  errors,
  remarks,
  children,
}: {
  checked: CheckedReport
  errors: number
  remarks: number
  /** What can be done with the result. */
  children: ReactNode
}) {
  const t = useTranslations('checker')
  const locale = useLocale()
  const { blocks, findings, unread, leftOut, counts, compared } = checked
  const texts = blocks.map(blockText)
  const years = compared.years.join(t('separator'))
  return (
    <>
      <Panel title={t('result')}>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
          <Stat label={t('counts.errors')} size="small" value={errors} />
          <Stat label={t('counts.remarks')} size="small" value={remarks} />
          <Stat label={t('counts.judged')} size="small" value={counts.judged} />
          <Stat label={t('counts.understood')} size="small" value={counts.understood} />
          <Stat label={t('counts.not-understood')} size="small" value={counts['not-understood']} />
        </div>
        <p className="mt-4 text-sm text-soft">
          {compared.years.length === 0
            ? t('notCompared')
            : compared.unit === null
              ? t('compared', { years })
              : t('comparedUnit', { years })}
        </p>
        {leftOut.length > 0 && (
          <div className="mt-4 text-sm">
            <h3 className="font-semibold">{t('leftOut')}</h3>
            <ul className="mt-1 list-disc pl-5">
              {leftOut.map((one) => (
                <li key={one.kind}>{say(leftOutWords(one), locale)}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="mt-4">{children}</div>
      </Panel>
      <Panel title={t('findings')}>
        {findings.length > 0 ? <FindingList findings={findings} texts={texts} /> : <p>{t('none')}</p>}
        {unread.length > 0 && (
          <div className="mt-4">
            <Disclosure summary={t('unread', { count: unread.length })}>
              <p className="text-sm text-soft">{t('unreadNote')}</p>
              <ul className="mt-2 grid gap-1">
                {unread.map((one) => (
                  <li key={`${one.block}:${one.start}:${one.end}`}>
                    <span className="text-sm text-faint">
                      {say(one.place, locale)}
                      {t('colon')}
                    </span>
                    <Excerpt span={one} text={texts[one.block] ?? ''} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
      </Panel>
      <Panel className="min-w-0" title={t('report')}>
        <CheckedText blocks={blocks} findings={findings} />
      </Panel>
    </>
  )
}
