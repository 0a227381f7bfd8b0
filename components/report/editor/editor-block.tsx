'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShownView } from '@/components/statistics/view'
import { cx } from '@/components/ui/classes'
import { fallsOut, type Placed } from '@/lib/domain/report/manuscript/edited'
import type { Block } from '@/lib/domain/report/model'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { ExhibitCaption } from '../exhibit-caption'
import { SaidText, spansIn } from '../said-text'
import { OwnText } from './own-text'

/** A block as it will be printed, or that it won't be. */
export function EditorBlock({
  placed: { block, hidden, referred },
  isHidden,
  loose,
  body,
  view,
  units,
}: {
  placed: Placed
  isHidden: (sentence: string) => boolean
  /** Numbers of the block that nothing bears out. */
  loose: readonly string[]
  /** The table or picture itself. */
  body: ReactNode
  view: ShownView
  units: readonly UnitMember[]
}) {
  const t = useTranslations('reportEditor')
  return (
    <div className={cx(hidden && !referred && 'border-l-4 border-line pl-3 text-faint')}>
      {hidden && <p className="text-sm text-soft">{t(referred ? 'hiddenYetReferred' : 'hidden')}</p>}
      {hidden && !referred && block.kind !== 'paragraph' ? (
        <Named block={block} />
      ) : (
        <Content block={block} body={body} isHidden={isHidden} loose={loose} units={units} view={view} />
      )}
    </div>
  )
}

function Named({ block }: { block: Block }) {
  const locale = useLocale()
  if (block.kind === 'paragraph') return null
  if (block.kind === 'heading') return <p className="text-md">{say(block.words, locale)}</p>
  const said = 'caption' in block ? block.caption : block.said
  return (
    <p>
      {spansIn(said, locale)
        .map(({ text }) => text)
        .join('')}
    </p>
  )
}

function Content({
  block,
  isHidden,
  loose,
  body,
  view,
  units,
}: {
  block: Block
  isHidden: (sentence: string) => boolean
  loose: readonly string[]
  body: ReactNode
  view: ShownView
  units: readonly UnitMember[]
}) {
  const t = useTranslations('reportEditor')
  const locale = useLocale()
  switch (block.kind) {
    case 'heading':
      return <h3 className="text-md">{say(block.words, locale)}</h3>
    case 'paragraph':
      return (
        <p className="text-md leading-7">
          {block.sentences.map((one, at) => {
            const isOut = fallsOut(one, isHidden)
            return (
              <span className={isOut ? 'text-faint line-through' : undefined} key={one.id}>
                {at > 0 && locale.startsWith('en') && ' '}
                {isOut && <span className="sr-only">{t('sentenceHidden')}</span>}
                <SaidText id={one.id} said={one.said} units={units} view={view} />
              </span>
            )
          })}
        </p>
      )
    case 'table':
    case 'figure':
      return (
        <figure>
          {block.kind === 'table' && <ExhibitCaption block={block} units={units} view={view} />}
          {body}
          {block.kind === 'figure' && <ExhibitCaption block={block} units={units} view={view} />}
        </figure>
      )
    default: {
      const spans = spansIn(block.said, locale)
      if (spans.length === 0) return <p className="text-faint">{t('blank')}</p>
      return (
        <p className={block.kind === 'note' ? 'text-sm text-soft' : 'text-md leading-7'}>
          <OwnText loose={loose} spans={spans} />
        </p>
      )
    }
  }
}
