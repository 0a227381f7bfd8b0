import type { ReactNode } from 'react'
import { Icon } from './icon'

/** More for whoever wants it; the browser's own details, findable by searching in the page. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open}>
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-sm py-1 text-jade hover:text-jade-deep">
        <Icon
          className="size-3.5 transition-transform [details[open]>summary>&]:rotate-90"
          name="chevronRight"
        />
        {summary}
      </summary>
      <div className="mt-2 border-l-2 border-line pl-4">{children}</div>
    </details>
  )
}
