'use client'

import { useLocale, useTranslations } from 'next-intl'
import { SeverityBadge } from '@/components/audit/severity-badge'
import { TextLink } from '@/components/ui/button'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { ShownFinding } from '@/lib/domain/audit/shown-finding'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { FindingState } from './finding-state'

interface Choice {
  chosen: ReadonlySet<string>
  open: readonly string[]
  onToggle: (id: string) => void
  onToggleAll: () => void
}

/** Findings by unit and contract; those still open can be chosen. J and K walk the boxes, the space bar chooses. */
export function FindingsTable({
  findings,
  acrossUnits,
  mayAsk,
  choice,
}: {
  findings: readonly ShownFinding[]
  acrossUnits: boolean
  /** Whether the reader asks for corrections, as the office does. */
  mayAsk: boolean
  choice: Choice | null
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  return (
    <Table caption={t('findings')}>
      <thead>
        <tr>
          {choice && (
            <Th className="w-10">
              <input
                aria-label={t('chooseAll')}
                checked={choice.open.length > 0 && choice.open.every((id) => choice.chosen.has(id))}
                className="size-4.5 accent-jade align-middle"
                disabled={choice.open.length === 0}
                onChange={choice.onToggleAll}
                type="checkbox"
              />
            </Th>
          )}
          <Th>{t('contract')}</Th>
          {acrossUnits && <Th>{t('unit')}</Th>}
          <Th>{t('finding')}</Th>
          <Th>{t('state')}</Th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => {
          const unit = say(codeWords('unit', finding.unit), locale)
          const name = finding.contract?.name || unit
          const canChoose = choice?.open.includes(finding.id)
          return (
            <Tr chosen={choice?.chosen.has(finding.id)} key={finding.id}>
              {choice && (
                <Td>
                  {canChoose && (
                    <input
                      aria-label={t('choose', { name, rule: say(finding.title, locale) })}
                      checked={choice.chosen.has(finding.id)}
                      className="size-4.5 accent-jade align-middle"
                      data-row=""
                      onChange={() => choice.onToggle(finding.id)}
                      type="checkbox"
                    />
                  )}
                </Td>
              )}
              <RowHead className="min-w-44 max-w-72">
                {finding.contract ? (
                  <>
                    <TextLink
                      {...(!canChoose && { 'data-row': '' })}
                      href={routes.contract(finding.contract.id)}
                      plain
                      prefetch={false}
                    >
                      {finding.contract.name || t('unnamed')}
                    </TextLink>
                    <span className="block font-mono text-xs font-normal text-faint">
                      {finding.contract.number}
                    </span>
                  </>
                ) : (
                  t('ofUnit', { unit })
                )}
              </RowHead>
              {acrossUnits && (
                <Td className="whitespace-nowrap" label={t('unit')}>
                  {unit}
                </Td>
              )}
              <Td className="min-w-56" label={t('finding')}>
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {say(finding.title, locale)}
                    {finding.severity && <SeverityBadge severity={finding.severity} />}
                  </p>
                  <p className="break-words text-soft">{say(finding.sentence, locale)}</p>
                </div>
              </Td>
              <Td className="sm:w-72" label={t('state')}>
                <FindingState finding={finding} mayAsk={mayAsk} />
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
