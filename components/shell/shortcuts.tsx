'use client'

import dynamic from 'next/dynamic'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { KeyHint } from '@/components/ui/key-hint'
import { isFreeKey } from '@/components/ui/keys'
import type { Preferences } from '@/lib/domain/preferences'
import { thingAt } from '@/lib/domain/search/thing-at'
import { routes } from '@/lib/routes'
import type { NavItem } from './navigation'
import type { Doing } from './palette/command'
import { onPaletteAsked } from './palette/open'

/** Both are fetched when somebody asks for them: no page carries them along. */
const ShortcutHelp = dynamic(() => import('./shortcut-help').then((module) => module.ShortcutHelp))
const Palette = dynamic(() => import('./palette/palette').then((module) => module.Palette))

/**
 * The keys of the house: `g` then a letter goes to a place, `/` opens the search, Ctrl or ⌘ K the commands, `?` the help.
 * Single keys can be turned off (SC 2.1.4).
 */
export function Shortcuts({
  items,
  choose,
}: {
  items: readonly NavItem[]
  /** Keeps a choice of the person's. */
  choose: (chosen: Preferences) => Promise<unknown>
}) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [open, setOpen] = useState<'help' | 'search' | 'commands' | null>(null)
  const goPressedAt = useRef(0)
  useNoted()

  const go = useCallback((href: string) => followed(href, () => router.push(href)), [router])
  const show = useCallback(() => setOpen('help'), [])
  const close = useCallback(() => setOpen(null), [])
  useEffect(() => onPaletteAsked((commandsFirst) => setOpen(commandsFirst ? 'commands' : 'search')), [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isCommandKey(event)) {
        event.preventDefault()
        setOpen((now) => (now === 'commands' ? null : 'commands'))
        return
      }
      if (!isFreeKey(event) || document.querySelector('[role="dialog"]')) return
      const key = event.key.toLowerCase()
      const target = items.find(({ letter }) => letter === key)
      if (target && event.timeStamp - goPressedAt.current < 1200) go(target.href)
      else if (key === '?' || key === '？') show()
      else if (key === '/' || key === '、') {
        event.preventDefault()
        setOpen('search')
      }
      goPressedAt.current = key === 'g' ? event.timeStamp : 0
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [items, go, show])

  const perform = useCallback(
    (doing: Doing) => {
      setOpen('help' in doing ? 'help' : null)
      if ('href' in doing) go(doing.href)
      else if ('choose' in doing) void choose({ [doing.choose.name]: doing.choose.value })
      else if ('leave' in doing) post(doing.leave)
    },
    [go, choose],
  )

  return (
    <>
      <button
        className="inline-flex items-center gap-2 rounded-sm hover:text-ink"
        onClick={show}
        type="button"
      >
        {t('shortcuts')}
        <KeyHint keys={['?']} />
      </button>
      {open === 'help' && <ShortcutHelp items={items} onClose={close} />}
      {(open === 'search' || open === 'commands') && (
        <Palette commandsFirst={open === 'commands'} onClose={close} onDo={perform} />
      )}
    </>
  )
}

/** Ctrl K or ⌘ K, also while typing; not while an input method composes, and not over another dialog. */
const isCommandKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  !event.isComposing &&
  event.key.toLowerCase() === 'k' &&
  (document.querySelector('[role="dialog"]') === null ||
    document.querySelector('[role="dialog"] [role="combobox"]') !== null)

/** Tells the server what was opened, for the list of recent things; that it could not be told harms nothing. */
function useNoted(): void {
  const thing = thingAt(usePathname())
  const { kind, id } = thing ?? {}
  useEffect(() => {
    if (!kind) return
    fetch(routes.recent(), { method: 'POST', body: JSON.stringify({ kind, id }), keepalive: true }).catch(
      () => {},
    )
  }, [kind, id])
}

/** Goes on as a click on a link would, so that a page with something unsaved asks first (components/ui/leave-guard.tsx). */
function followed(href: string, push: () => void): void {
  const link = document.createElement('a')
  link.href = href
  link.addEventListener('click', (event) => {
    event.preventDefault()
    push()
  })
  document.body.append(link)
  link.click()
  link.remove()
}

/** As the button of the account's panel does. */
function post(action: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  document.body.append(form)
  form.submit()
}
