import { auditSentence } from '../../audit/report'
import { countsIn, plainNumber, yearNumber } from '../numbers'
import { type Teller, told } from '../outline-entry'
import { en, zh } from '../spans'

export const selfAudit: Teller = {
  id: 'opening.self-audit',
  reads: [],
  tell({ audits, year }) {
    if (!audits || audits.campaigns === 0) return null
    const { campaigns } = audits
    const of = yearNumber(year)
    const said = countsIn(auditSentence(audits), [
      plainNumber('corrected', audits.corrected, year),
      plainNumber('revoked', audits.revoked, year),
    ])
    if (campaigns === 1) {
      return told(
        ['audited'],
        zh`开展了${of}年技术合同登记自查工作，${said}。`,
        en`The contracts registered in ${of} were self-audited: ${said}.`,
      )
    }
    const times = plainNumber('audits', campaigns, year)
    return told(
      ['audited several times'],
      zh`开展了${times}次${of}年技术合同登记自查工作，合计${said}。`,
      en`The contracts registered in ${of} were self-audited ${times} times, together: ${said}.`,
    )
  },
}
