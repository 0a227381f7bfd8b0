import type { Base, Span } from '../claim'
import { whole } from '../subject'
import type { Cue } from './cue-words'
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
        triggerKept: true,
        withinBase: word === '份数占比' ? 'contracts' : null,
      }
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
