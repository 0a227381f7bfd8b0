import { achievementClass } from '../../contract/codes/work'
import { type Teller, told } from '../outline-entry'
import { dateOf, inTheYear } from '../period'
import type { Source } from '../source'
import { en, joined, type Said, zh } from '../spans'
import { title, words } from '../words'
import { rolled, workNumber } from '../work-numbers'

const parts = [
  ['platformResults', words('科技成果', 'achievements')],
  ['platformDemands', words('技术需求', 'demands')],
  ['platformListings', words('挂牌成果', 'listings')],
  ['platformDeals', words('签约成交', 'deals signed')],
] as const

/** What the platform had published altogether, as its latest snapshot of the year says. */
export const platform: Teller = {
  id: 'opening.platform',
  reads: [],
  tell(source) {
    const said = parts.filter(([measure]) => rolled(source, measure).n > 0)
    const [snapshot] = said.flatMap(([measure]) => rolled(source, measure).records)
    if (snapshot?.kind !== 'platform') return null
    const { name = '', asOf = '' } = snapshot.content
    const [called, day] = [title(name), dateOf(asOf)]
    const numbers = said.map(([measure, what]): Said => {
      const n = workNumber(source, measure)
      return { zh: zh`${what}${n}项`, en: en`${what} ${n}` }
    })
    const all = joined(numbers, '、', ', ')
    return told(
      ['platform'],
      zh`截至${day}，${called}已累计发布${all}。`,
      en`Up to ${day}, ${called} had published altogether: ${all}.`,
    )
  },
}

/** Achievements registered in the year, and of which classes. */
export const achievements: Teller = {
  id: 'opening.achievements',
  reads: [],
  tell(source) {
    if (rolled(source, 'achievements').n === 0) return null
    const [when, n] = [inTheYear(source), workNumber(source, 'achievements')]
    const classes = classesOf(source)
    return told(
      ['achievements by class'],
      zh`${when}完成成果登记${n}项，${classes}。`,
      en`${when}, achievements registered: ${n}, ${classes}.`,
    )
  },
}

function classesOf(source: Source): Said {
  const held = achievementClass.filter(({ code }) => rolled(source, 'achievements', code).n > 0)
  const [only, ...others] = held
  if (only && others.length === 0) {
    const what = words(only.words.zh, only.words.en.toLowerCase())
    return { zh: zh`均为${what}`, en: en`all of them ${what}` }
  }
  const each = held.map(({ code, words: of }): Said => {
    const [what, n] = [words(of.zh, of.en.toLowerCase()), workNumber(source, 'achievements', code)]
    return { zh: zh`${what}${n}项`, en: en`${what} ${n}` }
  })
  const all = joined(each, '，', ', ')
  return { zh: zh`其中${all}`, en: en`of them ${all}` }
}
