'use client'

import { Toolbar } from '@base-ui/react/toolbar'
import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon, type IconName } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import type { Sentence } from '@/lib/domain/report/model'
import { plain } from '@/lib/domain/report/spans'
import { spansIn } from '../said-text'

/** What may be done with a block; null where it may not be now. */
export interface BlockActs {
  up: (() => void) | null
  down: (() => void) | null
  hide: (() => void) | null
  add: () => void
  note: () => void
  comment: () => void
  write?: (() => void) | undefined
}

const button =
  'inline-flex min-h-7 items-center gap-1 rounded-sm px-1.5 text-sm whitespace-nowrap text-soft hover:bg-hover hover:text-ink aria-disabled:text-faint aria-disabled:hover:bg-transparent'

/** The quiet row of acts at a block: seen when it is pointed at or focused, on a touch screen always. */
export function BlockToolbar({
  name,
  acts,
  hidden,
  editable,
  sentences,
  isHidden,
  toggle,
}: {
  /** What the block is called, for those who hear the page. */
  name: string
  acts: BlockActs
  hidden: boolean
  editable: boolean
  sentences: readonly Sentence[]
  isHidden: (sentence: string) => boolean
  toggle: (sentence: string) => void
}) {
  const t = useTranslations('reportEditor.acts')
  const locale = useLocale()
  const one = (act: keyof BlockActs, icon: IconName, words: string, short = false) => {
    const run = acts[act]
    return (
      <Toolbar.Button
        aria-disabled={run ? undefined : true}
        aria-label={words}
        className={button}
        data-act={act}
        onClick={() => run?.()}
        title={words}
      >
        <Icon className="size-3.5" name={icon} />
        {!short && words}
      </Toolbar.Button>
    )
  }
  return (
    <Toolbar.Root
      aria-label={t('of', { name })}
      className="flex flex-wrap items-center gap-x-0.5 text-ink transition-opacity duration-75 lg:opacity-0 lg:group-focus-within/block:opacity-100 lg:group-hover/block:opacity-100"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        event.stopPropagation()
        ;(event.key === 'ArrowUp' ? acts.up : acts.down)?.()
      }}
    >
      {editable && (
        <>
          {acts.write && one('write', 'file', t('write'))}
          {one('up', 'arrowUp', t('up'), true)}
          {one('down', 'arrowDown', t('down'), true)}
          {one('hide', hidden ? 'eye' : 'eyeClosed', t(hidden ? 'show' : 'hide'))}
          {sentences.length > 1 && (
            <Popover
              title={t('sentencesPrinted')}
              trigger={
                <Toolbar.Button className={button} data-act="sentences">
                  <Icon className="size-3.5" name="list" />
                  {t('sentences')}
                </Toolbar.Button>
              }
            >
              <div className="grid max-h-[50vh] gap-2 overflow-y-auto">
                {sentences.map(({ id, said }) => (
                  <Checkbox
                    checked={!isHidden(id)}
                    key={id}
                    label={plain(spansIn(said, locale))}
                    onChange={() => toggle(id)}
                  />
                ))}
              </div>
            </Popover>
          )}
          {one('add', 'plus', t('add'))}
          {one('note', 'plus', t('note'))}
        </>
      )}
      {one('comment', 'person', t('comment'))}
    </Toolbar.Root>
  )
}
