import type { ReactNode } from 'react'
import { cx } from './classes'
import { Icon } from './icon'

/**
 * quiet: not begun, over · waiting: someone must act · active: on its way · good: done · bad: refused, taken back.
 * Each tone has a mark of its own shape, so that it is told apart without colour and in print.
 */
export type Tone = 'quiet' | 'waiting' | 'active' | 'good' | 'bad'

const tones: Record<Tone, string> = {
  quiet: 'border-line bg-sunken text-soft',
  waiting: 'border-poplar/45 bg-poplar-wash text-poplar-ink',
  active: 'border-lake/35 bg-lake-wash text-lake',
  good: 'border-jade/35 bg-jade-wash text-jade',
  bad: 'border-cinnabar/35 bg-cinnabar-wash text-cinnabar',
}

const marks: Record<Tone, ReactNode> = {
  quiet: <span className="size-2 rounded-full border-[1.5px] border-current" />,
  waiting: <span className="size-2 rotate-45 bg-current" />,
  active: (
    <span className="size-2.5 overflow-hidden rounded-full border-[1.5px] border-current">
      <span className="block h-full w-1/2 bg-current" />
    </span>
  ),
  good: <Icon className="size-3" name="check" />,
  bad: <Icon className="size-3" name="cross" />,
}

/** The state of a record in one word. */
export function StatusPill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex h-6 items-center gap-1.5 rounded-sm border px-2 text-sm font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      <span aria-hidden="true" className="grid place-items-center">
        {marks[tone]}
      </span>
      {children}
    </span>
  )
}

/** A small word beside a title or a number: a kind, a count. */
export function Badge({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
