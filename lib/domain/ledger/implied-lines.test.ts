import { describe, expect, test } from 'vitest'
import { factsOf } from '../statistics/facts'
import { type Line, type PostingEvent, walkLines } from './implied-lines'

const day = '2024-05-06'
const on = (turnover: bigint) => (date: string) =>
  factsOf({ turnover, technology: turnover }, { unit: 'D08', area: 'north', date })
const event = (id: number, action: string, turnover: bigint): PostingEvent => ({
  id,
  action,
  statusAfter: 'registered',
  factsOn: on(turnover),
})
const line = (id: number, under: number, sign: 1 | -1, turnover: bigint): Line => ({
  ...on(turnover)(day),
  id,
  event: under,
  sign,
  registeredOn: day,
})
const whats = (events: PostingEvent[], lines: Line[]) =>
  walkLines(events, lines, day).faults.map(({ what }) => what)

describe('the lines under each event are what it implies', () => {
  const register = event(1, 'approve', 100n)
  const correct = event(2, 'correct', 70n)
  const revoke = event(3, 'revoke', 70n)
  const all = [line(1, 1, 1, 100n), line(2, 2, -1, 100n), line(3, 2, 1, 70n), line(4, 3, -1, 70n)] as const

  test('registration in, correction out and in, revocation out', () => {
    expect(walkLines([register], [all[0]], day)).toEqual({ inForce: all[0], faults: [] })
    expect(walkLines([register, correct], all.slice(0, 3), day)).toEqual({ inForce: all[2], faults: [] })
    expect(walkLines([register, correct, revoke], all, day)).toEqual({ inForce: null, faults: [] })
  })

  test('a correction of what counts nowhere leaves the line alone', () => {
    expect(walkLines([register, event(2, 'correct', 100n)], [all[0]], day)).toEqual({
      inForce: all[0],
      faults: [],
    })
  })

  test.each([
    ['a line missing', [register], [], ['not posted']],
    ['another amount', [register], [line(1, 1, 1, 101n)], ['turnover technology']],
    ['a line out that was never in', [register, revoke], [all[0], all[3]], ['turnover technology']],
    ['a correction half done', [register, correct], [all[0], all[2]], ['line not taken out']],
    ['a revocation not posted', [register, revoke], [all[0]], ['line not taken out']],
    ['a second line', [register], [all[0], line(9, 1, 1, 100n)], ['no event implies it']],
    ['a line under no event', [register], [all[0], line(9, 8, -1, 100n)], ['no event implies it']],
    ['another day', [register], [{ ...all[0], registeredOn: '2024-05-07' }], ['registered_on']],
  ] as const)('tells %s', (_, events, lines, expected) => {
    expect(whats([...events], [...lines])).toEqual(expected)
  })
})
