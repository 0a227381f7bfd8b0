'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FieldValue } from '@/components/contract/field-value'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { DateText } from '@/components/format/text'
import { Button, TextLink } from '@/components/ui/button'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { toast } from '@/components/ui/toast'
import { type OpenLists, openWords } from '@/lib/domain/contract/open-lists'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import type { RecordStatus } from '@/lib/domain/work-records/lifecycle'
import { type RecordContent, titleOf } from '@/lib/domain/work-records/record'
import { routes } from '@/lib/routes'
import { OwnerName } from './owner-name'
import { RecordStatusPill } from './record-status'

export interface ShownRecord {
  id: string
  unit: string | null
  status: RecordStatus
  content: RecordContent
  editedBy: string
  editedAt: Date
  /** It can be handed in or confirmed from the list. */
  chooses: boolean
}

export type RunMany = (input: { ids: string[] }) => Promise<Result<{ records: number }>>

/** A page of a register; those that wait for the reader can be handed in or confirmed together. */
export function RecordTable({
  kind,
  records,
  lists,
  withUnits,
  act,
}: {
  kind: WorkKindName
  records: readonly ShownRecord[]
  /** What was added to the lists that records choose from. */
  lists: OpenLists
  withUnits: boolean
  act: { name: 'submit' | 'confirm'; run: RunMany } | null
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()
  const { fields, columns, words } = kindOf(kind)
  const choosable = records.filter(({ chooses }) => chooses)
  const ids = choosable.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
  const run = () =>
    start(async () => {
      setProblem(null)
      const answer = await act?.run({ ids }).catch(() => null)
      if (!answer?.ok) return setProblem(answer?.problem ?? { code: 'unavailable' })
      toast(t(act?.name === 'confirm' ? 'confirmed' : 'submitted', { count: answer.value.records }))
      setChosen(new Set())
      router.refresh()
    })
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  const choosing = act !== null && choosable.length > 0
  return (
    <>
      {problem && (
        <div className="p-4">
          <ProblemNotice problem={problem} />
        </div>
      )}
      {choosing && (
        <div className="flex flex-wrap items-center gap-4 border-b border-line px-5 py-2.5">
          <label className="flex items-center gap-2">
            <input
              checked={ids.length === choosable.length}
              className="size-4.5 accent-jade"
              onChange={({ target }) =>
                setChosen(new Set(target.checked ? choosable.map(({ id }) => id) : []))
              }
              type="checkbox"
            />
            {t('selectAll')}
          </label>
          <Button disabled={ids.length === 0} kind="primary" onClick={run} pending={pending} size="small">
            {t(act?.name === 'confirm' ? 'confirmChosen' : 'submitChosen', { count: ids.length })}
          </Button>
        </div>
      )}
      <Table caption={t('caption', { kind: say(words, locale) })}>
        <thead>
          <tr>
            {choosing && (
              <Th>
                <span className="sr-only">{t('select')}</span>
              </Th>
            )}
            <Th>{say(fields[kindOf(kind).title]?.label ?? words, locale)}</Th>
            {withUnits && <Th>{t('owner')}</Th>}
            {columns.map((name) => (
              <Th key={name} numeric={fields[name]?.kind === 'decimal'}>
                {say(fields[name]?.label ?? words, locale)}
              </Th>
            ))}
            <Th>{t('status')}</Th>
            <Th>{t('edited')}</Th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, unit, status, content, editedBy, editedAt, chooses }) => {
            const title = titleOf(kind, content) || t('untitled')
            return (
              <Tr key={id}>
                {choosing && (
                  <Td label={t('select')}>
                    {chooses && (
                      <input
                        aria-label={t('selectRow', { name: title })}
                        checked={chosen.has(id)}
                        className="size-4.5 accent-jade"
                        onChange={({ target }) => toggle(id, target.checked)}
                        type="checkbox"
                      />
                    )}
                  </Td>
                )}
                <RowHead className="sm:min-w-48">
                  <TextLink href={routes.work.record(kind, id)} plain prefetch={false}>
                    {title}
                  </TextLink>
                </RowHead>
                {withUnits && (
                  <Td label={t('owner')}>
                    <OwnerName unit={unit} />
                  </Td>
                )}
                {columns.map((name) => {
                  const spec = fields[name]
                  const added = spec && openWords(lists, spec, content[name])
                  return (
                    spec && (
                      <Td key={name} label={say(spec.label, locale)} numeric={spec.kind === 'decimal'}>
                        {added ? say(added, locale) : <FieldValue spec={spec} value={content[name]} />}
                      </Td>
                    )
                  )
                })}
                <Td label={t('status')}>
                  <RecordStatusPill status={status} />
                </Td>
                <Td className="sm:whitespace-nowrap" label={t('edited')}>
                  <div>
                    {editedBy}
                    <p className="text-sm text-faint">
                      <DateText form="moment" value={editedAt} />
                    </p>
                  </div>
                </Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
