import type { Base, Span } from '../claim'
import { type Of, ofKey, whole } from '../subject'
import type { Cue } from './cue-words'
import { periodBefore } from './periods'
import type { State } from './state'

/** What a word that is neither a subject nor a number changes. */
export function heard(state: State, cue: Cue, word: string, { start, end }: Span): State {
  switch (cue) {
    case 'turnover':
    case 'technology':
    case 'contracts':
      return measured(state, cue, start)
    case 'mean':
      return {
        ...state,
        base: 'mean',
        trigger: null,
        triggerKept: false,
        shareNoun: false,
        noun: 'contracts',
      }
    case 'contractNoun':
      return { ...state, noun: 'contracts' }
    case 'shareNoun':
      return {
        ...toShare(state, end),
        // 占全国的 32.5%，占比下降: of the same whole.
        ...(state.awaitsWhole || (state.lastPercent === 'share' && state.groupUsed)
          ? { within: state.within }
          : {}),
        triggerKept: true,
        withinBase: word === '份数占比' ? 'contracts' : state.awaitsWhole ? state.withinBase : null,
      }
    case 'contribution':
      return { ...toShare(state, end), triggerKept: true, within: 'increase' }
    case 'of':
      return { ...toShare(state, end), awaitsWhole: true }
    case 'increaseNoun':
      if (state.awaitsWhole) return { ...state, within: 'increase' }
      return { ...state, trigger: 'increase', triggerKept: true, triggerEnd: end }
    case 'grow':
    case 'fall':
      if (state.awaitsWhole) return { ...state, within: 'increase' }
      return { ...state, trigger: cue, triggerKept: /[幅速]/.test(word), triggerEnd: end }
    case 'rate':
      // 到账 9120 万元，到账率 65.6%: the share of what was just named.
      if (
        state.group.some((of) =>
          of.some(({ split, code }) => split === 'named' && code === word.slice(0, -1)),
        )
      )
        return { ...toShare(state, end), triggerKept: true }
      return { ...state, trigger: 'rate', triggerKept: true, triggerEnd: end }
    case 'ratio':
      return { ...state, ratio: ratioOf(state, word) }
    case 'foreign':
    case 'funds':
      return { ...state, noun: cue }
    case 'single':
      return { ...state, noun: 'funds' }
    case 'wholeAgain':
      return state.awaitsWhole ? state : { ...state, group: [], groupEnd: -1, noun: 'contracts' }
    case 'target':
      return {
        ...state,
        base: 'target',
        trigger: 'completion',
        triggerKept: false,
        triggerEnd: end,
        shareNoun: false,
      }
    case 'completion':
      return { ...state, trigger: 'completion', triggerKept: true, triggerEnd: end, shareNoun: false }
    case 'yearly':
      return { ...state, yearly: true, trigger: 'grow', triggerKept: false, triggerEnd: end }
    case 'cumulated':
      return state.span ? { ...state, summed: true } : state
    case 'successive':
      return { ...state, against: periodsBefore(state.group) }
    case 'ofWhich':
      return { ...state, inside: true }
    case 'from':
    case 'to':
    case 'each':
      return { ...state, [cue]: true }
    default:
      return state
  }
}

/** The parts of the year before those that are spoken of; with none, nobody knows what before is. */
function periodsBefore(group: readonly Of[]): Of[] {
  const before = group.map((of) =>
    of.map((one) => {
      const code = one.split === 'period' ? periodBefore(one.code) : null
      return code ? { ...one, code } : one
    }),
  )
  return before.some((of, index) => ofKey(of) === ofKey(group[index] ?? [])) || before.length === 0
    ? [[{ split: 'named', code: '上期' }]]
    : before
}

function measured(state: State, base: Base, start: number): State {
  if (state.awaitsWhole) return { ...state, withinBase: base }
  // 增加成交额 1.2 亿元: the verb still governs the number.
  const governed = (state.trigger === 'grow' || state.trigger === 'fall') && start - state.triggerEnd <= 1
  const trigger = governed ? state.trigger : null
  return { ...state, base, trigger, triggerKept: false, shareNoun: false, noun: 'contracts' }
}

const toShare = (state: State, end: number): State => ({
  ...state,
  trigger: 'share',
  triggerKept: false,
  triggerEnd: end,
  shareNoun: true,
  within: whole,
  withinBase: null,
})

function ratioOf(state: State, word: string): State['ratio'] {
  if (/流入|吸纳|输入/.test(word)) return { of: [[{ split: 'direction', code: 'in' }]], to: [whole] }
  const [of, to] = state.group
  return of && to && state.group.length === 2 ? { of: [of], to: [to] } : null
}
