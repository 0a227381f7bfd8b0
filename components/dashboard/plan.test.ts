import { expect, test } from 'vitest'
import { tables } from '@/lib/domain/statistics/catalogue'
import { plan } from './plan'

test('every table that is drawn, and every list, has its place, once', () => {
  const drawn = tables.filter((table) => table.kind === 'contracts' || table.pictures).map(({ id }) => id)
  expect(plan.flat(2).toSorted()).toEqual(drawn.toSorted())
})
