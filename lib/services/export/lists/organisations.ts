import 'server-only'
import { listOrganisations } from '@/db/queries/organisations'
import type { Actor } from '@/lib/domain/access/actor'
import type { Party } from '@/lib/domain/contract/content'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { type PartyFieldName, partyFieldNames, partyFields } from '@/lib/domain/contract/party-fields'
import { HIDDEN, seesSensitive } from '@/lib/domain/contract/sensitive'
import type { XlsxCell } from '../../spreadsheet/xlsx'
import { byPage, codeText, type ListFile, listFile, yesNo } from '../list-file'

/** The registry of organisations with all that is known of each; personal data as the pages show it. */
export const organisationList = (actor: Actor, words: string): ListFile =>
  listFile<Party>({
    title: { zh: '单位库', en: 'Organisations' },
    columns: partyFieldNames.map((name) => ({
      heading: partyFields[name].label,
      width: name === 'name' || name === 'address' ? 36 : 16,
      cell: (party, { locale }) => cellOf(name, party, locale, seesSensitive(actor.role)),
    })),
    batches: (tx) =>
      byPage(async (page) => (await listOrganisations(tx, words, page)).rows.map(({ details }) => details)),
  })

function cellOf(name: PartyFieldName, party: Party, locale: string, sees: boolean): XlsxCell {
  const spec: ItemFieldSpec = partyFields[name]
  const value = party[name]
  if (value === undefined || value === '') return null
  if (spec.sensitive && !sees) return HIDDEN
  if (spec.kind === 'code') return codeText(spec.list, String(value), locale)
  return spec.kind === 'flag' ? yesNo(value === true, locale) : String(value)
}
