import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import { settings } from '@/lib/domain/settings'
import { person } from '../demo/people'
import { limit } from './limit'

const most = settings.verifyPerMinute.initial[0].value
const one = (who = '10.0.0.8') =>
  limit('verifyPerMinute', who).then(
    ({ left }) => left,
    ({ detail }) => detail,
  )
/** As if so many seconds had passed. */
const passed = (seconds: number) =>
  sql()`update rate_bucket set empty_at = empty_at - make_interval(secs => ${seconds})`

beforeEach(() => sql()`delete from rate_bucket`)
afterAll(() => database().close())

describe('a limit on requests', () => {
  test('grants a minute’s worth at once, whoever asks at the same time, and then tells how long to wait', async () => {
    const answers = await Promise.all(Array.from({ length: most + 5 }, () => one()))
    expect(answers.filter((answer) => typeof answer === 'number')).toHaveLength(most)
    expect(answers.filter((answer) => answer.code === 'too-many-requests')).toHaveLength(5)
    const refused = await one()
    expect(refused.retryAfter).toBeGreaterThanOrEqual(1)
    expect(refused.retryAfter).toBeLessThanOrEqual(60 / most)
    await passed(60 / most)
    expect(await one()).toBe(0)
    expect(await one()).toMatchObject({ code: 'too-many-requests' })
  })

  test('each has their own, and a full minute gives all of it back', async () => {
    await Promise.all(Array.from({ length: most }, () => one()))
    expect(await one('10.0.0.9')).toBe(most - 1)
    await passed(60)
    expect(await one()).toBe(most - 1)
  })

  test('keeps neither who asked nor what ran empty', async () => {
    await one()
    const [row] = await sql()`select key from rate_bucket`
    expect(row?.key).toMatch(/^[0-9a-f]{64}$/)
    await passed(120)
    await one('10.0.0.9')
    expect(await sql()`select from rate_bucket where empty_at < clock_timestamp()`).toHaveLength(0)
  })

  test('is out of reach of anybody signed in', async () => {
    await one()
    const seen = await inTransaction(person('admin'), (tx) => tx.execute('select key from rate_bucket'))
    expect(seen).toHaveLength(0)
  })
})
