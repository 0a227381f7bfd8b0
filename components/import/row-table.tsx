import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { LinkButton, TextLink } from '@/components/ui/button'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import type { OpenBatch, ShownBatchRow } from './view'

/** Some rows of a file with what was found of each. */
export function RowTable({ batch }: { batch: OpenBatch }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const { id, rows, verdict, next } = batch
  return (
    <>
      <Table caption={t('rowsByVerdict')}>
        <thead>
          <tr>
            <Th numeric>{t('row')}</Th>
            <Th>{t('contract')}</Th>
            <Th>{t('reason')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <EmptyRow columns={3}>{t('noRows')}</EmptyRow>}
          {rows.map((row) => (
            <Tr key={row.row}>
              <Td label={t('row')} numeric>
                {format.number(row.row)}
              </Td>
              <RowHead className="sm:w-2/5">
                <span className="block">{row.title.name || '—'}</span>
                <span className="block text-sm font-normal text-soft">
                  {row.title.seller || '—'} → {row.title.buyer || '—'}
                </span>
              </RowHead>
              <Td label={t('reason')}>
                <Remarks batch={batch} row={row} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {next !== null && (
        <div className="flex justify-end px-5 py-3">
          <LinkButton href={routes.importBatch(id, { rows: verdict, after: next })} size="small">
            {t('nextRows')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Remarks({ batch, row }: { batch: OpenBatch; row: ShownBatchRow }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { issues, differences, contract, met, outcome, request, refusal } = row
  const said = (words: { zh: string; en: string } | null) => (words ? say(words, locale) : t('empty'))
  return (
    <div className="grid gap-1">
      {issues.length > 0 && (
        <ul className="grid gap-0.5">
          {issues.map(({ message, path, column }) => (
            <li key={`${path} ${column} ${message.zh}`}>{say(message, locale)}</li>
          ))}
        </ul>
      )}
      {differences.length > 0 && (
        <ul className="grid gap-0.5">
          {differences.map(({ path, label, before, after }) => (
            <li key={path}>
              <span className="text-soft">{say(label, locale)}</span> {t('before', { value: said(before) })}，
              {t('after', { value: said(after) })}
            </li>
          ))}
        </ul>
      )}
      {refusal && (
        <p className="text-cinnabar">{t('notAsked', { reason: say(problemWords(refusal), locale) })}</p>
      )}
      <p className="flex flex-wrap gap-x-3 text-sm text-soft">
        {outcome && <span>{t(outcome as 'written')}</span>}
        {batch.verdict === 'changed' && (met?.status === 'submitted' || met?.status === 'endorsed') && (
          <span>{t('locked')}</span>
        )}
        {contract && <TextLink href={routes.contract(contract)}>{t('openContract')}</TextLink>}
        {request && <TextLink href={routes.request(request)}>{t('openRequest')}</TextLink>}
        {refusal?.code === 'request-open' && (
          <TextLink href={routes.request(refusal.id)}>{t('openRequest')}</TextLink>
        )}
        {batch.verdict === 'changed' && contract && met?.status === 'registered' && outcome === null && (
          <TextLink href={routes.newRequest(contract, undefined, { import: batch.id, row: row.row })}>
            {t('askChange')}
          </TextLink>
        )}
      </p>
    </div>
  )
}
