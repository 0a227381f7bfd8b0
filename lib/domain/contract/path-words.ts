import type { Words } from '../words'
import { codeOf } from './code-lists'
import type { FieldSpec } from './field-spec'
import { type FieldName, field, fields } from './fields'
import { partyFields } from './party-fields'

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name)

/** What a path of a finding, a reason or a difference points at: a field, one within a party or list, an attachment kind. */
export function pathWords(path: string): Words {
  const [name = '', ...rest] = path.split('.')
  if (!isField(name)) return codeOf('attachmentKind', name)?.words ?? { zh: path, en: path }
  const steps: Words[] = [field(name).label]
  let inner = innerSpecs(field(name))
  for (const step of rest) {
    if (/^\d+$/.test(step)) steps.push({ zh: `第 ${Number(step) + 1} 项`, en: `${Number(step) + 1}` })
    else if (inner?.[step]) {
      steps.push(inner[step].label)
      inner = undefined
    }
  }
  return { zh: steps.map(({ zh }) => zh).join(' · '), en: steps.map(({ en }) => en).join(' · ') }
}

const innerSpecs = (spec: FieldSpec): Record<string, FieldSpec> | undefined =>
  spec.kind === 'items' ? spec.items : spec.kind.startsWith('part') ? partyFields : undefined
