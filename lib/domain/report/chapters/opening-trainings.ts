import { managerKind, trainingKind } from '../../contract/codes/work'
import { type Teller, told } from '../outline-entry'
import { withinYear } from '../period'
import type { Source } from '../source'
import { en, joined, type Said, zh } from '../spans'
import { clauses, title, words } from '../words'
import { moreThan, over, rolled, workNumber } from '../work-numbers'
import { untilNow } from './opening-policies'

/** Trainings on registration are counted in 场, courses in 期. */
const REGISTRATION = '1'

/** What trainings of each kind came to, and the certificates that were given at all of them. */
export const trainings: Teller = {
  id: 'opening.trainings',
  reads: [],
  tell(source) {
    const held = trainingKind.filter(({ code }) => rolled(source, 'sessions', code).n > 0)
    if (held.length === 0) return null
    const each = held.map(({ code, words: of }) => ofKind(source, code, words(of.zh, of.en)))
    const certificates = rolled(source, 'certificates').n > 0
    const all = joined(certificates ? [...each, given(source)] : each, '；', '; ')
    const when = withinYear
    return told(
      ['trainings', ...(certificates ? ['certificates'] : [])],
      zh`${when}组织开展培训：${all}。`,
      en`${when}, trainings were held: ${all}.`,
    )
  },
}

function ofKind(source: Source, kind: string, what: Said): Said {
  const n = workNumber(source, 'sessions', kind)
  const measure = words(kind === REGISTRATION ? '场' : '期', '')
  const sessions: Said = { zh: zh`${what}${n}${measure}`, en: en`${what} ${n}` }
  return clauses(sessions, attended(source, kind), handedOut(source, kind))
}

function attended(source: Source, kind: string): Said | null {
  if (rolled(source, 'attendances', kind).n === 0) return null
  const n = workNumber(source, 'attendances', kind)
  return { zh: zh`培训${n}人次`, en: en`attendances ${n}` }
}

function handedOut(source: Source, kind: string): Said | null {
  const { n: copies, records } = rolled(source, 'copies', kind)
  if (copies === 0) return null
  const handouts = new Set(
    records.map((one) => (one.kind === 'trainings' ? (one.content.handout ?? '') : '')),
  )
  const [only = ''] = handouts
  const what = handouts.size === 1 && only !== '' ? title(only) : words('培训资料', 'papers')
  const n = workNumber(source, 'copies', kind)
  const [more, least] = [over(source, 'copies', kind), moreThan(source, 'copies', kind)]
  return { zh: zh`发放${what}${n}${more}份`, en: en`${least}${n} copies of ${what} handed out` }
}

function given(source: Source): Said {
  const n = workNumber(source, 'certificates')
  const [more, least] = [over(source, 'certificates'), moreThan(source, 'certificates')]
  return { zh: zh`取得合格证书${n}${more}人`, en: en`certificates given ${least}${n}` }
}

/** Holders of a valid certificate, each kind counted by person. */
export const managers: Teller = {
  id: 'opening.managers',
  reads: [],
  tell(source) {
    const held = managerKind.filter(({ code }) => rolled(source, 'managers', code).n > 0)
    if (held.length === 0) return null
    const each = held.map(({ code, words: of }): Said => {
      const [what, n] = [words(of.zh, `${of.en.toLowerCase()}s`), workNumber(source, 'managers', code)]
      return { zh: zh`${what}${n}名`, en: en`${what} ${n}` }
    })
    const [until, all, { who }] = [untilNow(source), joined(each, '、', ', '), source]
    return told(
      ['holders of a certificate'],
      zh`${until}，${who}持有效资质证书的${all}。`,
      en`Holders of a valid certificate in ${who} ${until}: ${all}.`,
    )
  },
}
