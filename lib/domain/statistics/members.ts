import { type CodeListName, codeList, codeWords, isLeaf } from '../contract/code-lists'
import { provinces } from '../regions'
import type { Words } from '../words'
import type { SplitName } from './book'

export interface Member {
  code: string
  words: Words
}

/** A unit as it stood in the year shown. */
export interface UnitMember extends Member {
  ranked: boolean
}

/** Code list behind a split, and the level of it that is counted by. */
const lists: Partial<Record<SplitName, readonly [CodeListName, 'top' | 'leaf']>> = {
  type: ['contractType', 'top'],
  subtype: ['contractType', 'leaf'],
  plan: ['planSource', 'top'],
  flow: ['flow', 'top'],
  seller: ['sellerGroup', 'top'],
  field: ['techField', 'top'],
  band: ['sizeBand', 'top'],
  property: ['ipKind', 'leaf'],
  goal: ['socioGoal', 'top'],
  buyer: ['buyerGroup', 'top'],
  trade: ['trade', 'top'],
}

const months: readonly Member[] = Array.from({ length: 12 }, (_, index) => ({
  code: String(index + 1).padStart(2, '0'),
  words: {
    zh: `${index + 1}月`,
    en: new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, index)),
    ),
  },
}))

const fixed: Partial<Record<SplitName, readonly Member[]>> = {
  all: [{ code: '', words: { zh: '合计', en: 'Total' } }],
  month: months,
  area: [
    { code: 'north', words: { zh: '北疆', en: 'North' } },
    { code: 'south', words: { zh: '南疆', en: 'South' } },
  ],
  direction: [
    {
      code: 'elsewhere',
      words: { zh: '各地登记、兵团购买', en: 'Registered elsewhere, bought by the Corps' },
    },
    { code: 'within', words: { zh: '兵团登记、流向兵团', en: 'Registered here, bought by the Corps' } },
    { code: 'out', words: { zh: '流出（兵团登记）', en: 'Out: all registered here' } },
  ],
}

/** The members of a split in their order, before anything is counted. Units come from the database's dated rows. */
export function membersOf(split: SplitName, units: readonly UnitMember[]): readonly Member[] {
  if (split === 'unit') return units
  const list = lists[split]
  if (!list) return fixed[split] ?? []
  const [name, level] = list
  return codeList(name).filter(({ code, parent }) =>
    level === 'leaf' ? isLeaf(name, code) : parent === undefined,
  )
}

/** The members of a list in their order, and after them those that were met although they have left it. */
export function listedAndMet(
  split: SplitName,
  units: readonly UnitMember[],
  met: Iterable<string>,
): string[] {
  const listed = membersOf(split, units).map(({ code }) => code)
  return [...new Set([...listed, ...[...met].sort()])]
}

/** The words of any member, also of one that has left its list: old records keep it. */
export function memberWords(split: SplitName, code: string, units: readonly UnitMember[]): Words {
  const known = membersOf(split, units).find((one) => one.code === code)
  if (known) return known.words
  if (code === '') return { zh: '未填写', en: 'Not stated' }
  if (split === 'province') return provinceWords(code)
  const list = lists[split]
  return list ? codeWords(list[0], code) : { zh: code, en: code }
}

/** What a filter offers: the members of the list, and the provinces, whose tables show those alone that occur. */
export const offeredMembers = (split: SplitName): readonly Member[] =>
  split === 'province'
    ? [
        ...provinces.map(({ code, words }) => ({ code: code.slice(0, 2), words })),
        { code: 'abroad', words: abroad },
      ]
    : membersOf(split, [])

const abroad: Words = { zh: '境外', en: 'Abroad' }

const provinceWords = (code: string): Words =>
  code === 'abroad'
    ? abroad
    : (provinces.find((province) => province.code === `${code}0000`)?.words ?? { zh: code, en: code })
