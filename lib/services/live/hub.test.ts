import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Ears } from '@/db/announce'
import type { Signal } from '@/lib/domain/live'
import type { LiveReach } from '@/lib/domain/live-reach'
import { type Hub, type Listener, makeHub, type Standing } from './hub'

const centre: LiveReach = { unit: null, work: true }
const office = (unit: string): LiveReach => ({ unit, work: true })

let ears: Ears
let hub: Hub
let asked: { begun: number; underWay: number }
beforeEach(() => {
  asked = { begun: 0, underWay: 0 }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  hub = makeHub(
    (given) => {
      ears = given
      return async () => {}
    },
    () => asked,
  )
  ears.hearing()
})
afterEach(async () => {
  await hub.close()
  vi.useRealTimers()
})

interface Page extends Listener {
  told: Signal[]
  changes(): Signal[]
  place: ReturnType<Hub['join']>
  open: boolean
  ended: boolean
}

/** An open page made at the present position, or at another one. */
function page(
  reach: LiveReach,
  { position = hub.position(reach), shown = null }: Partial<Standing> = {},
): Page {
  const made = {
    told: [] as Signal[],
    open: true,
    ended: false,
    ready: () => made.open,
    tell: (signal: Signal) => made.told.push(signal),
    end: () => {
      made.ended = true
    },
    changes: () => made.told.filter(({ name }) => name === 'change'),
  }
  return Object.assign(made, { place: hub.join({ reach, shown, position }, made) })
}

const change = (years: unknown, work: readonly string[] = []) =>
  expect.objectContaining({ name: 'change', change: { years, work } })
const figures = (...units: string[]) => [{ year: 2026, units }]

describe('gathering', () => {
  test('the notices of one commit go out together, at once; what follows close upon them waits and goes together', () => {
    const one = page(centre)
    for (const notice of ['2026 D08', 'work D08', '2026 D09']) ears.heard(notice)
    vi.advanceTimersByTime(50)
    expect(one.changes()).toEqual([change(figures('D08', 'D09'), ['D08'])])
    for (let i = 0; i < 10_000; i += 1) ears.heard(`2026 D${String((i % 14) + 1).padStart(2, '0')}`)
    vi.advanceTimersByTime(50)
    expect(one.changes()).toHaveLength(1)
    vi.advanceTimersByTime(500)
    expect(one.changes()).toHaveLength(2)
    vi.advanceTimersByTime(10_000)
    ears.heard('2025 D01')
    vi.advanceTimersByTime(50)
    expect(one.changes()[2]).toEqual(change([{ year: 2025, units: ['D01'] }]))
  })

  test('who reads slowly is told once of everything in between', () => {
    const slow = page(centre)
    slow.open = false
    for (const unit of ['D03', 'D01', 'D02', 'D01']) {
      ears.heard(`2026 ${unit}`)
      vi.advanceTimersByTime(1_000)
    }
    expect(slow.changes()).toEqual([])
    slow.open = true
    slow.place.resume()
    slow.place.resume()
    expect(slow.changes()).toEqual([change(figures('D01', 'D02', 'D03'))])
  })

  test('what is no notice of ours is passed over', () => {
    const one = page(centre)
    ears.heard('something else')
    vi.advanceTimersByTime(1_000)
    expect(one.changes()).toEqual([])
  })
})

describe('reach', () => {
  test('an office hears of its own unit alone, and can’t tell from its position that others work', () => {
    const [own, other] = [page(office('D08')), page(office('D01'))]
    const before = hub.position(office('D01'))
    ears.heard('2026 D08')
    ears.heard('work D08')
    vi.advanceTimersByTime(1_000)
    expect(own.changes()).toEqual([change(figures('D08'), ['D08'])])
    expect(other.changes()).toEqual([])
    expect(hub.position(office('D01'))).toBe(before)
    ears.heard('2026 *')
    vi.advanceTimersByTime(1_000)
    expect(other.changes()).toEqual([change([{ year: 2026, units: 'all' }])])
  })
})

