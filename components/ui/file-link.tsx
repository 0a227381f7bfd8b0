import type { ReactNode } from 'react'
import { buttonClass } from './button'
import { Icon } from './icon'

/** Leads to a file, not to a page: the router would wait for a page that never comes, and every act with it. */
export function FileLink({
  href,
  small = false,
  command,
  label,
  children,
}: {
  href: string
  small?: boolean
  /** Name under which the palette presses it. */
  command?: string | undefined
  /** Read instead of the words shown. */
  label?: string | undefined
  children: ReactNode
}) {
  return (
    <a
      aria-label={label}
      className={buttonClass('secondary', small ? 'small' : 'regular')}
      data-command={command}
      download
      href={href}
    >
      <Icon name="download" />
      {children}
    </a>
  )
}
