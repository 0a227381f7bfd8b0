import { describe, expect, it } from 'vitest'
import { isRegionLeaf } from './regions'
import { units } from './units'

describe('reporting units', () => {
  it('are eighteen, in the order of the report, each with its own registration point', () => {
    expect(units.map((unit) => unit.words.zh).join(' ')).toBe(
      '一师 二师 三师 四师 五师 六师 七师 八师 九师 十师 十一师 十二师 十三师 十四师 新疆农垦科学院 石河子大学 塔里木大学 兵直及其他',
    )
    expect(units.map((unit) => unit.point)).toEqual(units.map((_, at) => String(at + 1).padStart(2, '0')))
  })

  it('divide into south and north as decided, and rank the divisions alone', () => {
    const south = units.filter((unit) => unit.area === 'south').map((unit) => unit.words.zh)
    expect(south).toEqual(['一师', '二师', '三师', '十四师', '塔里木大学'])
    expect(units.filter((unit) => unit.ranked)).toHaveLength(14)
  })

  it('sit in cities that exist', () => {
    for (const { code, region } of units) if (region) expect(isRegionLeaf(region), code).toBe(true)
  })
})