test('a page is told of what it shows, and takes no turn for anything else', () => {
  const shown = { year: 2026, units: 'D08', work: false }
  const one = page(centre, { shown })
  for (const notice of ['work D08', '2026 D01', '2024 D08']) ears.heard(notice)
  vi.advanceTimersByTime(1_000)
  expect(one.changes()).toEqual([])
  ears.heard('2025 D08')
  vi.advanceTimersByTime(1_000)
  expect(one.changes()).toEqual([change([{ year: 2025, units: ['D08'] }])])
})

describe('catching up', () => {
  test('a page made before a change learns at its greeting that it is not at the present position', () => {
    const before = hub.position(centre)
    ears.heard('2026 D08')
    vi.advanceTimersByTime(50)
    const late = page(centre, { position: before })
    expect(late.told).toEqual([{ name: 'hello', position: hub.position(centre) }])
    expect(hub.position(centre)).not.toBe(before)
  })

  test('after a gap everybody is greeted at a position nobody was at', () => {
    const pages = [page(centre), page(office('D08'))]
    const before = pages.map(({ told }) => told[0])
    ears.deaf()
    expect(pages.map(({ told }) => told.at(-1))).toEqual([{ name: 'deaf' }, { name: 'deaf' }])
    const joined = page(centre)
    expect(joined.told).toEqual([{ name: 'deaf' }])
    ears.hearing()
    vi.advanceTimersByTime(1_000)
    expect(joined.told.at(-1)).toEqual({ name: 'hello', position: hub.position(centre) })
    expect(pages.map(({ told }) => told.at(-1)?.name)).toEqual(['hello', 'hello'])
    expect(pages.map(({ told }) => told.at(-1))).not.toEqual(before)
  })
})

describe('a herd', () => {
  const herdOf = (count: number) => Array.from({ length: count }, () => page(centre))
  const told = (herd: readonly Page[]) => herd.filter((one) => one.changes().length > 0).length

  test('is told in turns, the next when one before has been answered', () => {
    const herd = herdOf(300)
    ears.heard('2026 D08')
    vi.advanceTimersByTime(40)
    expect(told(herd)).toBe(6)
    asked = { begun: 6, underWay: 6 }
    vi.advanceTimersByTime(400)
    expect(told(herd)).toBe(6)
    asked = { begun: 6, underWay: 4 }
    vi.advanceTimersByTime(10)
    expect(told(herd)).toBe(8)
    asked = { begun: 8, underWay: 5 }
    vi.advanceTimersByTime(10)
    expect(told(herd)).toBe(9)
    asked = { begun: 9, underWay: 0 }
    vi.advanceTimersByTime(10_000)
    expect(herd.map((one) => one.changes())).toEqual(herd.map(() => [change(figures('D08'))]))
  })

  test('is told in the end, though others hang', () => {
    const herd = herdOf(30)
    asked = { begun: 50, underWay: 50 }
    ears.heard('2026 D08')
    vi.advanceTimersByTime(60_000)
    expect(told(herd)).toBe(30)
  })

  test('who waits for a turn hears the latest in one; who left is not told', () => {
    const herd = herdOf(120)
    const [last, gone] = [herd[119], herd[118]]
    ears.heard('2026 D08')
    vi.advanceTimersByTime(40)
    gone?.place.leave()
    ears.heard('2026 D01')
    vi.advanceTimersByTime(60_000)
    expect(last?.changes()).toEqual([change(figures('D01', 'D08'))])
    expect(gone?.changes()).toEqual([])
    expect(herd[0]?.changes()).toEqual([change(figures('D08')), change(figures('D01'))])
  })
})

test('closing ends every stream, and those that are opened after it', async () => {
  const one = page(centre)
  await hub.close()
  expect(one.ended).toBe(true)
  const late = page(centre)
  await Promise.resolve()
  expect(late.ended).toBe(true)
})
