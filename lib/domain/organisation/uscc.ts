import type { Words } from '../words'

/** Unified social credit code (统一社会信用代码), GB 32100-2015: 17 characters and a check character. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 3^(i−1) mod 31, table 1 of the standard. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Registering departments and the classes each registers (position 1 and 2 of the code). */
const DEPARTMENTS: Readonly<Record<string, { words: Words; classes: Readonly<Record<string, Words>> }>> = {
  '1': {
    words: { zh: '机构编制', en: 'Institutional establishment' },
    classes: {
      '1': { zh: '机关', en: 'Government body' },
      '2': { zh: '事业单位', en: 'Public institution' },
      '3': { zh: '编办直接管理机构编制的群众团体', en: 'Mass organisation' },
    },
  },
  '2': { words: { zh: '外交', en: 'Foreign affairs' }, classes: {} },
  '3': {
    words: { zh: '司法行政', en: 'Justice administration' },
    classes: {
      '1': { zh: '律师执业机构', en: 'Law firm' },
      '2': { zh: '公证处', en: 'Notary office' },
      '3': { zh: '基层法律服务所', en: 'Local legal service office' },
      '4': { zh: '司法鉴定机构', en: 'Forensic institution' },
      '5': { zh: '仲裁委员会', en: 'Arbitration commission' },
    },
  },
  '4': { words: { zh: '文化', en: 'Culture' }, classes: {} },
  '5': {
    words: { zh: '民政', en: 'Civil affairs' },
    classes: {
      '1': { zh: '社会团体', en: 'Association' },
      '2': { zh: '民办非企业单位', en: 'Private non-enterprise unit' },
      '3': { zh: '基金会', en: 'Foundation' },
    },
  },
  '6': { words: { zh: '旅游', en: 'Tourism' }, classes: {} },
  '7': {
    words: { zh: '宗教', en: 'Religious affairs' },
    classes: {
      '1': { zh: '宗教活动场所', en: 'Place of worship' },
      '2': { zh: '宗教院校', en: 'Religious college' },
    },
  },
  '8': {
    words: { zh: '工会', en: 'Trade unions' },
    classes: { '1': { zh: '基层工会', en: 'Local trade union' } },
  },
  '9': {
    words: { zh: '市场监督管理（工商）', en: 'Market regulation' },
    classes: {
      '1': { zh: '企业', en: 'Enterprise' },
      '2': { zh: '个体工商户', en: 'Individual business' },
      '3': { zh: '农民专业合作社', en: "Farmers' cooperative" },
    },
  },
  A: { words: { zh: '中央军委机构编制', en: 'Military establishment' }, classes: {} },
  N: {
    words: { zh: '农业农村', en: 'Agriculture and rural affairs' },
    classes: {
      '1': { zh: '组级集体经济组织', en: 'Group-level collective' },
      '2': { zh: '村级集体经济组织', en: 'Village-level collective' },
      '3': { zh: '乡镇级集体经济组织', en: 'Township-level collective' },
    },
  },
  Y: { words: { zh: '其他', en: 'Other' }, classes: {} },
}

const OTHER: Words = { zh: '其他', en: 'Other' }

export type UsccProblem = 'length' | 'alphabet' | 'department' | 'region' | 'check'

/** What each problem means to the person who typed the code. */
export const usccProblemWords: Readonly<Record<UsccProblem, Words>> = {
  length: { zh: '统一社会信用代码应为18位', en: 'A unified social credit code has 18 characters' },
  alphabet: {
    zh: '代码只用数字和大写字母，且不使用 I、O、S、V、Z',
    en: 'Only digits and capital letters other than I, O, S, V, Z are used',
  },
  department: { zh: '首位登记管理部门代码不存在', en: 'The first character names no registering department' },
  region: {
    zh: '第3至8位应为登记机关行政区划代码（数字）',
    en: 'Characters 3 to 8 are the registering region, in digits',
  },
  check: {
    zh: '校验码不符，请核对是否有录入错误',
    en: 'The check character does not fit; a character was mistyped',
  },
}

/** The stored form: half width, no spaces, capitals. */
export const normaliseUscc = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

/** The check character that belongs to the first 17 characters; null where they are not of the alphabet. */
export function usccCheckCharacter(code: string): string | null {
  let sum = 0
  for (const [at, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(code.charAt(at) || '?')
    if (value < 0) return null
    sum += value * weight
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** What is wrong with a normalised code, the first thing a person would look at; null where nothing is. */
export function usccProblem(code: string): UsccProblem | null {
  if (code.length !== 18) return 'length'
  const check = usccCheckCharacter(code)
  if (check === null || !ALPHABET.includes(code.charAt(17))) return 'alphabet'
  if (!Object.hasOwn(DEPARTMENTS, code.charAt(0))) return 'department'
  if (!/^\d{6}$/.test(code.slice(2, 8))) return 'region'
  return check === code.charAt(17) ? null : 'check'
}

export interface UsccParts {
  department: Words
  /** 机构类别 within the department. */
  category: Words
  /** GB/T 2260 code of the registering authority. */
  region: string
}

/** What a valid code says of its holder; null for one with a problem. */
export function usccParts(code: string): UsccParts | null {
  if (usccProblem(code) !== null) return null
  const department = DEPARTMENTS[code.charAt(0)]
  if (!department) return null
  const classes = new Map(Object.entries(department.classes))
  return {
    department: department.words,
    category: classes.get(code.charAt(1)) ?? OTHER,
    region: code.slice(2, 8),
  }
}
