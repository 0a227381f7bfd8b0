import type { IconName } from '@/components/ui/icon'
import type { PreferenceName, Preferences } from '@/lib/domain/preferences'
import type { Entry } from '@/lib/domain/search/entry'
import type { Words } from '@/lib/domain/words'

export type Choice = {
  [N in PreferenceName]: { name: N; value: NonNullable<Preferences[N]> }
}[PreferenceName]

/**
 * What a command does: leads somewhere, presses what the open page offers under that name (`data-command`), makes a choice,
 * shows the help of keys, or leaves the house.
 */
export type Doing =
  | { href: string }
  | { page: string }
  | { choose: Choice }
  | { help: true }
  | { leave: string }

export interface Command {
  id: string
  words: Words
  icon: IconName
  doing: Doing
  /** Other words it is found by. */
  also?: readonly string[]
  /** The keys that do the same. */
  keys?: readonly string[]
}

/** A command as the palette looks through it. */
export type SpelledCommand = Command & Entry
