import type { IconName } from '@/components/ui/icon'

/** A place in the navigation; the layout hands over only those that the role may enter. */
export interface NavItem {
  id: string
  label: string
  href: string
  icon: IconName
  /** Letter that leads here after `g`; unique among the items of one person. */
  letter: string
  /** Things waiting there for this person. */
  count?: number
}

/** The item whose address is the longest beginning of where we are; query and fragment of the item do not count. */
export function currentItem(items: readonly NavItem[], pathname: string): string | undefined {
  const within = (href: string) => pathname === href || pathname.startsWith(`${href}/`)
  return items
    .map((item) => ({ id: item.id, path: item.href.split(/[?#]/)[0] ?? '' }))
    .filter(({ path }) => within(path))
    .sort((a, b) => b.path.length - a.path.length)[0]?.id
}
