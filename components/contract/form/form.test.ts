import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { SaveState } from '@/components/autosave/sender'
import { toWire } from '@/lib/domain/contract/kinds'
import { anyContent } from '@/lib/testing/contents'
import { Autosave, type Kept, type Patch, restMs } from './autosave'
import { codeGroups, matches } from './code-choices'
import { openPoints } from './open-points'
import { pinyinInitials } from './pinyin'
import { stable } from './stable'
import { readTyped, tidyMoney, typedOf, wireOf } from './typed'

describe('what stands in the boxes', () => {
  it('reads back as the content it was made from', () => {
    fc.assert(
      fc.property(anyContent, (given) => {
        const wire = toWire(given) as Record<string, unknown>
        const { content, unreadable } = readTyped(typedOf(wire))
        expect(unreadable).toEqual([])
        const filled = Object.fromEntries(Object.entries(wire).filter(([, value]) => !isEmpty(value)))
        expect(stable(pruned(toWire(content)))).toBe(stable(pruned(filled)))
      }),
    )
  })

  it('names what it can’t read, keeps the rest', () => {
    const { content, unreadable } = readTyped({
      turnover: '12.3万',
      name: '灌溉技术',
      signDate: '2026-02-30',
    })
    expect(content).toEqual({ name: '灌溉技术' })
    expect(unreadable.map(({ path }) => path)).toEqual(['turnover', 'signDate'])
  })

  it('takes days and amounts as people write them', () => {
    expect(wireOf('signDate', '2026年3月9日')).toEqual({ value: '2026-03-09', readable: true })
    expect(wireOf('turnover', '２，７００，０００')).toEqual({ value: '2700000.00', readable: true })
    expect(wireOf('turnover', '')).toEqual({ value: null, readable: true })
    expect(tidyMoney('2700000.50')).toBe('2,700,000.50')
    expect(tidyMoney('27万')).toBe('27万')
  })
})

describe('code lists', () => {
  it('are found by code, name, older name and pinyin initials', () => {
    expect(pinyinInitials('技术开发')).toBe('jskf')
    const all = codeGroups('contractType', 'zh-CN').flatMap(({ items }) => items)
    const found = (typed: string) => all.filter((one) => matches(one, typed)).map(({ value }) => value)
    expect(found('51')).toEqual(['51'])
    expect(found('wtkf')).toEqual(['11'])
    expect(found('培训')).toEqual(['53'])
    expect(found('know-how')).toEqual(['21', '32'])
  })

  it('offer every code that may be chosen, once', () => {
    const values = codeGroups('partyKind', 'en').flatMap(({ items }) => items.map(({ value }) => value))
    expect(new Set(values).size).toBe(values.length)
    expect(values).toContain('0221')
    expect(values).not.toContain('100')
  })
})

describe('open points', () => {
  const finding = (path: string, severity: 'error' | 'warning' | 'hint', rule = 'dictionary') => ({
    rule,
    severity,
    path,
    message: { zh: path, en: path },
    source: '',
  })

  it('stand in the order of the form; explained warnings and hints are not open', () => {
    const points = openPoints(
      { name: '灌溉' },
      [
        finding('ATT01', 'error', 'Q07'),
        finding('endDate', 'error'),
        finding('name', 'error'),
        finding('turnover', 'warning', 'Q05'),
        finding('summary', 'warning', 'Q29'),
        finding('goal', 'hint', 'Q37'),
      ],
      { Q05: '合同确为小额' },
    )
    expect(points.map(({ path, missing }) => [path, missing])).toEqual([
      ['name', false],
      ['summary', false],
      ['endDate', true],
      ['ATT01', false],
    ])
  })
})

