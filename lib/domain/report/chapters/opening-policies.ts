import { quoted } from '../../statistics/statements/clauses'
import { isOver } from '../../statistics/statements/telling'
import { type Teller, told } from '../outline-entry'
import { withinYear } from '../period'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { listed, words } from '../words'
import { denominator, listedInstitutions, rate, rolled, workNumber } from '../work-numbers'

/** Until when something that lasts is told: the year's end, or now while it runs. */
export const untilNow = ({ telling }: Source): Said =>
  isOver(telling) ? words('截至年末', 'by the end of the year') : words('截至目前', 'so far')

const divisionsThatIssued = (source: Source): Said => {
  const issued = new Set(rolled(source, 'policyUnitsNew').records.map(({ unit }) => unit))
  return listed(
    source.units
      .filter(({ code }) => issued.has(code))
      .map(({ code, words: of }) => ({
        zh: [{ kind: 'name', text: quoted(of.zh), split: 'unit', member: code }],
        en: [{ kind: 'name', text: quoted(of.en), split: 'unit', member: code }],
      })),
  )
}

/** Policies of divisions: which issued one, and how many of all have one in force; of a unit how many it issued. */
export const policies: Teller = {
  id: 'opening.policies',
  reads: [],
  tell(source) {
    if (source.unit !== null) return ofUnit(source)
    const [inForce, issued] = [rolled(source, 'policyUnits').n, rolled(source, 'policyUnitsNew').n]
    if (inForce === 0) return null
    const [all, having, share] = [
      denominator(source, 'divisions'),
      workNumber(source, 'policyUnits'),
      rate(source, 'policyRate'),
    ]
    const total: Said = {
      zh: zh`${all}个师市中累计已有${having}个师市出台了科技成果转化相关政策，出台率${share}`,
      en: en`${having} of the ${all} divisions had a policy in force, a rate of ${share}`,
    }
    if (issued === 0) {
      const until = untilNow(source)
      return told(
        ['divisions with a policy'],
        zh`${until}，${total}。`,
        en`Of policies on the use of achievements: ${until}, ${total}.`,
      )
    }
    const [when, who] = [withinYear, divisionsThatIssued(source)]
    return told(
      ['divisions that issued a policy', 'divisions with a policy'],
      zh`${when}，${who}出台了促进科技成果转化相关政策，至此，${total}。`,
      en`${when}, policies on the use of achievements were issued by ${who}; altogether ${total}.`,
    )
  },
}

function ofUnit(source: Source) {
  const { n } = rolled(source, 'policies')
  if (n === 0) return null
  const [when, count, { who }] = [withinYear, workNumber(source, 'policies'), source]
  return told(
    ['policies issued'],
    zh`${when}，${who}出台促进科技成果转化相关政策${count}项。`,
    en`${when}, ${who} issued policies on the use of achievements: ${count}.`,
  )
}

const institutionsThatAdopted = (source: Source): Said => {
  const adopted = new Set(
    rolled(source, 'institutionsNew').records.flatMap((record) =>
      record.kind === 'measures' ? (record.content.institution ?? []) : [],
    ),
  )
  return listed(
    listedInstitutions(source)
      .filter(({ code }) => adopted.has(code))
      .map(({ code, words: of }) => ({
        zh: [{ kind: 'title', text: of.zh, of: code }],
        en: [{ kind: 'title', text: of.en, of: code }],
      })),
  )
}

/** Measures of institutions: which adopted one, and how many of the list have one in force. */
export const institutions: Teller = {
  id: 'opening.institutions',
  reads: [],
  tell(source) {
    const [inForce, adopted] = [
      rolled(source, 'institutionsWithMeasure').n,
      rolled(source, 'institutionsNew').n,
    ]
    const who = institutionsThatAdopted(source)
    const newOnes: Said =
      adopted === 0
        ? nothing
        : {
            zh: zh`${who}制订了科技成果转化管理办法`,
            en: en`measures on the use of achievements were adopted by ${who}`,
          }
    if (source.unit !== null) {
      const when = withinYear
      return adopted === 0
        ? null
        : told(['institutions that adopted a measure'], zh`${when}，${newOnes}。`, en`${when}, ${newOnes}.`)
    }
    if (inForce === 0) return null
    const [all, having, share] = [
      denominator(source, 'institutions'),
      workNumber(source, 'institutionsWithMeasure'),
      rate(source, 'institutionRate'),
    ]
    const total: Said = {
      zh: zh`${all}家高校科研院所累计已有${having}家制订了科技成果转化管理办法，制订率${share}`,
      en: en`${having} of the ${all} universities and institutes had measures of their own, a rate of ${share}`,
    }
    if (adopted === 0) {
      const until = untilNow(source)
      return told(
        ['institutions with a measure'],
        zh`${until}，${total}。`,
        en`Of measures on the use of achievements: ${until}, ${total}.`,
      )
    }
    const when = withinYear
    return told(
      ['institutions that adopted a measure', 'institutions with a measure'],
      zh`${when}，${newOnes}，${total}。`,
      en`${when}, ${newOnes}; ${total}.`,
    )
  },
}
