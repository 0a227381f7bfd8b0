'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useVerb } from '@/components/act/use-verb'
import { DateText } from '@/components/format/text'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { ExportLinks } from '@/components/ui/export-links'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { DelegationLine, Delegations } from '@/lib/services/delegations/read'
import { DayField } from '../../admin/day-field'
import { textOf, VerbField, VerbForm } from '../../admin/verb-form'
import { end, hand, name } from './actions'

const tones: Record<DelegationLine['state'], Tone> = {
  ahead: 'waiting',
  standing: 'good',
  over: 'quiet',
  revoked: 'quiet',
}

/** Who stands in for a person and whom they stand in for; naming a deputy, ending it, handing work over. */
export function Deputies({
  delegations: { of, lines, colleagues, delegable, handsOver, inHand },
  viewer,
  today,
}: {
  delegations: Delegations
  /** Who looks at it; `mayEnd` everything: the administrator. */
  viewer: { id: string; mayEnd: boolean }
  today: string
}) {
  const t = useTranslations('deputies')
  if (!delegable) return null
  const choice = ({ id, name, username }: { id: string; name: string; username: string }) => ({
    value: id,
    label: `${name}（${username}）`,
  })
  const choices = colleagues.filter(({ left }) => !left).map(choice)
  return (
    <>
      <Panel
        actions={
          lines.length > 0 && <ExportLinks filters={{ account: of.id }} list="delegations" of={t('title')} />
        }
        note={t('note')}
        title={t('title')}
      >
        <div className="grid gap-5">
          {lines.length > 0 && <Lines lines={lines} of={of.id} viewer={viewer} />}
          {choices.length === 0 ? (
            <p className="text-soft">{t('nobody')}</p>
          ) : (
            <VerbForm
              act={name}
              clears
              done={t('named')}
              input={(form) => ({
                principal: of.id,
                deputy: textOf(form, 'deputy'),
                from: textOf(form, 'from'),
                until: textOf(form, 'until'),
              })}
              kind="secondary"
              submit={t('name')}
            >
              <div className="grid gap-4 sm:grid-cols-3">
                <VerbField label={t('deputy')} name="deputy">
                  {(control) => <Select {...control} choices={choices} placeholder={t('choose')} />}
                </VerbField>
                <DayField label={t('from')} min={today} name="from" start={today} />
                <DayField label={t('until')} min={today} name="until" start={today} />
              </div>
            </VerbForm>
          )}
        </div>
      </Panel>
      {handsOver && colleagues.length > 0 && (
        <Panel note={t('handNote')} title={t('handTitle')}>
          <div className="grid gap-4">
            <p className="text-soft">
              {t('inHand', {
                name: of.name,
                drafts: inHand.drafts ?? 0,
                returned: inHand.returned ?? 0,
                requests: inHand.requests ?? 0,
                imports: inHand.imports ?? 0,
              })}
            </p>
            <VerbForm
              act={hand}
              clears
              done={t('handed')}
              input={(form) => ({ principal: textOf(form, 'principal'), deputy: textOf(form, 'deputy') })}
              kind="secondary"
              submit={t('hand')}
            >
              <div className="grid gap-4 sm:grid-cols-2">
                <VerbField label={t('whose')} name="principal">
                  {(control) => (
                    <Select
                      {...control}
                      choices={[of, ...(viewer.mayEnd ? [] : colleagues)].map(choice)}
                      defaultValue={of.id}
                    />
                  )}
                </VerbField>
                <VerbField label={t('receiver')} name="deputy">
                  {(control) => (
                    <Select
                      {...control}
                      choices={viewer.mayEnd ? choices : [choice(of), ...choices]}
                      placeholder={t('choose')}
                    />
                  )}
                </VerbField>
              </div>
            </VerbForm>
          </div>
        </Panel>
      )}
    </>
  )
}

function Lines({
  lines,
  of,
  viewer,
}: {
  lines: readonly DelegationLine[]
  of: string
  viewer: { id: string; mayEnd: boolean }
}) {
  const t = useTranslations('deputies')
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('who')}</Th>
          <Th>{t('span')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('act')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { id, kind, principal, deputy, fromDay, untilDay, state } = line
          const mayEnd = viewer.mayEnd || principal.id === viewer.id
          return (
            <Tr key={id}>
              <RowHead>
                {t(principal.id === of ? 'by' : 'for', {
                  name: principal.id === of ? deputy.name : principal.name,
                })}
                {kind === 'hand-over' && <span className="font-normal text-faint"> · {t('handOver')}</span>}
              </RowHead>
              <Td label={t('span')}>
                <DateText value={fromDay} /> — {untilDay ? <DateText value={untilDay} /> : t('open')}
              </Td>
              <Td label={t('state')}>
                <StatusPill tone={tones[state]}>{t(`states.${state}`)}</StatusPill>
              </Td>
              <Td label={t('act')}>
                {mayEnd && (state === 'ahead' || state === 'standing') ? (
                  <End id={id} name={deputy.name} />
                ) : (
                  '—'
                )}
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function End({ id, name }: { id: string; name: string }) {
  const t = useTranslations('deputies')
  const [asking, setAsking] = useState(false)
  const { run, pending } = useVerb(end, t('ended'), () => setAsking(false))
  return (
    <ConfirmDialog
      confirmLabel={t('end')}
      description={t('endNote', { name })}
      kind="danger"
      onConfirm={() => run({ id })}
      onOpenChange={setAsking}
      open={asking}
      pending={pending}
      title={t('end')}
      trigger={
        <Button kind="quiet" size="small">
          {t('end')}
        </Button>
      }
    />
  )
}
