import { useLocale, useTranslations } from 'next-intl'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import { fenOf, sumsOf } from '@/lib/domain/certificate/facts'
import { dayWords, listedVersion } from '@/lib/domain/certificate/items'
import {
  laterActs,
  type Standing,
  standingOf,
  standings,
  type Verified,
} from '@/lib/domain/certificate/standing'
import { paperWords } from '@/lib/domain/certificate/wording'
import { formatYuan, inCapitals } from '@/lib/domain/money'
import { ISSUER } from '@/lib/domain/report/issuer'
import { say } from '@/lib/domain/words'

const tones: Record<Standing, Tone> = {
  valid: 'good',
  superseded: 'waiting',
  cancelled: 'bad',
  revoked: 'bad',
  withdrawn: 'bad',
  void: 'bad',
}

/** A list as it was printed, and beside each contract how it stands now. */
export function VerifiedList({
  verified: { facts, since },
}: {
  verified: Extract<Verified, { kind: 'list' }>
}) {
  const t = useTranslations('certificates.verify')
  const locale = useLocale()
  const sums = sumsOf(facts.rows)
  const scope = facts.scope.map(({ label, value }) => `${say(label, locale)} ${say(value, locale)}`)
  const head = [
    [t('maker'), say(facts.unit ?? ISSUER, locale)],
    [t('madeOn'), say(dayWords(facts.madeOn), locale)],
    [t('scope'), scope.join(t('comma')) || say(paperWords.whole, locale)],
    [say(paperWords.turnoverInWords, locale), inCapitals(sums.turnover)],
    [say(paperWords.technologyInWords, locale), inCapitals(sums.technology)],
  ]
  return (
    <Panel flush id="stated" title={t('statedList')}>
      <dl className="grid gap-x-6 gap-y-1 border-b border-line px-5 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
        {head.map(([name, value]) => (
          <div className="contents" key={name}>
            <dt className="text-soft">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <Table caption={t('statedList')}>
        <thead>
          <tr>
            <Th>{t('number')}</Th>
            <Th>{t('contract')}</Th>
            <Th numeric>{t('turnover')}</Th>
            <Th numeric>{t('technology')}</Th>
            <Th>{t('standing')}</Th>
          </tr>
        </thead>
        <tbody>
          {facts.rows.map((row, at) => {
            const later = since[at]
            const standing = later ? standingOf(later, row.version) : 'withdrawn'
            return (
              <Tr key={row.number}>
                <RowHead className="font-mono font-normal">
                  {row.number}
                  {row.version > 1 && (
                    <span className="block font-sans text-sm">{say(listedVersion(row), locale)}</span>
                  )}
                </RowHead>
                <Td label={t('contract')}>
                  <span className="font-medium">{row.name}</span>
                  <span className="block text-sm text-soft">
                    {row.registeredOn} · {t('seller')} {row.sellers.join(t('comma'))} · {t('buyer')}{' '}
                    {row.buyers.join(t('comma'))}
                  </span>
                </Td>
                <Td label={t('turnover')} numeric>
                  {formatYuan(fenOf(row.turnover))}
                </Td>
                <Td label={t('technology')} numeric>
                  {formatYuan(fenOf(row.technology))}
                </Td>
                <Td label={t('standing')}>
                  <StatusPill tone={tones[standing]}>{say(standings[standing], locale)}</StatusPill>
                  {later?.acts.map(({ act, on }) => (
                    <span className="block text-sm text-soft" key={act + on}>
                      {on} {say(laterActs[act], locale)}
                    </span>
                  ))}
                </Td>
              </Tr>
            )
          })}
        </tbody>
        <tfoot>
          <TotalRow>
            <RowHead colSpan={2}>{t('total')}</RowHead>
            <Td label={t('turnover')} numeric>
              {formatYuan(sums.turnover)}
            </Td>
            <Td label={t('technology')} numeric>
              {formatYuan(sums.technology)}
            </Td>
            <Td />
          </TotalRow>
        </tfoot>
      </Table>
    </Panel>
  )
}
