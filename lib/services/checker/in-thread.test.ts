import { expect, it } from 'vitest'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { reportText } from '@/lib/domain/checker/testing/planted'
import { inThread } from './in-thread'

const nothingKnown = async () => ({ ledgers: new Map(), unit: null })
const check = (source: string | Uint8Array) => inThread({ source, form: { kind: 'report' } }, nothingKnown)

it('checks a long report while the server goes on', async () => {
  const text = reportText('annual-2024').repeat(20)
  let ticks = 0
  const watch = setInterval(() => (ticks += 1), 10)
  const report = (await check(text)) as CheckedReport
  clearInterval(watch)
  expect(report.year).toBe(2024)
  expect(ticks).toBeGreaterThan(10)
}, 60_000)

it('answers what can’t be read, and what asking the register fails with', async () => {
  const refused = check(new Uint8Array([1, 2, 3]))
  const failed = inThread({ source: '2024年登记7项。', form: { kind: 'report' } }, () =>
    Promise.reject(new Error('no register')),
  )
  const detail = { code: 'unreadable-report', reason: 'not-document' }
  await Promise.all([
    expect(refused).rejects.toMatchObject({ detail }),
    expect(failed).rejects.toThrow('no register'),
  ])
}, 60_000)
