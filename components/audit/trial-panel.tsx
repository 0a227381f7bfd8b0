import { useLocale, useTranslations } from 'next-intl'
import { Button, TextLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { hitWords } from '@/lib/domain/audit/catalogue'
import type { Hit } from '@/lib/domain/audit/rule'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

export interface ShownTrial {
  contracts: number
  units: number
  registered: number
  all: number
  hits: readonly (Hit & { number: string | null; name: string | null })[]
}

/** What a rule would find in a year, asked by its address so that the answer can be sent on. */
export function TrialPanel({
  rule,
  years,
  year,
  trial,
}: {
  rule: string
  years: readonly number[]
  year: number
  trial: ShownTrial | null
}) {
  const t = useTranslations('auditRules')
  return (
    <Panel className="min-w-0" flush note={t('tryNote')} title={t('try')}>
      <form action={routes.audit.rule(rule)} className="flex flex-wrap items-end gap-2 px-5 py-4">
        <Field id="trial-year" label={t('tryYear')} required>
          {(control) => (
            <Select
              {...control}
              choices={years.map((one) => ({ value: String(one), label: String(one) }))}
              className="w-32"
              defaultValue={String(year)}
              name="year"
            />
          )}
        </Field>
        <Button type="submit">{t('tryButton')}</Button>
      </form>
      {trial && <Outcome trial={trial} />}
    </Panel>
  )
}

function Outcome({ trial: { contracts, units, registered, all, hits } }: { trial: ShownTrial }) {
  const t = useTranslations('auditRules')
  if (all === 0) return <p className="px-5 pb-5">{t('foundNothing', { registered })}</p>
  return (
    <>
      <p className="px-5 pb-4 text-md font-medium">
        {contracts > 0 || units === 0 ? t('found', { contracts, registered }) : t('foundUnits', { units })}
        {all > hits.length && (
          <span className="block text-sm font-normal text-faint">
            {t('shownFirst', { all, shown: hits.length })}
          </span>
        )}
      </p>
      <HitTable hits={hits} />
    </>
  )
}

function HitTable({ hits }: { hits: ShownTrial['hits'] }) {
  const t = useTranslations('auditRules')
  const locale = useLocale()
  return (
    <Table caption={t('says')}>
      <thead>
        <tr>
          <Th>{t('contract')}</Th>
          <Th>{t('unit')}</Th>
          <Th>{t('says')}</Th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => (
          <Tr key={JSON.stringify([hit.contract, hit.unit, hit.path, hit.params])}>
            <RowHead className="min-w-48 max-w-md">
              {hit.contract === null ? (
                '—'
              ) : (
                <>
                  <TextLink href={routes.contract(hit.contract)} plain prefetch={false}>
                    {hit.name ?? '—'}
                  </TextLink>
                  <span className="block font-mono text-xs font-normal text-faint">{hit.number}</span>
                </>
              )}
            </RowHead>
            <Td className="whitespace-nowrap" label={t('unit')}>
              {say(codeWords('unit', hit.unit), locale)}
            </Td>
            <Td label={t('says')}>{say(hitWords(hit), locale)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
