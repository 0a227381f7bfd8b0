'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import type { Party } from '@/lib/domain/contract/content'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { AddOrganisation } from './add-organisation'
import { type FieldActions, FieldActionsContext, RowContext } from './entry-context'
import { FieldRow } from './field-row'
import { jumpTo } from './jump'
import { OrganisationFindings, useOrganisationForm } from './organisation-form'
import { PartyFields } from './party-fields'

/** The button of the registry's page that adds an entry and leads to it. */
export function AddToRegistry({ actions, begun }: { actions: FieldActions; begun: string }) {
  const t = useTranslations('organisations')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <RowContext value={FieldRow}>
      <FieldActionsContext value={actions}>
        <Button icon="plus" kind="primary" onClick={() => setOpen(true)}>
          {t('add')}
        </Button>
        {open && (
          <AddOrganisation
            begun={begun}
            onAdded={({ organisation }) => {
              toast(t('added'))
              router.push(organisation ? routes.organisation(organisation) : routes.organisations())
            }}
            onClose={() => setOpen(false)}
          />
        )}
      </FieldActionsContext>
    </RowContext>
  )
}

type Correct = (input: { id: string; party: Party; seen: string }) => Promise<Result<{ changed: number }>>

/** Corrects an entry of the registry; the same fields and checks as in a contract. */
export function OrganisationEditor({
  id,
  details,
  seen,
  actions,
  correct,
}: {
  id: string
  details: Party
  /** When the entry shown was last changed. */
  seen: string
  actions: FieldActions
  correct: Correct
}) {
  const t = useTranslations('organisations')
  const locale = useLocale()
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const form = useForm<Record<string, unknown>>({ defaultValues: { party: details } })
  const party = useWatch({ control: form.control, name: 'party' }) as Party
  const state = useOrganisationForm(useMemo(() => ({ ...party }), [party]))

  const save = async () => {
    if (state.findings[0]) {
      state.showAll()
      jumpTo(state.findings[0].path)
      return
    }
    setPending(true)
    const answer = await correct({ id, party: state.read, seen }).catch(() => null)
    setPending(false)
    if (answer?.ok) {
      toast(t(answer.value.changed > 0 ? 'saved' : 'nothingChanged'))
      router.refresh()
    } else state.refused(answer?.problem ?? { code: 'unavailable' })
  }
  return (
    <RowContext value={FieldRow}>
      <FieldActionsContext value={actions}>
        <FormProvider {...form}>
          <OrganisationFindings state={state}>
            <div className="grid max-w-3xl gap-5">
              {state.problem && (
                <Notice kind="danger" live>
                  {say(problemWords(state.problem), locale)}
                </Notice>
              )}
              <PartyFields party={party} path="party" />
              <div>
                <Button kind="primary" onClick={save} pending={pending}>
                  {t('save')}
                </Button>
              </div>
            </div>
          </OrganisationFindings>
        </FormProvider>
      </FieldActionsContext>
    </RowContext>
  )
}
