import type { Range } from './marks'

/**
 * How a text is spelled: for each character its readings in pinyin without tones (ü as v), a letter or digit itself, and
 * nothing for what is not spelled, as a bracket.
 */
export type Readings = readonly (readonly string[])[]

/** What was typed as a spelling: small letters without gaps; null where it can't be one. */
export function typedSpelling(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’]/g, '')
  return /^[a-z][a-z0-9]{1,39}$/.test(letters) ? letters : null
}

/**
 * Where a spelling stands in a text: each character by a reading of its own or by its first letter, the last one as far as
 * it was typed: 石河子 for `shz`, `shihezi`, `shihez` and `shihz`. Null where it stands nowhere.
 */
export function findSpelled(readings: Readings, spelled: string): Range | null {
  for (let from = 0; from < readings.length; from += 1) {
    if (readings[from]?.length === 0) continue
    const to = endOf(readings, from, spelled)
    if (to !== null) return [from, to]
  }
  return null
}

function endOf(readings: Readings, at: number, rest: string): number | null {
  if (rest === '') return at
  const here = readings[at]
  if (!here) return null
  if (here.length === 0) return endOf(readings, at + 1, rest)
  for (const reading of here) {
    if (reading.startsWith(rest)) return at + 1
    for (const part of [reading, reading.slice(0, 1)]) {
      const to = rest.startsWith(part) ? endOf(readings, at + 1, rest.slice(part.length)) : null
      if (to !== null) return to
    }
  }
  return null
}

/** Ways to cut a spelling into characters are tried up to this many. */
const mostWays = 40

/**
 * What to ask the index of spellings for, one text for each way to read what was typed, its keys parted by spaces; a name
 * that has all keys of one of them is spelled so. The keys are those of `jishi_spelling` in the database: beginnings of a
 * syllable, a syllable with the beginning of the next, and two to four first letters in a row.
 */
export function spellingsSought(spelled: string): string[] {
  const ways = cuts(spelled).map(keysOf)
  return [...new Set([initialKeys(spelled), ...ways].map((keys) => [...new Set(keys)].sort().join(' ')))]
}

/** Windows of four letters; fewer letters are one key. */
const initialKeys = (letters: string): string[] =>
  letters.length <= 4
    ? [letters]
    : Array.from({ length: letters.length - 3 }, (_, at) => letters.slice(at, at + 4))

const keysOf = (parts: readonly string[]): string[] =>
  parts.length === 1 ? [...parts] : parts.slice(1).map((part, at) => `${parts[at]}${part}`)

/** Every way to read letters as whole syllables, the last as far as it goes, or as syllables and then first letters. */
function cuts(letters: string): string[][] {
  const whole: string[][] = []
  const mixed: string[][] = []
  const cut = (rest: string, before: string[]) => {
    if (whole.length >= mostWays) return
    if (beginnings.has(rest)) whole.push([...before, rest])
    if (before.length > 0 && rest.length > 1) mixed.push([...before, ...rest])
    for (let length = Math.min(6, rest.length - 1); length > 0; length -= 1) {
      const part = rest.slice(0, length)
      if (syllables.has(part)) cut(rest.slice(length), [...before, part])
    }
  }
  cut(letters, [])
  return [...whole, ...mixed].slice(0, mostWays)
}

/** The syllables there are, without tones. */
const syllables = new Set(
  `
  a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen
  ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci
  cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du
  duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong
  gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hng hong hou hu hua huai huan
  huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei
  ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao
  lie lin ling liu lo long lou lu luan lun luo lv lve m ma mai man mang mao me mei men meng mi mian miao mie
  min ming miu mo mou mu n na nai nan nang nao ne nei nen neng ng ni nian niang niao nie nin ning niu nong nou
  nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian
  qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run
  ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai
  shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie
  ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing
  xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze
  zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui
  zhun zhuo zi zong zou zu zuan zui zun zuo`
    .trim()
    .split(/\s+/),
)

const beginnings = new Set(
  [...syllables].flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1))),
)
