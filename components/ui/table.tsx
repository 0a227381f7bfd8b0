import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './classes'
import { Icon } from './icon'

interface TableProps {
  /** Says what the table holds; heard always, seen with `showCaption`. */
  caption: ReactNode
  showCaption?: boolean
  /**
   * Many columns that must stay in line (statistics): scrolls sideways in its own frame, shadows showing where to.
   * Otherwise rows become cards on a phone (give each Td its `label`) and the head stays in view while scrolling.
   */
  wide?: boolean
  children: ReactNode
  className?: string
}

/** The column that names the rows stays while the figures pass under it. */
const wideClass =
  '[&_tr>:first-child]:sticky [&_tr>:first-child]:left-0 [&_tr>:first-child]:z-10 [&_tr>:first-child]:bg-sheet'

/** A dense table: `<Table caption=…><Thead>…</Thead><tbody>…</tbody></Table>`. */
export function Table({ caption, showCaption = false, wide = false, children, className }: TableProps) {
  const t = useTranslations('common')
  const table = (
    <table
      className={cx(
        'w-full border-separate border-spacing-0 text-base',
        wide ? wideClass : 'table-cards [&_thead_th]:sticky [&_thead_th]:top-bar [&_thead_th]:z-10',
        className,
      )}
    >
      <caption className={showCaption ? 'px-4 py-3 text-left font-semibold' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  )
  if (!wide) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1).
    <section aria-label={t('tableScroll')} className="scroll-hint relative overflow-x-auto" tabIndex={0}>
      {table}
    </section>
  )
}

/** aria-sort and the link that turns it round; the address holds the order, so it can be sent to someone. */
export interface Sort {
  href: string
  direction?: 'ascending' | 'descending'
}

export function Th({
  numeric = false,
  sort,
  className,
  children,
  ...rest
}: ComponentProps<'th'> & { numeric?: boolean; sort?: Sort }) {
  return (
    <th
      aria-sort={sort?.direction}
      className={cx(
        'border-b border-edge/60 bg-sheet px-3 py-2 align-bottom text-sm font-medium break-keep text-soft first:rounded-tl-lg first:pl-5 last:rounded-tr-lg last:pr-5',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      scope="col"
      {...rest}
    >
      {sort ? (
        <Link
          className={cx('inline-flex items-center gap-1 hover:text-jade', sort.direction && 'text-ink')}
          href={sort.href}
          scroll={false}
        >
          {children}
          {sort.direction && (
            <Icon className="size-3" name={sort.direction === 'ascending' ? 'arrowUp' : 'arrowDown'} />
          )}
        </Link>
      ) : (
        children
      )}
    </th>
  )
}

/** A row that answers to the pointer; the link inside a cell is what leads on. `chosen` marks the one looked at. */
export function Tr({ chosen = false, className, ...rest }: ComponentProps<'tr'> & { chosen?: boolean }) {
  return <tr {...rest} className={cx('group', chosen ? 'bg-jade-wash' : 'hover:bg-hover', className)} />
}

const cell = 'border-b border-line px-3 py-2 align-top first:pl-5 last:pr-5'

/** `label` repeats the column's name where the row is a card; numbers stand right, in figures of one width. */
export function Td({
  numeric = false,
  label,
  className,
  ...rest
}: ComponentProps<'td'> & { numeric?: boolean; label?: string }) {
  return (
    <td
      {...rest}
      className={cx(cell, numeric && 'whitespace-nowrap text-right', className)}
      data-label={label || undefined}
    />
  )
}

/** The cell that names its row; stays in view in a wide table. */
export function RowHead({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th scope="row" {...rest} className={cx(cell, 'text-left font-medium group-hover:bg-hover', className)} />
  )
}

/** Stands where rows would: says why there are none and what to do about it. */
export function EmptyRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr>
      <td className="px-5 py-12 text-center text-soft" colSpan={columns}>
        {children}
      </td>
    </tr>
  )
}

/** Sums at the foot, under the single and over the double rule of an account book. */
export function TotalRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={cx('font-semibold [&>*]:rule-total', className)} />
}
