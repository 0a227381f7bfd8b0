import type { IconName } from '@/components/ui/icon'
import { best } from '@/lib/domain/search/entry'
import { type Found, type HitKind, hitKinds } from '@/lib/domain/search/hit'
import type { Marked } from '@/lib/domain/search/marks'
import type { RecentKind } from '@/lib/domain/search/recent'
import { say, type Words } from '@/lib/domain/words'
import type { PaletteStart } from './asked'
import type { Doing, SpelledCommand } from './command'

/** One line of the palette. */
export interface Row {
  id: string
  icon: IconName
  title: Marked
  detail: Marked | null
  keys: readonly string[]
  doing: Doing
}

export interface Group {
  heading: string
  rows: Row[]
}

const hitIcons: Record<HitKind, IconName> = {
  contract: 'file',
  organisation: 'building',
  year: 'calendar',
  unit: 'building',
  table: 'chart',
  setting: 'dial',
}

const recentIcons: Record<RecentKind, IconName> = {
  contract: 'file',
  request: 'list',
  campaign: 'search',
  organisation: 'building',
}

const headings = {
  commands: { zh: '命令与页面', en: 'Commands and pages' },
  recent: { zh: '最近打开', en: 'Opened last' },
} as const satisfies Record<string, Words>

/** How many commands stand among what was found. */
const handful = 6

/**
 * The lines for what was typed: as a palette the commands first, as a search what was found. With nothing typed, what was
 * opened last and every command. `offers` says what the open page has under a name.
 */
export function groupsOf(
  { typed, found, start, locale }: { typed: string; found: Found; start: PaletteStart; locale: string },
  commandsFirst: boolean,
  offers: (name: string) => boolean,
): Group[] {
  const possible = start.commands.filter(({ doing }) => !('page' in doing) || offers(doing.page))
  const shown = (command: SpelledCommand) => say(command.words, locale)
  const answering =
    typed === '' ? possible.map((entry) => ({ entry, marks: [] })) : best(possible, typed, shown, handful)
  const commands: Group = {
    heading: say(headings.commands, locale),
    rows: answering.map(({ entry, marks }) => ({
      id: entry.id,
      icon: entry.icon,
      title: { text: shown(entry), marks },
      detail: null,
      keys: entry.keys ?? [],
      doing: entry.doing,
    })),
  }
  const others: Group[] =
    typed === ''
      ? [
          {
            heading: say(headings.recent, locale),
            rows: start.recent.map(({ kind, id, href, title, detail }) => ({
              id: `recent ${kind} ${id}`,
              icon: recentIcons[kind],
              title: { text: title, marks: [] },
              detail: { text: detail, marks: [] },
              keys: [],
              doing: { href },
            })),
          },
        ]
      : found.groups.map(({ kind, hits }) => ({
          heading: say(hitKinds[kind], locale),
          rows: hits.map(({ id, href, title, detail }) => ({
            id: `${kind} ${id}`,
            icon: hitIcons[kind],
            title,
            detail,
            keys: [],
            doing: { href },
          })),
        }))
  const all = commandsFirst ? [commands, ...others] : [...others, commands]
  return all.filter(({ rows }) => rows.length > 0)
}
