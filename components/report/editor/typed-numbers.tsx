'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { Choice } from '@/lib/domain/report/manuscript/choices'
import type { Own } from '@/lib/domain/report/manuscript/model'
import { plainDigits } from '@/lib/domain/report/manuscript/own-text'
import { typedDigits } from '@/lib/domain/report/typed-digits'
import { say } from '@/lib/domain/words'

/** Each number that was typed and that nothing bears out: its source is asked for, or a figure that says the same. */
export function TypedNumbers({
  own,
  loose,
  change,
  find,
  bind,
}: {
  own: Own
  loose: readonly string[]
  change: (own: Own) => void
  /** Figures of the year that say so. */
  find: (digits: string) => Promise<readonly Choice[]>
  bind: (digits: string, choice: Choice) => void
}) {
  const t = useTranslations('reportEditor.typed')
  const give = (digits: string, source: string) =>
    change({ ...own, sources: [...own.sources.filter((one) => one.digits !== digits), { digits, source }] })
  const take = (digits: string) =>
    change({ ...own, sources: own.sources.filter((one) => one.digits !== digits) })
  const typed = loose.filter((digits) => typedDigits(digits).length > 0)
  const holes = loose.filter((digits) => !typed.includes(digits))
  if (loose.length + own.sources.length === 0) return null
  return (
    <div className="grid gap-3">
      {holes.length > 0 && <p className="text-sm text-poplar-ink">{t('hole')}</p>}
      {typed.map((digits) => (
        <Loose bind={(choice) => bind(digits, choice)} digits={digits} find={find} give={give} key={digits} />
      ))}
      {own.sources.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {own.sources.map(({ digits, source }) => (
            <li className="flex flex-wrap items-baseline gap-x-2" key={plainDigits(digits)}>
              <span className="font-medium">{digits}</span>
              <span className="text-soft">{t('from', { source })}</span>
              <Button kind="quiet" onClick={() => take(digits)} size="small">
                {t('take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Loose({
  digits,
  give,
  find,
  bind,
}: {
  digits: string
  give: (digits: string, source: string) => void
  find: (digits: string) => Promise<readonly Choice[]>
  bind: (choice: Choice) => void
}) {
  const t = useTranslations('reportEditor.typed')
  const locale = useLocale()
  const id = useId()
  const [source, setSource] = useState('')
  const [found, setFound] = useState<readonly Choice[] | null>(null)
  const [finding, setFinding] = useState(false)
  const look = async () => {
    setFinding(true)
    setFound(await find(digits))
    setFinding(false)
  }
  return (
    <div className="grid gap-1.5 border-l-4 border-poplar pl-3">
      <label className="text-sm font-medium" htmlFor={id}>
        {t('ask', { digits })}
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput
          className="max-w-80"
          id={id}
          maxLength={300}
          onChange={(event) => setSource(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
            event.preventDefault()
            if (source.trim()) give(digits, source.trim())
          }}
          placeholder={t('example')}
          value={source}
        />
        <Button onClick={() => source.trim() && give(digits, source.trim())}>{t('give')}</Button>
        <Button kind="quiet" onClick={look} pending={finding}>
          {t('look')}
        </Button>
      </div>
      {found?.length === 0 && (
        <p className="text-sm text-soft" role="status">
          {t('none')}
        </p>
      )}
      {found && found.length > 0 && (
        <ul className="grid gap-0.5 text-sm">
          {found.map((choice) => (
            <li key={`${choice.mark} ${choice.of.zh}`}>
              <Button kind="quiet" onClick={() => bind(choice)} size="small">
                {t('bind', { what: say(choice.words, locale), table: say(choice.of, locale) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
