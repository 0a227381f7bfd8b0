import { describe, expect, test } from 'vitest'
import { completeContent } from '@/lib/testing/content'
import type { Content } from '../contract/content'
import { compare, type Ours, type Theirs } from './compare'
import { daysOf, periodSchema } from './period'

let made = 0
const ours = (content: Content, changes: Partial<Ours> = {}): Ours => {
  made += 1
  return {
    id: `contract-${made}`,
    unit: 'D08',
    number: `2024660008${String(made).padStart(6, '0')}`,
    registeredOn: '2024-12-09',
    status: 'registered',
    content,
    within: true,
    ...changes,
  }
}
const theirs = (row: number, said: Content, record: Theirs['record'] = {}): Theirs => ({
  row,
  said,
  record,
  issues: [],
})
const told = (found: ReturnType<typeof compare>['found']) =>
  found.map(({ outcome, row, contract }) => [outcome, row, contract])

describe('a file against the register', () => {
  test('by number first: a name written otherwise is a difference, not another contract', () => {
    const one = ours(completeContent({ name: '棉田滴灌技术研发' }))
    const { found } = compare(
      [one],
      [theirs(2, { ...one.content, name: '棉田滴灌技术研究' }, { number: one.number ?? '' })],
    )
    expect(told(found)).toEqual([['differs', 2, one.id]])
    expect(found[0]?.differences).toMatchObject([
      { path: 'name', before: { zh: '棉田滴灌技术研发' }, after: { zh: '棉田滴灌技术研究' } },
    ])
  })

  test('without a number by parties, name and day; width and spaces play no part', () => {
    const one = ours(completeContent())
    const said = { ...one.content, name: one.content.name?.replace('号', ' 号 ') ?? '' }
    const { name: _, ...rest } = said
    const result = compare([one], [theirs(2, { ...rest, name: said.name })])
    expect(result.found[0]).toMatchObject({ outcome: 'differs', contract: one.id })
    expect(result.found[0]?.differences.map(({ path }) => path)).toEqual(['name'])
    expect(told(compare([one], [theirs(2, one.content)]).found)).toEqual([['same', 2, one.id]])
  })

  test('the file is compared only in what it says', () => {
    const one = ours(completeContent())
    const number = one.number ?? ''
    expect(told(compare([one], [theirs(2, { turnover: one.content.turnover }, { number })]).found)).toEqual([
      ['same', 2, one.id],
    ])
    const [found] = compare(
      [one],
      [theirs(2, { turnover: 1n }, { number, registeredOn: '2024-12-10' })],
    ).found
    expect(found?.differences.map(({ path }) => path)).toEqual(['record.registeredOn', 'turnover'])
  })

  test('what one side alone has stands by itself; one registered in another period is met by its number', () => {
    const [here, elsewhere, revoked] = [
      ours(completeContent()),
      ours(completeContent(), { within: false, registeredOn: '2024-11-30' }),
      ours(completeContent(), { status: 'revoked' }),
    ]
    const there = completeContent()
    const { found } = compare(
      [here, elsewhere, revoked],
      [
        theirs(2, there, { number: '2024660008999999' }),
        theirs(3, elsewhere.content, { number: elsewhere.number ?? '', registeredOn: '2024-12-01' }),
        theirs(4, revoked.content, { number: revoked.number ?? '' }),
      ],
    )
    expect(told(found)).toEqual([
      ['there', 2, null],
      ['differs', 3, elsewhere.id],
      ['differs', 4, revoked.id],
      ['here', null, here.id],
    ])
    expect(found[2]?.differences.map(({ path }) => path)).toEqual(['record.status'])
  })

  test('a row that can’t be read, is there twice or names nothing is told, and hides no contract of ours', () => {
    const one = ours(completeContent())
    const number = one.number ?? ''
    const broken = {
      ...theirs(2, {}, { number }),
      issues: [{ column: 1, path: 'turnover', message: { zh: '不是金额', en: 'no amount' } }],
    }
    expect(told(compare([one], [broken]).found)).toEqual([['unread', 2, one.id]])
    expect(
      told(compare([one], [theirs(2, one.content, { number }), theirs(3, {}, { number })]).found),
    ).toEqual([
      ['same', 2, one.id],
      ['unread', 3, null],
    ])
    expect(told(compare([], [theirs(2, { name: '只有名称' })]).found)).toEqual([['unread', 2, null]])
  })

  test('both sides are added up exactly, what the file has no column for is not zero', () => {
    const [a, b] = [ours(completeContent({ turnover: 1n })), ours(completeContent({ turnover: 10n ** 15n }))]
    const result = compare([a, b], [theirs(2, { turnover: 7n }, { number: a.number ?? '' })])
    expect(result.ours).toMatchObject({ contracts: 2, turnover: 10n ** 15n + 1n })
    expect(result.theirs).toEqual({ contracts: 1, turnover: 7n, technology: null })
  })
})

test('a period is a month or a year', () => {
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(daysOf('2024')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  expect(
    ['2024-13', '24-01', '2024-1', "2024' or 1=1", ''].filter((one) => periodSchema.safeParse(one).success),
  ).toEqual([])
})
