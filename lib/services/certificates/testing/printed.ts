import { typedCode } from '@/lib/domain/certificate/code'
import { evidenceFor } from '@/lib/testing/contracts'
import { person, registrarOf } from '@/lib/testing/house'
import { ofRole, readPdf } from '../../report/forms/testing/read-pdf'
import { ask } from '../../requests/ask'
import { grant } from '../../requests/grant'
import { printCertificate } from '../print'
import { verifyCertificate } from '../verify'

export const office = registrarOf('D08')
export const stranger = registrarOf('D01')
export const [approver, second, auditor] = [person('approver'), person('approver2'), person('auditor')]
export const refusal = (code: string) => ({ detail: { code } })
export const address = '10.0.0.8'

/** What is printed of a contract now: its bytes, and number and code as a person reads them off. */
export async function printed(id: string, actor = office, language = 'zh-CN') {
  const { bytes } = await printCertificate(actor, { id, language })
  const { elements } = await readPdf(bytes)
  const text = elements.map((one) => one.text).join('')
  const number = ofRole(elements, 'TD')[0]?.text ?? ''
  const code = typedCode(/(?:核验码|Checkcode)([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text)?.[1] ?? '') ?? ''
  return { bytes, text, number, code }
}

export type Printed = Awaited<ReturnType<typeof printed>>

export const check = ({ number, code }: Pick<Printed, 'number' | 'code'>) =>
  verifyCertificate({ number, code }, address)

export async function amended(id: string, kind: 'correct' | 'change', patch: object, reason: string) {
  await evidenceFor(office, id)
  const made = await ask(office, { id, kind, patch, reason, text: '按依据材料更改登记事项。' })
  await grant(second, { id: made.id })
}
