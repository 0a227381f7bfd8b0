'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useSyncExternalStore } from 'react'
import { cx } from './classes'
import { Icon } from './icon'

interface Toast {
  id: number
  kind: 'success' | 'danger'
  text: string
  /** A file to take along, which can also be had elsewhere. */
  file?: { href: string; label: string } | undefined
}

const listeners = new Set<() => void>()
const none: readonly Toast[] = []
let toasts: readonly Toast[] = none
let lastId = 0

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}
const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id))
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says that something is done (goes by itself) or failed (stays until it is closed). Never the only place of a fact. */
export function toast(text: string, kind: Toast['kind'] = 'success', file?: Toast['file']): void {
  lastId += 1
  change([...toasts, { id: lastId, kind, text, file }].slice(-3))
}

/** The place where toasts appear; stands once, in the shell. */
export function Toasts() {
  const t = useTranslations('common')
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  )
  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-18 z-50 grid justify-items-center gap-2 sm:bottom-6"
    >
      {shown.map((toast) => (
        <Item key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

const readingTime = 7000

function Item({ toast: { id, kind, text, file } }: { toast: Toast }) {
  const t = useTranslations('common')
  useEffect(() => {
    if (kind === 'danger') return
    const timer = setTimeout(() => dismiss(id), readingTime)
    return () => clearTimeout(timer)
  }, [id, kind])
  return (
    <div className="pointer-events-auto flex max-w-md items-start gap-3 rounded-md bg-ink py-2.5 pr-2 pl-4 text-paper shadow-raised">
      <Icon className="mt-0.5 size-4.5" name={kind === 'success' ? 'check' : 'warning'} />
      <p className={cx('py-px', kind === 'danger' && 'font-medium')}>
        {text}
        {file && (
          <a className="ml-2 font-medium underline underline-offset-3" download href={file.href}>
            {file.label}
          </a>
        )}
      </p>
      <button
        aria-label={t('close')}
        className="grid size-6 place-items-center rounded-sm hover:bg-paper/15"
        onClick={() => dismiss(id)}
        type="button"
      >
        <Icon className="size-3.5" name="cross" />
      </button>
    </div>
  )
}
