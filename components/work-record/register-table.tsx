import { useLocale, useTranslations } from 'next-intl'
import { Count } from '@/components/format/text'
import { LinkButton, TextLink } from '@/components/ui/button'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { say } from '@/lib/domain/words'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { routes } from '@/lib/routes'

export interface ShownRegister {
  kind: WorkKindName
  waiting: number
  open: number
  confirmed: number
  writes: boolean
}

/** Every register with what waits in it, each number leading to its records. */
export function RegisterTable({
  registers,
  year,
  withOpen,
}: {
  registers: readonly ShownRegister[]
  year: number
  /** The reader has drafts of their own. */
  withOpen: boolean
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const enters = registers.some(({ writes }) => writes)
  const number = (kind: WorkKindName, n: number, filters: Record<string, string | number>) =>
    n === 0 ? (
      <Count value={0} />
    ) : (
      <TextLink href={routes.work.records(kind, filters)}>
        <Count value={n} />
      </TextLink>
    )
  return (
    <Table caption={t('registers')}>
      <thead>
        <tr>
          <Th>{t('register')}</Th>
          <Th numeric>{t('waiting')}</Th>
          {withOpen && <Th numeric>{t('open')}</Th>}
          <Th numeric>{t('confirmedOf', { year: String(year) })}</Th>
          {enters && (
            <Th>
              <span className="sr-only">{t('enter')}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {registers.map(({ kind, waiting, open, confirmed, writes }) => (
          <Tr key={kind}>
            <RowHead>
              <TextLink href={routes.work.records(kind)} plain>
                {say(kindOf(kind).words, locale)}
              </TextLink>
              <p className="max-w-prose text-sm font-normal text-faint max-sm:hidden">
                {say(kindOf(kind).intro, locale)}
              </p>
            </RowHead>
            <Td label={t('waiting')} numeric>
              {number(kind, waiting, { status: 'submitted' })}
            </Td>
            {withOpen && (
              <Td label={t('open')} numeric>
                {number(kind, open, {})}
              </Td>
            )}
            <Td label={t('confirmedOf', { year: String(year) })} numeric>
              {number(kind, confirmed, { status: 'confirmed', year })}
            </Td>
            {enters && (
              <Td>
                {writes && (
                  <LinkButton
                    aria-label={`${t('enter')} ${say(kindOf(kind).words, locale)}`}
                    href={routes.work.newRecord(kind)}
                    icon="plus"
                    kind="quiet"
                    size="small"
                  >
                    {t('enter')}
                  </LinkButton>
                )}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
