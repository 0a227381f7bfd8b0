import { isShown } from './conditions'
import type { Content, Party } from './content'
import { field, fieldNames } from './fields'
import { partyFieldNames, partyFields } from './party-fields'

/** The content without values of fields that are not asked in its circumstances: a hidden field carries no value. */
export function withoutHidden(content: Content): Content {
  const kept: Record<string, unknown> = {}
  for (const name of fieldNames) {
    const { kind } = field(name)
    const value = content[name]
    if (value === undefined || !isShown(field(name), content)) continue
    if (kind === 'party') kept[name] = party(value as Party)
    else if (kind === 'parties') kept[name] = (value as Party[]).map(party)
    else kept[name] = value
  }
  return kept as Content

  function party(given: Party): Party {
    return withoutHiddenOfParty(given, content)
  }
}

/** One party without values of fields that are not asked of such a party. */
export function withoutHiddenOfParty(given: Party, content: Content = {}): Party {
  const hidden = partyFieldNames.filter((name) => !isShown(partyFields[name], content, given))
  return Object.fromEntries(Object.entries(given).filter(([name]) => !(hidden as string[]).includes(name)))
}
