'use client'

import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { isShown } from '@/lib/domain/contract/conditions'
import type { Party } from '@/lib/domain/contract/content'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { partyFieldNames, partyFields } from '@/lib/domain/contract/party-fields'
import { useFindings, useRow } from './entry-context'

/** Every field of a party that is asked of it; the minor ones are folded away. */
export function PartyFields({ path, party }: { path: string; party: Party }) {
  const t = useTranslations('entry')
  const { content } = useFindings()
  const Row = useRow()
  const asked = partyFieldNames.filter((name) => isShown(partyFields[name], content, party))
  const isMinor = (name: (typeof partyFieldNames)[number]) =>
    (partyFields[name] as ItemFieldSpec).minor === true
  const row = (name: (typeof partyFieldNames)[number]) => (
    <Row key={name} party={party} path={`${path}.${name}`} spec={partyFields[name]} />
  )
  return (
    <div className="grid gap-5">
      {asked.filter((name) => !isMinor(name)).map(row)}
      <Disclosure summary={t('partyMinor')}>
        <div className="grid gap-5 pt-2">{asked.filter(isMinor).map(row)}</div>
      </Disclosure>
    </div>
  )
}
