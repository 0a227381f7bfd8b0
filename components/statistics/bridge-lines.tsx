import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { TextLink } from '@/components/ui/button'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { BridgeLine } from '@/lib/domain/statistics/bridge'
import { memberWords, type UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'

/** The acts of a cause, each with its contract and what that counted before and after. */
export function BridgeLines({
  caption,
  lines,
  units,
}: {
  caption: string
  lines: readonly BridgeLine[]
  units: readonly UnitMember[]
}) {
  const t = useTranslations('time.bridge.lines')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('contract')}</Th>
          <Th>{t('unit')}</Th>
          <Th>{t('moment')}</Th>
          <Th numeric>{t('turnover')}</Th>
          <Th numeric>{t('technology')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.length === 0 && <EmptyRow columns={5}>{statistics('emptyList')}</EmptyRow>}
        {lines.map((line) => (
          <Tr key={line.posting}>
            <RowHead className="min-w-48 max-w-md">
              <TextLink href={routes.contract(line.id)} plain prefetch={false}>
                {line.name}
              </TextLink>
              <span className="block font-mono text-xs font-normal text-faint">{line.number}</span>
            </RowHead>
            <Td label={t('unit')}>{say(memberWords('unit', line.unit, units), locale)}</Td>
            <Td label={t('moment')}>
              <time className="whitespace-nowrap" dateTime={line.at.toISOString()}>
                {officeMoment(line.at)}
              </time>
            </Td>
            {(['turnover', 'technology'] as const).map((name) => (
              <Td key={name} label={t(name)} numeric>
                <span className="sr-only">{t('before')}</span> <Money fen={line.before?.[name]} unit="wan" />
                <span aria-hidden="true"> → </span>
                <span className="sr-only">{t('after')}</span> <Money fen={line.after?.[name]} unit="wan" />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
