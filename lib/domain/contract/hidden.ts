import { holds } from './conditions'
import type { Content, Party } from './content'
import type { ItemFieldSpec } from './field-spec'
import { field, fieldNames } from './fields'
import { partyFieldNames, partyFields } from './party-fields'

/** The content without values of fields that are not asked in its circumstances: a hidden field carries no value. */
export function withoutHidden(content: Content): Content {
  const kept: Record<string, unknown> = {}
  for (const name of fieldNames) {
    const { shownWhen, kind } = field(name)
    const value = content[name]
    if (value === undefined || (shownWhen && !holds(shownWhen, content))) continue
    if (kind === 'party') kept[name] = party(value as Party)
    else if (kind === 'parties') kept[name] = (value as Party[]).map(party)
    else kept[name] = value
  }
  return kept as Content

  function party(given: Party): Party {
    const hidden = partyFieldNames.filter((name) => {
      const spec: ItemFieldSpec = partyFields[name]
      return spec.shownWhen !== undefined && !holds(spec.shownWhen, content, given)
    })
    return Object.fromEntries(Object.entries(given).filter(([name]) => !(hidden as string[]).includes(name)))
  }
}
