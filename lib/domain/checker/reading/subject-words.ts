import { units } from '../../units'
import type { Split, Subject } from '../subject'

const subject = (split: Split, code: string): Subject => ({ split, code })
const entries: [string, Subject][] = []
const say = (split: Split, code: string, ...words: string[]) =>
  entries.push(...words.map((word): [string, Subject] => [word, subject(split, code)]))

const cities = [
  '阿拉尔',
  '铁门关',
  '图木舒克',
  '可克达拉',
  '双河',
  '五家渠',
  '胡杨河',
  '石河子',
  '白杨',
  '北屯',
  '',
  '',
  '新星',
  '昆玉',
]

for (const [index, { code, words }] of units.entries()) {
  say('unit', code, words.zh)
  const city = cities[index]
  if (!code.startsWith('D')) continue
  say('unit', code, `第${words.zh}`, `第${index + 1}师`, `${index + 1}师`)
  if (city) say('unit', code, `${words.zh}${city}市`, `第${words.zh}${city}市`)
}
say('unit', 'I01', '农垦科学院', '农科院', '兵团农科院')
say('unit', 'U01', '石大')
say('unit', 'U02', '塔大')
say('unit', 'Z99', '兵团直属单位', '兵直单位', '兵团直属', '兵直', '兵团本级', '直属单位', '直属及其他')

say('area', 'north', '北疆兵团', '北疆')
say('area', 'south', '南疆兵团', '南疆')

const types = [
  ['1', '开发'],
  ['2', '转让'],
  ['3', '许可'],
  ['4', '咨询'],
  ['5', '服务'],
] as const
for (const [code, word] of types) say('type', code, `技术${word}`, `${word}合同`, `${word}类`)

say('plan', 'fiscal', '财政计划项目', '财政计划', '计划内项目', '计划内', '各级财政计划', '各级财政计划项目')
say('plan', '9', '计划外项目', '计划外', '非计划项目')
say('plan', '1', '国家科技计划', '国家计划')
say('plan', '2', '部门计划')
say('plan', '3', '省级计划', '兵团计划', '兵团科技计划', '自治区计划')
say('plan', '4', '地市县计划', '师市计划', '师市级计划')

say('flow', '1', '流向兵团内部', '流向兵团', '输出到兵团', '兵团内部', '兵团内', '兵团辖区内')
say('flow', '2', '流向新疆地方', '流向地方', '流向自治区地方', '新疆地方', '自治区地方', '疆内地方')
say('flow', '3', '流向疆外', '疆外', '流向自治区外', '流向区外', '区外', '流向省外', '流向内地')

say('seller', 'enterprise', '企业法人', '各类企业', '企业')
say('seller', '1', '国有企业', '国企', '国有及国有控股企业')
say('seller', '2', '私营企业', '民营企业', '私企', '民企')
say('seller', '3', '科研机构', '科研院所', '科研单位')
say('seller', '4', '高等院校', '高等学校', '高校')

const fields: [string, ...string[]][] = [
  ['01', '电子信息'],
  ['02', '航空航天'],
  ['03', '先进制造'],
  ['04', '生物、医药和医疗器械', '生物医药和医疗器械', '生物医药与医疗器械', '生物医药'],
  ['05', '新材料及其应用', '新材料'],
  ['06', '新能源与高效节能', '新能源及高效节能', '新能源'],
  ['07', '环境保护与资源综合利用', '环境保护及资源综合利用', '环境保护'],
  ['08', '核应用'],
  ['09', '农业', '现代农业'],
  ['10', '现代交通'],
  ['11', '城市建设与社会发展', '城市建设和社会发展', '城市建设'],
]
for (const [code, ...words] of fields) say('field', code, ...words)

say('trade', '1', '技术进口')
say('trade', '2', '技术出口')
say('direction', 'out', '输出技术', '技术输出', '流出技术')
say('direction', 'in', '流入兵团', '流入技术', '吸纳技术', '兵团吸纳', '吸纳')

/** A subject's name, each once. */
export const subjectWords: ReadonlyMap<string, Subject> = new Map(entries)

/** Names that only a cell of a table says so shortly. */
export const cellWords: ReadonlyMap<string, Subject> = new Map([
  ...types.map(([code, word]): [string, Subject] => [word, subject('type', code)]),
  ['兵团', subject('flow', '1')],
  ['地方', subject('flow', '2')],
  ['其他', subject('seller', '5')],
])

/** What makes another thing of a subject's name: 技术服务机构 is no contract type, 农业大学 no field. */
export const otherThing =
  '机构|中心|体系|公司|平台|大学|科学|局|厅|部门|经理|经纪|办公|集团|委员|联盟|协会|学会|科技创新|输出比'

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const typeNames = '(?:开发|转让|许可|咨询|服务)'

/** 转让、许可合同: the types without 技术, where contracts are named behind them. */
export const shortTypePattern = `${typeNames}(?=(?:(?:、|和|与|及|以及)(?:技术)?${typeNames}){0,4}(?:[两三四五]类|(?:技术)?合同))`

/** Names as one pattern, the longest first. */
const patternOf = (names: Iterable<string>): string =>
  `(?:${[...names]
    .sort((a, b) => b.length - a.length)
    .map(quote)
    .join('|')})(?!${otherThing})`

export const subjectPattern = patternOf(subjectWords.keys())

const place =
  /(?<=^|[、,，:：;；。(（和及与由有是为])(?!其他)(?:(?![全各我本等外占向至到在了区市县省])[一-龥]){2,5}[市县区州旗盟](?=[、,，(（和及与以为占\d]|成交|登记|技术|合同|增|同比|居|位)/g

/** Such a name before any word that does not make another thing of its end, 市场, 园区. */
const loosePlace =
  /(?<=^|[、,，:：;；。(（和及与])(?!其他|完成)(?:(?![全各我本等外占向至到在了区市县省两三四五六七八九])[一-龥]){2,3}(?:(?<![上城地])市|县|(?<![社园校片辖地城灾山景牧郊])区|[旗盟])(?![场级域值政属委长民辖块间别划里位容内外下])/g

const counted = /([两三四五六])[个大家](?=[一-龥]{2})/g

/** Those listed before their number, 甲园、乙园、丙港三个园区. */
function listedIn(text: string): string[] {
  return [...text.matchAll(counted)].flatMap(({ index, 1: word = '' }) => {
    const before = /[一-龥A-Za-z、]{5,48}$/.exec(text.slice(Math.max(0, index - 48), index))?.[0] ?? ''
    const count = '两三四五六'.indexOf(word) + 2
    const lists = [before.split('、'), before.split(/[、和与及]/)]
    const list = lists.find(
      (names) => names.length === count && names.every((name) => /^[一-龥A-Za-z]{2,12}$/.test(name)),
    )
    return list ?? []
  })
}

/** Places and other members that running text names. */
export const placesIn = (text: string): [string, Subject][] =>
  [
    ...listedIn(text.slice(0, 20_000)),
    ...[place, loosePlace].flatMap((form) => text.slice(0, 20_000).match(form) ?? []),
  ].map((name) => [name, subject('named', name)])

/** The names that text is read by: those of the field, and those that the report's own tables bring. */
export interface Vocabulary {
  words: ReadonlyMap<string, Subject>
  pattern: string
}

export function vocabularyOf(named: Iterable<readonly [string, Subject]>): Vocabulary {
  const own = new Map(
    [...named].filter(([name]) => name.length >= 2 && !subjectWords.has(name)).slice(0, 500),
  )
  const words = new Map([...own, ...subjectWords])
  return { words, pattern: own.size > 0 ? patternOf(words.keys()) : subjectPattern }
}
