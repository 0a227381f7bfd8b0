'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { Spinner } from '@/components/ui/spinner'
import type { Doing } from './command'
import { PaletteList } from './palette-list'
import { groupsOf } from './rows'
import { useFound, useStart } from './use-found'

/** What the open page offers under a name: a link or button marked so, in sight. */
const offered = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('main [data-command]')].find(
    (element) => element.dataset.command === name && element.checkVisibility(),
  )

/**
 * One box for everything there is: things by name, number and spelling, and what can be done. The focus stays in the box,
 * the arrows walk the list, Enter takes, Escape closes; keys belong to the input method while it composes.
 */
export function Palette({
  commandsFirst,
  onClose,
  onDo,
}: {
  /** Opened as the palette of commands, not as the search. */
  commandsFirst: boolean
  onClose: () => void
  onDo: (doing: Doing) => void
}) {
  const t = useTranslations('palette')
  const locale = useLocale()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  /** What is looked for: what was typed, without what an input method has not settled yet. */
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  /** The text that Enter was pressed for before its answer came: it then leads to what was found first. */
  const [hurried, setHurried] = useState<string | null>(null)
  const { start, failed } = useStart()
  const { found, state } = useFound(typed)

  const groups = useMemo(
    () =>
      start
        ? groupsOf({ typed, found, start, locale }, commandsFirst, (name) => offered(name) !== undefined)
        : [],
    [start, typed, found, locale, commandsFirst],
  )
  const rows = groups.flatMap((group) => group.rows)
  const current = rows[Math.min(at, rows.length - 1)]
  const optionId = (id: string) => `${listId}-${id.replaceAll(' ', '-')}`

  const take = (doing: Doing) => {
    if ('page' in doing) {
      const element = offered(doing.page)
      onClose()
      element?.click()
    } else onDo(doing)
  }
  useEffect(() => {
    if (hurried === null || hurried !== typed || state === 'asking') return
    setHurried(null)
    const href = found.exact ?? found.groups[0]?.hits[0]?.href
    if (href) onDo({ href })
  }, [hurried, typed, state, found, onDo])

  const look = (next: string) => {
    setTyped(next.trim())
    setAt(0)
    setHurried(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Safari ends the composition before its last Enter and marks that one by the old code only.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined && rows.length > 0) {
      event.preventDefault()
      const from = Math.min(at, rows.length - 1)
      const next =
        Math.abs(step) === 1
          ? (from + step + rows.length) % rows.length
          : Math.max(0, Math.min(rows.length - 1, from + step))
      setAt(next)
      document.getElementById(optionId(rows[next]?.id ?? ''))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // Commands are at hand without asking; what was found for an earlier text is not what Enter means.
      const isOfTyped = state !== 'asking' || (current && start?.commands.some(({ id }) => id === current.id))
      if (!isOfTyped) setHurried(typed)
      else if (current) take(current.doing)
    }
  }

  const nothing = start !== null && state === 'answered' && rows.length === 0
  return (
    <Base.Root onOpenChange={(open) => !open && onClose()} open>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          className="fixed inset-x-0 top-0 z-40 flex max-h-dvh flex-col overflow-hidden border border-line bg-raised text-ink shadow-raised outline-none max-sm:min-h-dvh sm:inset-x-auto sm:top-[10vh] sm:left-1/2 sm:max-h-[76vh] sm:w-[min(42rem,94vw)] sm:-translate-x-1/2 sm:rounded-lg"
          initialFocus={input}
        >
          <Base.Title className="sr-only">{t(commandsFirst ? 'titleCommands' : 'title')}</Base.Title>
          <div className="flex items-center gap-2 border-b border-line pr-2 pl-4 has-[input:focus-visible]:border-focus">
            <Icon className="size-4.5 text-faint" name="search" />
            <input
              aria-activedescendant={current ? optionId(current.id) : undefined}
              aria-autocomplete="list"
              aria-controls={listId}
              aria-expanded={rows.length > 0}
              aria-label={t(commandsFirst ? 'titleCommands' : 'title')}
              autoComplete="off"
              className="h-13 min-w-0 flex-1 bg-transparent text-md outline-none"
              enterKeyHint="go"
              maxLength={100}
              onChange={(event) => {
                setText(event.target.value)
                if (!(event.nativeEvent as InputEvent).isComposing) look(event.target.value)
              }}
              onCompositionEnd={(event) => look(event.currentTarget.value)}
              onKeyDown={onKeyDown}
              placeholder={t(commandsFirst ? 'placeholderCommands' : 'placeholder')}
              ref={input}
              role="combobox"
              spellCheck={false}
              value={text}
            />
            {state === 'asking' && <Spinner className="size-4 text-faint" />}
            <Base.Close
              aria-label={t('close')}
              className="grid h-9 min-w-9 place-items-center rounded-md text-soft hover:bg-hover"
            >
              <span className="hidden sm:block">
                <KeyHint keys={['Esc']} />
              </span>
              <Icon className="size-4 sm:hidden" name="cross" />
            </Base.Close>
          </div>
          <p className="px-4 py-6 text-center text-soft empty:hidden" role="status">
            {failed || state === 'failed' ? t('failed') : nothing ? t('nothing', { text: typed }) : null}
          </p>
          <PaletteList
            current={current}
            groups={groups}
            label={t('found')}
            listId={listId}
            onPoint={(row) => setAt(rows.indexOf(row))}
            onTake={(row) => take(row.doing)}
            optionId={optionId}
          />
          <p className="hidden justify-end gap-4 border-t border-line px-4 py-2 text-sm text-faint sm:flex">
            <span className="flex items-center gap-1.5">
              <KeyHint keys={['↑', '↓']} />
              {t('walk')}
            </span>
            <span className="flex items-center gap-1.5">
              <KeyHint keys={['Enter']} />
              {t('open')}
            </span>
          </p>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
