'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { KeyHint } from '@/components/ui/key-hint'
import type { NavItem } from './navigation'
import { shortcutsAreOff as off } from './shortcut-choice'

/** The dialog is fetched when somebody asks for it: no page carries it along. */
const ShortcutHelp = dynamic(() => import('./shortcut-help').then((module) => module.ShortcutHelp))

/** Typing belongs to the field, and to the input method while it composes. */
const isTyping = (event: KeyboardEvent) =>
  event.isComposing ||
  (event.target instanceof HTMLElement &&
    (event.target.isContentEditable || event.target.matches('input, textarea, select, [role="combobox"]')))

/** `g` then a letter goes to a place, `/` to the search box, `?` shows this. Can be turned off (SC 2.1.4). */
export function Shortcuts({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  /** Once asked for, the help stays at hand. */
  const [asked, setAsked] = useState(false)
  const goPressedAt = useRef(0)

  const show = useCallback(() => {
    setAsked(true)
    setOpen(true)
  }, [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        isTyping(event) ||
        off()
      )
        return
      const key = event.key.toLowerCase()
      const target = items.find(({ letter }) => letter === key)
      if (target && event.timeStamp - goPressedAt.current < 1200) router.push(target.href)
      else if (key === '?' || key === '？') show()
      else if (key === '/') focusSearch(event)
      goPressedAt.current = key === 'g' ? event.timeStamp : 0
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [items, router, show])

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
      {asked && <ShortcutHelp items={items} onOpenChange={setOpen} open={open} />}
    </>
  )
}

/** The page marks its search box with `type="search"`; without one the key stays the browser's. */
function focusSearch(event: KeyboardEvent) {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
}
