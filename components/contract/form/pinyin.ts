/**
 * The first syllable of each initial letter in pinyin order: a character that sorts at or after `阿` and before `八`
 * begins with a. The collation is the browser's own, so no table has to travel.
 */
const firsts = '阿八嚓咑妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'
const letters = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-Hans-u-co-pinyin')

const initial = (character: string): string => {
  if (!/\p{Script=Han}/u.test(character)) return character
  for (let at = firsts.length - 1; at >= 0; at--) {
    if (order.compare(character, firsts.charAt(at)) >= 0) return letters.charAt(at)
  }
  return ''
}

/** First letters of the pinyin of a text, `jskf` for 技术开发; what is not Chinese stays, in small letters. */
export const pinyinInitials = (text: string): string =>
  [...text]
    .map(initial)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
