import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Icon, type IconName } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { Content } from '@/lib/domain/contract/content'
import { statuses } from '@/lib/domain/contract/lifecycle'
import { type Compared, compareFields, type NearDuplicate } from '@/lib/domain/contract/near-duplicates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { FieldValue } from './field-value'

type Within = Extract<NearDuplicate, { within: true }>

/** Probable duplicates of a contract: one within reach beside it field by field, another unit's by what agrees alone. */
export function DuplicateCompare({
  own,
  duplicates,
}: {
  own: Content
  duplicates: readonly NearDuplicate[]
}) {
  const t = useTranslations('duplicates')
  if (duplicates.length === 0) return <p className="text-soft">{t('none')}</p>
  return (
    <ul className="grid gap-4">
      {duplicates.map((duplicate, index) => (
        <li key={duplicate.within ? duplicate.id : index}>
          <DuplicateCard duplicate={duplicate} own={own} />
        </li>
      ))}
    </ul>
  )
}

function DuplicateCard({ own, duplicate }: { own: Content; duplicate: NearDuplicate }) {
  const t = useTranslations('duplicates')
  const locale = useLocale()
  const { unit, status, evidence, exact, score } = duplicate
  const number = duplicate.within ? (duplicate.number ?? duplicate.localNumber) : null
  const heading = [say(unit, locale), say(statuses[status], locale), number].filter(Boolean).join(' · ')
  return (
    <Panel
      actions={
        <Badge tone={exact ? 'bad' : 'waiting'}>
          {exact ? t('exact') : t('likeness', { percent: Math.round(score * 100) })}
        </Badge>
      }
      flush={duplicate.within}
      level={3}
      note={evidence.map(({ words }) => say(words, locale)).join(locale.startsWith('en') ? ', ' : '、')}
      title={heading}
    >
      {duplicate.within ? (
        <SideBySide heading={heading} other={duplicate} own={own} />
      ) : (
        <p className="flex items-start gap-2 text-sm text-soft">
          <Icon className="mt-0.5 size-4" name="lock" />
          {t('foreign')}
        </p>
      )}
    </Panel>
  )
}

const marks: Record<Compared['agreement'], { icon: IconName; tone: string }> = {
  same: { icon: 'check', tone: 'font-medium text-poplar-ink' },
  similar: { icon: 'dash', tone: 'text-poplar-ink' },
  different: { icon: 'cross', tone: 'text-faint' },
}

function SideBySide({ own, other, heading }: { own: Content; other: Within; heading: string }) {
  const t = useTranslations('duplicates')
  const locale = useLocale()
  return (
    <>
      <Table caption={t('caption', { other: heading })}>
        <thead>
          <tr>
            <Th>{t('field')}</Th>
            <Th>{t('this')}</Th>
            <Th>{heading}</Th>
            <Th>{t('agreement')}</Th>
          </tr>
        </thead>
        <tbody>
          {compareFields(own, other.content).map(({ path, spec, label, left, right, agreement }) => (
            <Tr key={path}>
              <RowHead className="w-40">{say(label, locale)}</RowHead>
              <Td className="break-words" label={t('this')}>
                <FieldValue spec={spec} value={left} />
              </Td>
              <Td className="break-words" label={heading}>
                <FieldValue spec={spec} value={right} />
              </Td>
              <Td className="w-28 whitespace-nowrap" label={t('agreement')}>
                <span className={`inline-flex items-center gap-1.5 ${marks[agreement].tone}`}>
                  <Icon className="size-3.5" name={marks[agreement].icon} />
                  {t(agreement)}
                </span>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="px-5 py-3">
        <Link className="text-jade underline" href={routes.contract(other.id)}>
          {t('open')}
        </Link>
      </p>
    </>
  )
}
