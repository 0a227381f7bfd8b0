import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyContent } from '@/lib/testing/contents'
import { applyPatch, type Content } from './content'
import { differences } from './diff'
import { fieldNames } from './fields'

const paths = (before: Content, after: Content) => differences(before, after).map(({ path }) => path)

describe('differences', () => {
  it('finds none between a content and itself', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(differences(content, content)).toEqual([])
      }),
    )
  })

  it('applied as a patch of the fields named, leads from one content to the other', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const named = new Set(differences(before, after).map(({ field }) => field))
        const patch = Object.fromEntries([...named].map((name) => [name, after[name] ?? null]))
        expect(differences(applyPatch(before, patch), after)).toEqual([])
        for (const name of fieldNames) {
          if (!named.has(name))
            expect(differences({ [name]: before[name] }, { [name]: after[name] })).toEqual([])
        }
      }),
    )
  })

  it('reads the same backwards', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const forth = differences(before, after).map((one) => [one.field, one.before, one.after])
        const back = differences(after, before).map((one) => [one.field, one.after, one.before])
        expect(back.length).toBe(forth.length)
        expect(new Set(back.map(([name]) => name))).toEqual(new Set(forth.map(([name]) => name)))
      }),
    )
  })

  it('names the size band, type, plan, flow and seller group a contract moves between', () => {
    const before: Content = {
      subtype: '11',
      turnover: 99_999_999n,
      planSource: '9',
      registrantRole: '1',
      techField: '09',
      seller: { name: '甲', kind: '110', ownership: '1' },
      buyer: { name: '乙', kind: '120', country: '142', isCorps: true, region: '659001' },
    }
    const after: Content = {
      ...before,
      subtype: '51',
      turnover: 100_000_000n,
      planSource: '31',
      techField: '01',
      seller: { ...before.seller, ownership: '2' },
      buyer: { ...before.buyer, isCorps: false, region: '110108' },
    }
    const moves = differences(before, after).flatMap((one) =>
      one.moves.map((move) => ({ at: one.path, ...move })),
    )
    expect(moves).toEqual(
      expect.arrayContaining([
        { at: 'subtype', dimension: 'type', from: '1', to: '5' },
        { at: 'turnover', dimension: 'band', from: '06', to: '07' },
        { at: 'planSource', dimension: 'plan', from: '9', to: '3' },
        { at: 'buyer.isCorps', dimension: 'flow', from: '1', to: '3' },
        { at: 'buyer.region', dimension: 'province', from: '65', to: '11' },
        { at: 'techField', dimension: 'field', from: '09', to: '01' },
        { at: 'seller.ownership', dimension: 'seller', from: '1', to: '2' },
      ]),
    )
    expect(moves).toHaveLength(7)
  })

  it('stays silent on groups while an amount only moves within its band', () => {
    const [only, ...others] = differences({ turnover: 10_000_000n }, { turnover: 10_000_100n })
    expect(others).toEqual([])
    expect(only).toMatchObject({ path: 'turnover', moves: [] })
    expect(only?.before?.zh).toContain('100,000.00')
  })

  it('compares a list line with the line it was, though another was taken out before it', () => {
    const lines = [
      { what: '服务器', amount: 100n },
      { what: '传感器', amount: 200n },
      { what: '钢材', amount: 300n },
    ]
    const after = [lines[1], { what: '钢材', amount: 400n }].flatMap((line) => line ?? [])
    expect(paths({ nonTechnical: lines }, { nonTechnical: after })).toEqual([
      'nonTechnical.0',
      'nonTechnical.1.amount',
    ])
  })

  it('takes a refreshed reference to the registry for no difference', () => {
    const organisation = '0190b8a4-0000-7000-8000-000000000000'
    expect(paths({ seller: { name: '甲' } }, { seller: { name: '甲', organisation } })).toEqual([])
  })
})
