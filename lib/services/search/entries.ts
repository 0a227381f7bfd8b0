import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { may, type Permission } from '@/lib/domain/access/permissions'
import { best, type Entry } from '@/lib/domain/search/entry'
import type { Hit, HitKind } from '@/lib/domain/search/hit'
import type { Readings } from '@/lib/domain/search/spelling'
import { type SettingKey, settings } from '@/lib/domain/settings'
import { tablesOfView } from '@/lib/domain/statistics/catalogue'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { namedUnits, namedYears } from './named'
import { spell } from './spell'

interface Around {
  units: ReadonlyMap<string, Words>
  /** The running year. */
  year: number
  locale: string
}

type Group = { kind: HitKind; hits: Hit[] }

const handful = 5

/** What has a name that is known beforehand: years, units, tables of the statistics, settings; each by its permission. */
export function entriesOf(actor: Actor, typed: string, around: Around): Group[] {
  const allowed = (permission: Permission) => may(actor.role, permission)
  return [
    { kind: 'year', hits: allowed('statistics.read') ? years(typed, around) : [] },
    { kind: 'unit', hits: units(actor, typed, around) },
    { kind: 'table', hits: allowed('statistics.read') ? tables(actor, typed, around) : [] },
    { kind: 'setting', hits: allowed('setting.write') ? found(settingEntries(), typed, around.locale) : [] },
  ]
}

interface Place extends Entry {
  id: string
  href: string
}

/** Names known beforehand are spelled once. */
const spelled = new Map<string, Readings>()

function place(id: string, words: Words, href: string, also: readonly string[] = []): Place {
  const readings = spelled.get(words.zh) ?? spell(words.zh)
  spelled.set(words.zh, readings)
  return { id, words, href, also, readings }
}

const found = (places: readonly Place[], typed: string, locale: string): Hit[] =>
  best(places, typed, ({ words }) => say(words, locale), handful).map(({ entry, marks }) => ({
    id: entry.id,
    href: entry.href,
    title: { text: say(entry.words, locale), marks },
    detail: null,
  }))

function years(typed: string, { year: now, locale }: Around): Hit[] {
  const [year] = namedYears(typed.trim())
  if (year === undefined || year > now) return []
  const ways: [Words, string][] = [
    [{ zh: `${year} 年看板`, en: `Dashboard of ${year}` }, routes.dashboard(year)],
    [{ zh: `${year} 年统计表`, en: `Statistics of ${year}` }, routes.statistics(year)],
    [{ zh: `${year} 年年度报告`, en: `Annual report of ${year}` }, routes.report(year)],
  ]
  return ways.map(([words, href]) => {
    const text = say(words, locale)
    const at = text.indexOf(String(year))
    return { id: href, href, title: { text, marks: [[at, at + 4]] }, detail: null }
  })
}

/** An office finds itself alone; the centre every unit, the administrator as something to be administered. */
function units(actor: Actor, typed: string, { units: all, locale }: Around): Hit[] {
  const own = [...all].filter(([code]) => actor.unit === null || actor.unit === code)
  const named = new Set(namedUnits(typed.trim(), new Map(own)))
  const places = own.flatMap(([code, words]) => {
    const ways: Place[] = []
    const add = (id: string, suffix: Words, href: string) =>
      ways.push(
        place(
          `${code} ${id}`,
          { zh: `${words.zh}${suffix.zh}`, en: `${words.en}${suffix.en}` },
          href,
          named.has(code) ? [code, typed.trim()] : [code],
        ),
      )
    if (may(actor.role, 'contract.read'))
      add('contracts', { zh: '的合同', en: ': contracts' }, routes.contracts({ unit: code }))
    if (may(actor.role, 'statistics.read'))
      add(
        'dashboard',
        { zh: '的看板', en: ': dashboard' },
        routes.dashboard(undefined, { unit: actor.unit === null ? code : null }),
      )
    if (may(actor.role, 'unit.write')) add('unit', { zh: '', en: '' }, routes.admin.unit(code))
    return ways
  })
  return found(places, typed, locale)
}

/** A table stands on the page of its year; one of the whole Corps only for who sees every unit. */
const tables = (actor: Actor, typed: string, { year, locale }: Around): Hit[] =>
  found(
    tablesOfView(actor.unit).map(({ id, title }) => place(id, title, `${routes.statistics(year)}#${id}`)),
    typed,
    locale,
  )

const settingEntries = (): Place[] =>
  (Object.keys(settings) as SettingKey[]).map((key) =>
    place(key, settings[key].label, routes.admin.setting(key)),
  )
