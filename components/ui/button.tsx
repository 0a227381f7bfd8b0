import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './classes'
import { Icon, type IconName } from './icon'
import { Spinner } from './spinner'

/** primary: the one thing to do here · secondary: the rest · quiet: in rows and toolbars · danger: cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
type Size = 'regular' | 'small'

const base =
  'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-75 aria-disabled:cursor-not-allowed disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55'
const sizes: Record<Size, string> = {
  regular: 'min-h-9 px-3.5 py-1 text-base',
  small: 'min-h-7 px-2.5 py-0.5 text-sm',
}
const kinds: Record<ButtonKind, string> = {
  primary: 'border-transparent bg-jade text-on-jade hover:bg-jade-deep',
  secondary: 'border-edge bg-sheet text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-jade hover:bg-jade-wash',
  danger: 'border-transparent bg-cinnabar text-on-cinnabar hover:bg-cinnabar-deep',
}

export const buttonClass = (kind: ButtonKind = 'secondary', size: Size = 'regular', className?: string) =>
  cx(base, sizes[size], kinds[kind], className)

interface Look {
  kind?: ButtonKind
  size?: Size
  icon?: IconName
  children: ReactNode
}

/**
 * `pending` keeps the button focusable and says so to assistive technology, but it no longer acts:
 * a second click must not send a second time.
 */
export function Button({
  kind,
  size,
  icon,
  pending = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: Look & { pending?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={buttonClass(kind, size, className)}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      type={type}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A place to go that looks like a button; never used for what changes something. */
export function LinkButton({
  kind,
  size,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClass(kind, size, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

/**
 * A link in running text. In a table, where every row has one, `plain` leaves the underline to the pointer,
 * so that the column can be read.
 */
export function TextLink({
  plain = false,
  className,
  ...rest
}: ComponentProps<typeof Link> & { plain?: boolean }) {
  return (
    <Link
      {...rest}
      className={cx(
        'rounded-sm underline-offset-3 hover:text-jade-deep hover:underline hover:decoration-2',
        plain ? 'text-ink' : 'text-jade underline decoration-jade/40 hover:decoration-current',
        className,
      )}
    />
  )
}
