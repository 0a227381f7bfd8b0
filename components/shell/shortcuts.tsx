'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { KeyHint } from '@/components/ui/key-hint'
import type { NavItem } from './navigation'

const storageKey = 'jishi.shortcuts'
const off = () => localStorage.getItem(storageKey) === 'off'

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
  const [enabled, setEnabled] = useState(true)
  const goPressedAt = useRef(0)

  useEffect(() => setEnabled(!off()), [])
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
      else if (key === '?' || key === '？') setOpen(true)
      else if (key === '/') focusSearch(event)
      goPressedAt.current = key === 'g' ? event.timeStamp : 0
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [items, router])

  const turn = (on: boolean) => {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
    setEnabled(on)
  }

  return (
    <>
      <button
        className="inline-flex items-center gap-2 rounded-sm hover:text-ink"
        onClick={() => setOpen(true)}
        type="button"
      >
        {t('shortcuts')}
        <KeyHint keys={['?']} />
      </button>
      <Dialog onOpenChange={setOpen} open={open} title={t('shortcuts')}>
        <p className="text-soft">{t('shortcutsIntro')}</p>
        <ul className="mt-3 divide-y divide-line">
          {items.map((item) => (
            <Row key={item.id} keys={['g', item.letter]} label={item.label} />
          ))}
          <Row keys={['/']} label={t('shortcutSearch')} />
          <Row keys={['?']} label={t('shortcutHelp')} />
        </ul>
        <h3 className="mt-4 text-sm font-medium text-faint">{t('shortcutsEntry')}</h3>
        <ul className="divide-y divide-line">
          <Row keys={['Alt', 'Enter']} label={t('shortcutNext')} />
          <Row keys={['Alt', 'PgDn / PgUp']} label={t('shortcutSection')} />
          <Row keys={['Ctrl', 'Enter']} label={t('shortcutCheck')} />
        </ul>
        <div className="mt-4">
          <Checkbox
            checked={enabled}
            detail={t('shortcutsOnDetail')}
            label={t('shortcutsOn')}
            onChange={(event) => turn(event.target.checked)}
          />
        </div>
      </Dialog>
    </>
  )
}

function Row({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <li className="flex items-center justify-between py-1.5">
      {label}
      <KeyHint keys={keys} />
    </li>
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
