import type { ContentOf, WorkKindName } from '../../work-records/kinds'
import { type Teller, told } from '../outline-entry'
import { withinYear } from '../period'
import type { Source } from '../source'
import { en, joined, nothing, type Said, zh } from '../spans'
import { clauses, listed, title } from '../words'
import { moreThan, over, rolled, workNumber } from '../work-numbers'

/** So many events are told by name, more of them only counted. */
const MOST_NAMED = 4

const contents = <K extends WorkKindName>(source: Source, measure: 'events' | 'bodiesNew', kind: K) =>
  rolled(source, measure).records.flatMap((record) =>
    record.kind === kind ? [record.content as ContentOf<K>] : [],
  )

/** Events of the year, in their order, and how many achievements were presented at them. */
export const events: Teller = {
  id: 'opening.events',
  reads: [],
  tell(source) {
    const held = contents(source, 'events', 'events').sort((a, b) =>
      `${a.startsOn} ${a.name}` < `${b.startsOn} ${b.name}` ? -1 : 1,
    )
    if (held.length === 0) return null
    const when = withinYear
    const [n, names] = [workNumber(source, 'events'), listed(held.map(({ name = '' }) => title(name)))]
    const what: Said =
      held.length > MOST_NAMED
        ? {
            zh: zh`举办科技成果对接、推介活动${n}场`,
            en: en`events on the use of achievements were held: ${n}`,
          }
        : { zh: zh`举办了${names}`, en: en`the following was held: ${names}` }
    return told(
      ['events', ...(rolled(source, 'eventResults').n > 0 ? ['presented'] : [])],
      zh`${when}${clauses(what, presented(source))}。`,
      en`${when}, ${clauses(what, presented(source))}.`,
    )
  },
}

function presented(source: Source): Said | null {
  if (rolled(source, 'eventResults').n === 0) return null
  const [n, more] = [workNumber(source, 'eventResults'), over(source, 'eventResults')]
  const least = moreThan(source, 'eventResults')
  return { zh: zh`发布推介科技成果${n}${more}项`, en: en`presenting ${least}${n} achievements` }
}

/** Transfer bodies set up in the year, by their hosts. */
export const bodies: Teller = {
  id: 'opening.bodies',
  reads: [],
  tell(source) {
    const setUp = contents(source, 'bodiesNew', 'bodies').sort((a, b) =>
      `${a.setUpOn} ${a.name}` < `${b.setUpOn} ${b.name}` ? -1 : 1,
    )
    if (setUp.length === 0) return null
    const hosts = [...new Set(setUp.map(({ host }) => host ?? ''))]
    const groups = hosts.map((host): Said => {
      const names = listed(
        setUp.filter((one) => (one.host ?? '') === host).map(({ name = '' }) => title(name)),
      )
      const at: Said = host === '' ? nothing : { zh: zh`依托${title(host)}`, en: en` at ${title(host)}` }
      return { zh: zh`${at}设立${names}`, en: en`${names}${at}` }
    })
    const [when, all] = [withinYear, joined(groups, '；', '; ')]
    const n = workNumber(source, 'bodiesNew')
    return told(
      ['bodies set up'],
      zh`${when}新设技术转移机构${n}家：${all}。`,
      en`${when}, transfer bodies set up: ${n}, namely ${all}.`,
    )
  },
}