describe('autosave', () => {
  const opened = () => {
    const sent: Patch[] = []
    const kept: (Kept | null)[] = []
    const states: SaveState['kind'][] = []
    const answers: ((answer: Awaited<ReturnType<Send>>) => void)[] = []
    type Send = ConstructorParameters<typeof Autosave>[0]['send']
    const saver = new Autosave(
      {
        send: (patch) => {
          sent.push(patch)
          return new Promise((resolve) => answers.push(resolve))
        },
        read: (_, typed) => ({
          value: typed === 'unreadable' ? null : typed,
          readable: typed !== 'unreadable',
        }),
        keep: (rest) => kept.push(rest),
        onState: ({ kind }) => states.push(kind),
        onSaved: () => {},
      },
      new Date(),
    )
    const accept = async () => {
      answers.shift()?.({ ok: true, value: { revision: 2, content: {} } })
      await vi.advanceTimersByTimeAsync(0)
    }
    const refuse = async (code: 'unavailable' | 'unauthenticated' | 'not-found') => {
      answers.shift()?.({ ok: false, problem: { code } })
      await vi.advanceTimersByTimeAsync(0)
    }
    return { saver, sent, kept, states, accept, refuse }
  }
  const timed = (run: () => Promise<void>) => async () => {
    vi.useFakeTimers()
    try {
      await run()
    } finally {
      vi.useRealTimers()
    }
  }

  it(
    'never has two patches on the way; what was typed meanwhile follows',
    timed(async () => {
      const { saver, sent, accept, states } = opened()
      saver.change('name', 'a')
      await vi.advanceTimersByTimeAsync(restMs)
      saver.change('name', 'ab')
      saver.change('goal', '01')
      await vi.advanceTimersByTimeAsync(restMs * 3)
      expect(sent.map(({ patch }) => patch)).toEqual([{ name: 'a' }])
      await accept()
      await vi.advanceTimersByTimeAsync(restMs)
      expect(sent.map(({ patch }) => patch)).toEqual([{ name: 'a' }, { name: 'ab', goal: '01' }])
      await accept()
      expect(states.at(-1)).toBe('saved')
    }),
  )

  it(
    'keeps in the browser exactly what the server has not confirmed, and tries again',
    timed(async () => {
      const { saver, sent, kept, states, accept, refuse } = opened()
      saver.change('name', 'a')
      expect(kept.at(-1)).toEqual({ typed: { name: 'a' }, explanations: {} })
      await vi.advanceTimersByTimeAsync(restMs)
      await refuse('unauthenticated')
      expect(states.at(-1)).toBe('signedOut')
      expect(kept.at(-1)).toEqual({ typed: { name: 'a' }, explanations: {} })
      await vi.advanceTimersByTimeAsync(1000)
      expect(sent).toHaveLength(2)
      await accept()
      expect(kept.at(-1)).toBeNull()
    }),
  )

  it(
    'does not insist where the contract is closed to changes, and still keeps the typing',
    timed(async () => {
      const { saver, sent, kept, states, refuse } = opened()
      saver.change('name', 'a')
      await vi.advanceTimersByTimeAsync(restMs)
      await refuse('not-found')
      await vi.advanceTimersByTimeAsync(600_000)
      expect(sent).toHaveLength(1)
      expect(states.at(-1)).toBe('stuck')
      expect(kept.at(-1)).toEqual({ typed: { name: 'a' }, explanations: {} })
    }),
  )

  it(
    'keeps what can’t be read without sending it for ever',
    timed(async () => {
      const { saver, sent, kept, states, accept } = opened()
      saver.change('turnover', 'unreadable')
      await vi.advanceTimersByTimeAsync(restMs)
      await accept()
      await vi.advanceTimersByTimeAsync(600_000)
      expect(sent).toHaveLength(1)
      expect(states.at(-1)).toBe('saved')
      expect(kept.at(-1)).toEqual({ typed: { turnover: 'unreadable' }, explanations: {} })
    }),
  )

  it(
    'has everything with the server when several wait for it at once, and sends nothing twice',
    timed(async () => {
      const { saver, sent, accept } = opened()
      saver.change('name', 'a')
      await vi.advanceTimersByTimeAsync(restMs)
      saver.change('name', 'b')
      const all = Promise.all([saver.sender.flush(), saver.sender.flush(), saver.sender.flush()])
      await accept()
      await accept()
      expect(await all).toEqual([true, true, true])
      expect(sent.map(({ patch }) => patch)).toEqual([{ name: 'a' }, { name: 'b' }])
    }),
  )

  it(
    'waits while an input method composes',
    timed(async () => {
      const { saver, sent } = opened()
      saver.sender.compose(true)
      saver.change('name', 'ni hao')
      await vi.advanceTimersByTimeAsync(restMs * 5)
      expect(sent).toHaveLength(0)
      saver.change('name', '你好')
      saver.sender.compose(false)
      await vi.advanceTimersByTimeAsync(restMs)
      expect(sent.map(({ patch }) => patch)).toEqual([{ name: '你好' }])
    }),
  )

  it(
    'takes back everything while the contract is declared secret',
    timed(async () => {
      const { saver, sent, kept } = opened()
      saver.change('name', 'a')
      saver.pause(true)
      saver.change('isSecret', true)
      await vi.advanceTimersByTimeAsync(600_000)
      expect(sent).toHaveLength(0)
      expect(kept.at(-1)).toBeNull()
      saver.pause(false)
      saver.change('isSecret', false)
      await vi.advanceTimersByTimeAsync(restMs)
      expect(sent.map(({ patch }) => patch)).toEqual([{ name: 'a', isSecret: false }])
    }),
  )
})

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(pruned(value) as object).length === 0)

/** Empty texts and lists say the same as absent ones. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isEmpty(inner))
      .map(([key, inner]) => [key, pruned(inner)]),
  )
}
