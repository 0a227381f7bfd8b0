import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Stat } from '@/components/ui/stat'
import { blockText } from '@/lib/domain/checker/block'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { CheckedText } from './checked-text'
import { Excerpt } from './excerpt'
import { FindingList } from './finding-list'

/** How much of a report was checked, what does not agree, and where. */
export function CheckedResult({
  checked,
  errors,
  remarks,
}: {
  checked: CheckedReport
  errors: number
  remarks: number
}) {
  const t = useTranslations('checker')
  const { blocks, findings, unread, counts, compared } = checked
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
