import type { Words } from './words'

export type Area = 'south' | 'north'

export interface UnitDefinition {
  code: string
  words: Words
  /** The two digits of its registration numbers. */
  point: string
  area: Area
  /** Divisions are ranked by turnover; universities, the academy and the offices directly under the Corps are not. */
  ranked: boolean
  /** GB/T 2260 code of the division's city; null where it has none. */
  region: string | null
}

const south = new Set(['D01', 'D02', 'D03', 'D14', 'U02'])

const table: readonly (readonly [code: string, zh: string, en: string, region: string | null])[] = [
  ['D01', '一师', '1st Division', '659002'],
  ['D02', '二师', '2nd Division', '659006'],
  ['D03', '三师', '3rd Division', '659003'],
  ['D04', '四师', '4th Division', '659008'],
  ['D05', '五师', '5th Division', '659007'],
  ['D06', '六师', '6th Division', '659004'],
  ['D07', '七师', '7th Division', '659010'],
  ['D08', '八师', '8th Division', '659001'],
  ['D09', '九师', '9th Division', '659012'],
  ['D10', '十师', '10th Division', '659005'],
  ['D11', '十一师', '11th Division', null],
  ['D12', '十二师', '12th Division', null],
  ['D13', '十三师', '13th Division', '659011'],
  ['D14', '十四师', '14th Division', '659009'],
  ['I01', '新疆农垦科学院', 'Xinjiang Academy of Agricultural and Reclamation Science', null],
  ['U01', '石河子大学', 'Shihezi University', null],
  ['U02', '塔里木大学', 'Tarim University', null],
  ['Z99', '兵直及其他', 'Corps offices and others', null],
]

/** The 18 registration units as they stood in 2024, in the order of the report; later changes are dated rows of the database. */
export const units: readonly UnitDefinition[] = table.map(([code, zh, en, region], index) => ({
  code,
  words: { zh, en },
  point: String(index + 1).padStart(2, '0'),
  area: south.has(code) ? 'south' : 'north',
  ranked: code.startsWith('D'),
  region,
}))
