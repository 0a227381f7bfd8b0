import { describe, expect, test } from 'vitest'
import { deliveryOf, MOST_ATTEMPTS, pauseAfter, settledAs } from './outbox'

describe('what a failure means', () => {
  test.each([
    [
      'a mailbox that does not exist',
      { message: '550 5.1.1 no such user', responseCode: 550 },
      false,
      'refused',
    ],
    ['a text that is refused', { message: '554 spam', responseCode: 554 }, true, 'refused'],
    ['a password that is wrong', { message: '535 no', responseCode: 535, code: 'EAUTH' }, false, 'again'],
    ['a greylisting server', { message: '451 4.7.1 later', responseCode: 451 }, false, 'again'],
    ['a full disk told after the text', { message: '452 full', responseCode: 452 }, true, 'again'],
    ['nobody at the address', { message: 'connect ECONNREFUSED', code: 'ESOCKET' }, false, 'again'],
    ['a line that broke in the text', { message: 'closed', code: 'ECONNECTION' }, true, 'unclear'],
    ['a timeout after the text', { message: 'Timeout', code: 'ETIMEDOUT' }, true, 'unclear'],
    ['an address that is none', { message: 'Invalid recipient', code: 'EENVELOPE' }, false, 'refused'],
  ])('%s', (_, failure, begun, outcome) => {
    expect(deliveryOf(failure, begun).outcome).toBe(outcome)
  })
  test('an answer is kept on one line and short', () => {
    const { answer } = deliveryOf({ message: `550-a\r\n550 ${'b'.repeat(900)}`, responseCode: 550 }, false)
    expect(answer).not.toMatch(/[\r\n]/)
    expect(answer.length).toBeLessThanOrEqual(300)
  })
})

test('it is tried again with growing pauses, and not for ever', () => {
  const again = { outcome: 'again', answer: '' } as const
  const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, nth) => pauseAfter(nth + 1))
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses[0]).toBe(60)
  expect(settledAs(again, MOST_ATTEMPTS - 1)).toBe('queued')
  expect(settledAs(again, MOST_ATTEMPTS)).toBe('failed')
  expect(settledAs({ outcome: 'unclear', answer: '' }, 1)).toBe('unclear')
})
