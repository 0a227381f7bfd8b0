'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'
import { type Choice, markFor } from '@/lib/domain/report/manuscript/choices'
import type { Own } from '@/lib/domain/report/manuscript/model'
import { plain } from '@/lib/domain/report/spans'
import { say } from '@/lib/domain/words'
import { spansIn } from '../said-text'
import { TypedNumbers } from './typed-numbers'

/** Writes a paragraph or note in both languages; figures are put in from the statistics and move with them. */
export function OwnForm({
  own,
  loose,
  change,
  learn,
  find,
  done,
  remove,
}: {
  own: Own
  loose: readonly string[]
  change: (own: Own) => void
  /** What a slot that was put in says. */
  learn: (choice: Choice) => void
  find: (asked: { text: string } | { digits: string }) => Promise<readonly Choice[]>
  done: () => void
  remove: () => void
}) {
  const t = useTranslations('reportEditor.own')
  const locale = useLocale()
  const boxes = { zh: useRef<HTMLTextAreaElement>(null), en: useRef<HTMLTextAreaElement>(null) }
  const [side, setSide] = useState<'zh' | 'en'>('zh')
  const offered = useRef(new Map<string, Choice>())

  const first = boxes.zh
  useEffect(() => first.current?.focus(), [first])

  const put = (choice: Choice, replaced?: string) => {
    learn(choice)
    const mark = markFor(own.slots, choice)
    const into =
      replaced !== undefined && !own[side].includes(replaced) ? (side === 'zh' ? 'en' : 'zh') : side
    const text = own[into]
    const caret = boxes[into].current?.selectionStart ?? text.length
    const [from, length] = replaced === undefined ? [caret, 0] : [text.indexOf(replaced), replaced.length]
    const written = `${text.slice(0, from)}{${mark}}${text.slice(from + length)}`
    change({ ...own, [into]: written, slots: { ...own.slots, [mark]: choice.slot } })
    boxes[into].current?.focus()
  }
  const search = async (text: string) => {
    const found = await find({ text })
    offered.current = new Map(found.map((choice, at) => [`${at}`, choice]))
    return found.map((choice, at) => ({
      value: `${at}`,
      label: `${say(choice.words, locale)}　${plain(spansIn(choice.said, locale))}`,
      detail: say(choice.of, locale),
    }))
  }
  const box = (of: 'zh' | 'en') => (
    <Field hint={of === 'zh' && t('hint')} id={`${own.id}-${of}`} label={t(of)} required={of === 'zh'}>
      {(control) => (
        <TextArea
          {...control}
          lang={of === 'zh' ? 'zh-CN' : 'en'}
          maxLength={4000}
          onChange={(event) => change({ ...own, [of]: event.target.value })}
          onFocus={() => setSide(of)}
          ref={boxes[of]}
          rows={of === 'zh' ? 3 : 2}
          value={own[of]}
        />
      )}
    </Field>
  )
  return (
    <div className="grid gap-4 border-y border-line bg-sunken px-5 py-4 -mx-5 sm:-mx-10 sm:px-10">
      {box('zh')}
      <Field id={`${own.id}-slot`} label={t('slot')} hint={t('slotHint')}>
        {(control) => (
          <Combobox
            {...control}
            onChange={(option) => {
              const choice = option && offered.current.get(option.value)
              if (choice) put(choice)
            }}
            placeholder={t('slotExample')}
            search={search}
            value={null}
          />
        )}
      </Field>
      {box('en')}
      <TypedNumbers
        bind={(digits, choice) => put(choice, digits)}
        change={change}
        find={(digits) => find({ digits })}
        loose={loose}
        own={own}
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={done}>{t('done')}</Button>
        <Button kind="quiet" onClick={remove}>
          {t(own.kind === 'note' ? 'removeNote' : 'remove')}
        </Button>
      </div>
    </div>
  )
}
