import data from './regions.json' with { type: 'json' }
import type { Words } from './words'

/**
 * Administrative divisions, GB/T 2260 (six digits), state of 2023-06-30. The Corps is no division of this tree: whether a
 * party belongs to it is a flag of the party. About 60 kB of names, so keep this module out of client bundles.
 */
export interface Region {
  code: string
  name: string
  level: 'province' | 'prefecture' | 'county'
}

const PROVINCES: Readonly<Record<string, Words>> = {
  '110000': { zh: '北京市', en: 'Beijing' },
  '120000': { zh: '天津市', en: 'Tianjin' },
  '130000': { zh: '河北省', en: 'Hebei' },
  '140000': { zh: '山西省', en: 'Shanxi' },
  '150000': { zh: '内蒙古自治区', en: 'Inner Mongolia' },
  '210000': { zh: '辽宁省', en: 'Liaoning' },
  '220000': { zh: '吉林省', en: 'Jilin' },
  '230000': { zh: '黑龙江省', en: 'Heilongjiang' },
  '310000': { zh: '上海市', en: 'Shanghai' },
  '320000': { zh: '江苏省', en: 'Jiangsu' },
  '330000': { zh: '浙江省', en: 'Zhejiang' },
  '340000': { zh: '安徽省', en: 'Anhui' },
  '350000': { zh: '福建省', en: 'Fujian' },
  '360000': { zh: '江西省', en: 'Jiangxi' },
  '370000': { zh: '山东省', en: 'Shandong' },
  '410000': { zh: '河南省', en: 'Henan' },
  '420000': { zh: '湖北省', en: 'Hubei' },
  '430000': { zh: '湖南省', en: 'Hunan' },
  '440000': { zh: '广东省', en: 'Guangdong' },
  '450000': { zh: '广西壮族自治区', en: 'Guangxi' },
  '460000': { zh: '海南省', en: 'Hainan' },
  '500000': { zh: '重庆市', en: 'Chongqing' },
  '510000': { zh: '四川省', en: 'Sichuan' },
  '520000': { zh: '贵州省', en: 'Guizhou' },
  '530000': { zh: '云南省', en: 'Yunnan' },
  '540000': { zh: '西藏自治区', en: 'Xizang' },
  '610000': { zh: '陕西省', en: 'Shaanxi' },
  '620000': { zh: '甘肃省', en: 'Gansu' },
  '630000': { zh: '青海省', en: 'Qinghai' },
  '640000': { zh: '宁夏回族自治区', en: 'Ningxia' },
  '650000': { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  '710000': { zh: '台湾省', en: 'Taiwan' },
  '810000': { zh: '香港特别行政区', en: 'Hong Kong' },
  '820000': { zh: '澳门特别行政区', en: 'Macao' },
}

/** Code-list fillers between a province and its counties (市辖区, 县, 省直辖县级行政区划), left out of full names. */
const FILLER = /^(市辖区|县|.*直辖县级行政区划)$/

const regions: ReadonlyMap<string, Region> = new Map(
  [
    ...Object.entries(PROVINCES).map(([code, { zh }]): Region => ({ code, name: zh, level: 'province' })),
    ...Object.entries(data.prefectures).flatMap(([code, [name = '', counties = '']]): Region[] => [
      { code: `${code}00`, name, level: 'prefecture' },
      ...counties
        .split(' ')
        .filter((county) => county !== '')
        .map(
          (county): Region => ({ code: code + county.slice(0, 2), name: county.slice(2), level: 'county' }),
        ),
    ]),
  ]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map((region) => [region.code, region]),
)

/** Whether the code is a province, prefecture or county of the table. */
export const isRegion = (code: string): boolean => regions.has(code)

/** Whether the code can stand for where a party sits: a county, or a place without counties (东莞市, 台湾省 …). */
export function isRegionLeaf(code: string): boolean {
  const region = regions.get(code)
  if (!region || FILLER.test(region.name)) return false
  if (region.level === 'county') return true
  if (region.level === 'prefecture') return data.prefectures[code.slice(0, 4) as PrefectureCode]?.[1] === ''
  return !Object.keys(data.prefectures).some((prefecture) => prefecture.startsWith(code.slice(0, 2)))
}

type PrefectureCode = keyof typeof data.prefectures

/** The place's own name: `石河子市`; null for an unknown code. */
export const regionName = (code: string): string | null => regions.get(code)?.name ?? null

/** The name from the province down, without fillers: `新疆维吾尔自治区石河子市`; null for an unknown code. */
export function regionFullName(code: string): string | null {
  if (!regions.has(code)) return null
  const steps = new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])
  return [...steps]
    .map((step) => regionName(step) ?? '')
    .filter((name) => !FILLER.test(name))
    .join('')
}

/** The province's code of a division code, `650000` for `659001`; null where there is no such province. */
export function provinceOf(code: string): string | null {
  const province = `${code.slice(0, 2)}0000`
  return /^\d{6}$/.test(code) && Object.hasOwn(PROVINCES, province) ? province : null
}

/** Provinces with their names in both languages, by code. */
export const provinces: readonly { code: string; words: Words }[] = Object.entries(PROVINCES).map(
  ([code, words]) => ({ code, words }),
)

export const isXinjiang = (code: string): boolean => provinceOf(code) === '650000'

/**
 * Divisions whose code starts with, or whose full name holds, each of the words typed; nearest first: names that begin
 * with it, then Xinjiang before the rest, then by code.
 */
export function searchRegions(text: string, limit = 20): Region[] {
  const words = text
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const starts = (region: Region, word: string) =>
    region.name.startsWith(word) || region.code.startsWith(word)
  const order = (region: Region): number =>
    (words.some((word) => starts(region, word)) ? 0 : 2) + (region.code.startsWith('65') ? 0 : 1)
  return [...regions.values()]
    .filter((region) => isRegionLeaf(region.code))
    .filter((region) => {
      const name = regionFullName(region.code) ?? ''
      return words.every((word) => region.code.startsWith(word) || name.includes(word))
    })
    .sort((a, b) => order(a) - order(b) || a.code.localeCompare(b.code))
    .slice(0, limit)
}
