'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { isShown } from '@/lib/domain/contract/conditions'
import type { Party } from '@/lib/domain/contract/content'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { partyFieldNames, partyFields } from '@/lib/domain/contract/party-fields'
import { valueWords } from '@/lib/domain/contract/value-words'
import { say } from '@/lib/domain/words'
import { AddOrganisation } from './add-organisation'
import { controlId, useBox, useFieldActions, useFindings } from './entry-context'
import { PartyFields } from './party-fields'
import { useRegionName } from './region-input'
import type { WidgetProps } from './widgets'

const asParty = (value: unknown): Party => (value ?? {}) as Party

export function PartyEditor({ path, label }: WidgetProps<'party'>) {
  const [value, set] = useBox(path)
  return <OneParty label={label} onChange={set} party={asParty(value)} path={path} />
}

export function PartiesEditor({ path, spec, label }: WidgetProps<'parties'>) {
  const t = useTranslations('entry')
  const [value, set] = useBox(path)
  const parties = Array.isArray(value) ? value.map(asParty) : []
  return (
    <div className="grid gap-4">
      {parties.map((party, index) => (
        <fieldset
          className="grid gap-3 border-l-2 border-line pl-4"
          // biome-ignore lint/suspicious/noArrayIndexKey: every box is read by its place in the list.
          key={index}
        >
          <legend className="sr-only">{t('itemOf', { label, number: index + 1 })}</legend>
          <OneParty
            label={t('itemOf', { label, number: index + 1 })}
            onChange={(changed) => set(parties.map((one, at) => (at === index ? changed : one)))}
            party={party}
            path={`${path}.${index}`}
          />
          <div>
            <Button
              aria-label={t('removeItem', { label, number: index + 1 })}
              icon="cross"
              kind="quiet"
              onClick={() => set(parties.filter((_, at) => at !== index))}
              size="small"
            >
              {t('removeRow')}
            </Button>
          </div>
        </fieldset>
      ))}
      {parties.length < spec.most && (
        <div>
          <Button icon="plus" onClick={() => set([...parties, {}])} size="small">
            {t('addItem', { label })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A party: found in the registry by a few characters, which fills the rest; or added to it without leaving the page. */
function OneParty({
  path,
  label,
  party,
  onChange,
}: {
  path: string
  label: string
  party: Party
  onChange: (party: Party) => void
}) {
  const t = useTranslations('entry')
  const { searchOrganisations } = useFieldActions()
  const locale = useLocale()
  const { at, wrongUnder } = useFindings()
  const [adding, setAdding] = useState<string | null>(null)
  const [found] = useState(() => new Map<string, Party>())
  const id = `${controlId(path)}-registry`
  const known = party.name !== undefined && party.name !== ''
  // Without a party its name has no box of its own; what is said of it stands here.
  const [nameless] = known ? [] : at(`${path}.name`)
  return (
    <div className="grid gap-3">
      <Field
        error={nameless && say(nameless.message, locale)}
        hint={t('partyHint')}
        id={id}
        label={t('partySearch', { label })}
        required
      >
        {(control) => (
          <Combobox
            {...control}
            footer={(text) => (
              <Button icon="plus" kind="quiet" onClick={() => setAdding(text)} size="small">
                {text.trim() ? t('addOrganisationNamed', { name: text.trim() }) : t('addOrganisation')}
              </Button>
            )}
            key={party.organisation ?? party.name ?? ''}
            onChange={(option) => onChange(option ? (found.get(option.value) ?? {}) : {})}
            placeholder={t('partyPlaceholder')}
            search={async (text) => {
              const answer = await searchOrganisations({ text })
              if (!answer.ok) return []
              for (const one of answer.value) found.set(one.organisation ?? '', one)
              return answer.value.map((one) => ({
                value: one.organisation ?? '',
                label: one.name ?? '',
                detail: <PartyLine party={one} />,
              }))
            }}
            value={known ? { value: party.organisation ?? '', label: party.name ?? '' } : null}
          />
        )}
      </Field>
      {known && <PartySummary party={party} />}
      {known && (
        <Disclosure open={wrongUnder(path) || undefined} summary={t('partyAll')}>
          <p className="mb-4 max-w-prose text-sm text-faint">{t('partyAllHint')}</p>
          <PartyFields party={party} path={path} />
        </Disclosure>
      )}
      {adding !== null && (
        <AddOrganisation
          begun={adding}
          onAdded={(added) => {
            setAdding(null)
            onChange(added)
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}

const summarised = partyFieldNames.filter((name) => name !== 'name' && partyFields[name].required !== 'never')

function PartySummary({ party }: { party: Party }) {
  const locale = useLocale()
  const { content } = useFindings()
  const region = useRegionName(party.region ?? '')
  const shown = [...summarised, 'unit' as const].filter((name) => isShown(partyFields[name], content, party))
  return (
    <dl className="grid gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 sm:grid-cols-2">
      {shown.map((name) => {
        const spec: ItemFieldSpec = partyFields[name]
        const words = valueWords(spec, party[name])
        const place = spec.kind === 'text' && spec.as === 'region' ? region : undefined
        return (
          <div className="flex gap-3" key={name}>
            <dt className="w-28 shrink-0 text-sm/[1.375rem] text-faint">{say(spec.label, locale)}</dt>
            <dd className="min-w-0 break-words">{place ?? (words ? say(words, locale) : '—')}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** What tells namesakes apart: code, kind, unit. */
function PartyLine({ party }: { party: Party }) {
  const locale = useLocale()
  return [
    party.code,
    party.kind && say(codeWords('partyKind', party.kind), locale),
    party.unit && say(codeWords('unit', party.unit), locale),
  ]
    .filter(Boolean)
    .join(' · ')
}
