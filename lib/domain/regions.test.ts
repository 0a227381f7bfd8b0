import { describe, expect, it } from 'vitest'
import {
  isRegion,
  isRegionLeaf,
  isXinjiang,
  provinceOf,
  provinces,
  regionFullName,
  regionName,
  searchRegions,
} from './regions'

describe('divisions', () => {
  it('knows the twelve cities of the Corps', () => {
    const names = '石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河 新星 白杨'.split(' ')
    for (const [at, name] of names.entries()) {
      const code = String(659001 + at)
      expect(regionName(code)).toBe(`${name}市`)
      expect(isRegionLeaf(code)).toBe(true)
      expect(regionFullName(code)).toBe(`新疆维吾尔自治区${name}市`)
    }
  })

  it('reads names down the tree without fillers', () => {
    expect(regionFullName('110108')).toBe('北京市海淀区')
    expect(regionFullName('440305')).toBe('广东省深圳市南山区')
    expect(regionFullName('429004')).toBe('湖北省仙桃市')
    expect(regionFullName('650000')).toBe('新疆维吾尔自治区')
    expect(regionFullName('999999')).toBeNull()
  })

  it('tells where a party can sit', () => {
    for (const code of ['650102', '441900', '460400', '710000', '810000', '350527'])
      expect(isRegionLeaf(code)).toBe(true)
    for (const code of ['650000', '650100', '659000', '110100', '130171', '000000', '', '6501', '__proto__'])
      expect(isRegionLeaf(code)).toBe(false)
    expect(isRegion('650100')).toBe(true)
    expect(isRegion('650999')).toBe(false)
  })

  it('knows the province, and Xinjiang from the rest', () => {
    expect(provinceOf('659012')).toBe('650000')
    expect(provinceOf('990000')).toBeNull()
    expect(provinceOf('65')).toBeNull()
    expect(isXinjiang('652801')).toBe(true)
    expect(isXinjiang('110108')).toBe(false)
    expect(provinces).toHaveLength(34)
  })

  it('holds the country whole', () => {
    expect(searchRegions('市', 9999).length + searchRegions('区', 9999).length).toBeGreaterThan(2000)
    expect(searchRegions('6590', 99)).toHaveLength(12)
  })

  it('finds by a few characters, Xinjiang first', () => {
    expect(searchRegions('石河子')[0]?.code).toBe('659001')
    expect(searchRegions('新市')[0]?.code).toBe('650104')
    expect(searchRegions('朝阳').map((one) => one.code)).toContain('110105')
    expect(searchRegions('659012').map((one) => one.name)).toEqual(['白杨市'])
    expect(searchRegions('新疆 石河子').map((one) => one.code)).toEqual(['659001'])
    expect(searchRegions('广东 石河子')).toEqual([])
    expect(searchRegions('  ')).toEqual([])
    expect(searchRegions('区', 5)).toHaveLength(5)
  })
})
