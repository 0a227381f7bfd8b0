import { useLocale, useTranslations } from 'next-intl'
import { spansIn } from '@/components/report/said-text'
import { TextLink } from '@/components/ui/button'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { Change } from '@/lib/domain/edition/changes'
import { type ContractNamed, type Reason, reasonWords } from '@/lib/domain/edition/errata'
import { plain, type Said } from '@/lib/domain/report/spans'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** So many contracts are named at a place; the bridge lists all. */
const NAMED = 5

/** Places of a report that say something else: old, new, and where it is known the cause with its contracts. */
export function ChangeTable({
  changes,
  caption,
  unitOfReader,
}: {
  changes: readonly (Change & { reasons?: readonly Reason[] })[]
  caption: string
  /** An office's own unit, whose contracts alone it may open; null for whoever sees all. */
  unitOfReader: string | null
}) {
  const t = useTranslations('edition.errata')
  const locale = useLocale()
  const caused = changes.some(({ reasons }) => reasons !== undefined)
  const said = (one: Said | null) => (one ? plain(spansIn(one, locale)) : t('absent'))
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('where')}</Th>
          <Th>{t('old')}</Th>
          <Th>{t('new')}</Th>
          {caused && <Th>{t('cause')}</Th>}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Tr key={change.key}>
            <RowHead className="min-w-36">{say(change.where, locale)}</RowHead>
            <Td className="text-soft" label={t('old')}>
              {said(change.old)}
            </Td>
            <Td label={t('new')}>{said(change.new)}</Td>
            {caused && (
              <Td label={t('cause')}>
                {change.reasons?.map((reason) => (
                  <ReasonText key={reason.cause} reason={reason} unitOfReader={unitOfReader} />
                ))}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function ReasonText({ reason, unitOfReader }: { reason: Reason; unitOfReader: string | null }) {
  const t = useTranslations('edition.errata')
  const { cause, contracts } = reason
  const words = say(reasonWords(cause), useLocale())
  const named = contracts.filter(({ unit }) => unitOfReader === null || unit === unitOfReader).slice(0, NAMED)
  return (
    <span className="block">
      {contracts.length === 0 ? words : t('count', { cause: words, count: contracts.length })}
      {named.map((one) => (
        <ContractLink contract={one} key={one.id} />
      ))}
    </span>
  )
}

function ContractLink({ contract: { id, number, name } }: { contract: ContractNamed }) {
  return (
    <TextLink
      className="block font-mono text-xs"
      href={routes.contract(id)}
      plain
      prefetch={false}
      title={name}
    >
      {number}
    </TextLink>
  )
}
