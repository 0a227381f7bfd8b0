'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { CHINA } from '@/lib/domain/contract/code-lists'
import type { Party } from '@/lib/domain/contract/content'
import { normaliseUscc, usccProblem } from '@/lib/domain/organisation/uscc'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { useFieldActions } from './entry-context'
import { jumpTo } from './jump'
import { OrganisationFindings, useOrganisationForm } from './organisation-form'
import { PartyFields } from './party-fields'

/** Adds an organisation to the registry over the page; what was typed to find it is where it begins. */
export function AddOrganisation({
  begun,
  onAdded,
  onClose,
}: {
  begun: string
  onAdded: (party: Party) => void
  onClose: () => void
}) {
  const t = useTranslations('entry')
  const common = useTranslations('common')
  const locale = useLocale()
  const { addOrganisation } = useFieldActions()
  const [pending, setPending] = useState(false)
  const form = useForm<Record<string, unknown>>({ defaultValues: { party: beginning(begun) } })
  const party = useWatch({ control: form.control, name: 'party' }) as Party
  const state = useOrganisationForm(useMemo(() => ({ ...party }), [party]))

  const add = async () => {
    if (state.findings.length > 0) {
      state.showAll()
      jumpTo(state.findings[0]?.path ?? 'party.name')
      return
    }
    setPending(true)
    const answer = await addOrganisation({ party: state.read }).catch(() => null)
    setPending(false)
    if (answer?.ok) onAdded(answer.value.party)
    else state.refused(answer?.problem ?? { code: 'unavailable' })
  }
  return (
    <Dialog
      description={t('addOrganisationIntro')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button kind="primary" onClick={add} pending={pending}>
            {t('addToRegistry')}
          </Button>
        </>
      }
      onOpenChange={(open) => !open && onClose()}
      open
      title={t('addOrganisation')}
      wide
    >
      <FormProvider {...form}>
        <OrganisationFindings state={state}>
          <div className="grid gap-5">
            {state.problem && (
              <Notice kind="danger" live>
                {say(problemWords(state.problem), locale)}
              </Notice>
            )}
            <PartyFields party={party} path="party" />
          </div>
        </OrganisationFindings>
      </FormProvider>
    </Dialog>
  )
}

/** What was typed is a code if it passes as one, else a name; nearly every party is domestic. */
const beginning = (typed: string): Party => {
  const text = typed.trim()
  const code = normaliseUscc(text)
  return {
    country: CHINA,
    ...(text !== '' && (usccProblem(code) === null ? { code } : { name: text })),
  }
}
