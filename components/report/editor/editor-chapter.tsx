'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { addOwn, moveBlock, removeOwn, toggleHidden, writeOwn } from '@/lib/domain/report/manuscript/acts'
import type { PlacedChapter } from '@/lib/domain/report/manuscript/edited'
import { chapterKey, type Manuscript, type Own } from '@/lib/domain/report/manuscript/model'
import { slotKey } from '@/lib/domain/report/manuscript/slot'
import { say, type Words } from '@/lib/domain/words'
import { blockWords } from './block-names'
import { BlockToolbar } from './block-toolbar'
import { CommentBox } from './comment-box'
import { EditorBlock } from './editor-block'
import { OwnForm } from './own-form'
import type { EditorProps } from './report-editor'
import { newOwnId, type useDraft } from './use-draft'

type ChapterProps = EditorProps & {
  chapter: PlacedChapter
  heading: Words | null
  draft: ReturnType<typeof useDraft>
  loose: readonly { block: string; digits: string }[]
  moveChapter: (step: -1 | 1) => Manuscript | null
  /** Says what was moved, and where the focus belongs afterwards. */
  moved: (selector: string, words: string) => void
  sendComment: (block: string, text: string) => Promise<boolean>
}

/** A chapter with its blocks, each under its acts. */
export function EditorChapter(props: ChapterProps) {
  const { chapter, heading, draft, editable, moved } = props
  const t = useTranslations('reportEditor')
  const locale = useLocale()
  const [writing, setWriting] = useState<string | null>(null)
  const title = heading ? say(heading, locale) : t('opening')
  const begin = (after: string | null, kind: Own['kind']) => {
    const id = newOwnId()
    draft.change(addOwn(props.report, draft.content, { chapter: chapter.id, after, kind, id }))
    setWriting(id)
  }
  const step = (by: -1 | 1) => {
    const next = props.moveChapter(by)
    if (!next) return
    draft.change(next)
    moved(
      `[data-chapter="${chapter.id}"] [data-act="${by < 0 ? 'up' : 'down'}"]`,
      t('movedChapter', { title }),
    )
  }
  return (
    <section aria-labelledby={`chapter-${chapter.id}`} className="mt-8 first:mt-0" data-chapter={chapter.id}>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-lg" id={`chapter-${chapter.id}`}>
          {title}
        </h2>
        {editable && (
          <div className="flex flex-wrap gap-1">
            {heading && (
              <>
                <Button data-act="up" icon="arrowUp" kind="quiet" onClick={() => step(-1)} size="small">
                  {t('acts.chapterUp')}
                </Button>
                <Button data-act="down" icon="arrowDown" kind="quiet" onClick={() => step(1)} size="small">
                  {t('acts.chapterDown')}
                </Button>
              </>
            )}
            <Button
              icon={chapter.hidden ? 'eye' : 'eyeClosed'}
              kind="quiet"
              onClick={() => draft.change(toggleHidden(draft.content, chapterKey(chapter.id)))}
              size="small"
            >
              {t(chapter.hidden ? 'acts.chapterShow' : 'acts.chapterHide')}
            </Button>
            <Button icon="plus" kind="quiet" onClick={() => begin(null, 'own')} size="small">
              {t('acts.addFirst')}
            </Button>
          </div>
        )}
      </div>
      {chapter.hidden && <p className="mt-2 text-sm text-soft">{t('chapterHidden')}</p>}
      {chapter.blocks.map((placed) => (
        <OneBlock
          {...props}
          begin={begin}
          key={placed.block.id}
          placed={placed}
          setWriting={setWriting}
          writing={writing === placed.block.id}
        />
      ))}
    </section>
  )
}

function OneBlock({
  placed,
  begin,
  writing,
  setWriting,
  ...props
}: ChapterProps & {
  placed: PlacedChapter['blocks'][number]
  begin: (after: string, kind: Own['kind']) => void
  writing: boolean
  setWriting: (id: string | null) => void
}) {
  const { draft, report, of, actions, editable, comments, moved } = props
  const t = useTranslations('reportEditor')
  const locale = useLocale()
  const [commenting, setCommenting] = useState(false)
  const { block, hidden } = placed
  const { content } = draft
  const own = content.own.find(({ id }) => id === block.id)
  const name = say(blockWords(block), locale) || t('blank')
  const loose = props.loose.filter((one) => one.block === block.id).map(({ digits }) => digits)
  const open = comments.filter((one) => one.block === block.id && !one.resolvedAt)
  const find = async (asked: { text: string } | { digits: string }) => {
    const answer = await actions.slots({ report: of, ...asked })
    return answer.ok ? answer.value : []
  }
  const move = (step: -1 | 1) => {
    const next = moveBlock(report, content, block.id, step)
    if (!next) return null
    return () => {
      draft.change(next)
      moved(
        `[data-block="${block.id}"] [data-act="${step < 0 ? 'up' : 'down'}"]`,
        t(step < 0 ? 'movedUp' : 'movedDown', { name }),
      )
    }
  }
  return (
    <div className="group/block my-3 scroll-mt-32" data-block={block.id} id={`edit-${block.id}`}>
      {writing && own ? (
        <OwnForm
          change={(next) => draft.change(writeOwn(content, next))}
          done={() => setWriting(null)}
          find={find}
          learn={({ slot, said }) => draft.learn({ [slotKey(slot)]: said })}
          loose={loose}
          own={own}
          remove={() => {
            draft.change(removeOwn(content, own.id))
            setWriting(null)
          }}
        />
      ) : null}
      <EditorBlock
        body={props.bodies[block.id]}
        isHidden={(sentence) => content.hidden.includes(sentence)}
        loose={loose}
        placed={placed}
        units={props.units}
        view={props.view}
      />
      {open.length > 0 && (
        <a className="text-sm text-lake underline" href="#comments">
          {t('comments.here', { count: open.length })}
        </a>
      )}
      <BlockToolbar
        acts={{
          up: move(-1),
          down: move(1),
          // What is left out with its chapter comes back with it.
          hide: props.chapter.hidden ? null : () => draft.change(toggleHidden(content, block.id)),
          add: () => begin(block.id, 'own'),
          note: () => begin(block.id, 'note'),
          comment: () => setCommenting(true),
          ...(own && { write: () => setWriting(block.id) }),
        }}
        editable={editable}
        hidden={hidden}
        isHidden={(sentence) => content.hidden.includes(sentence)}
        name={name}
        sentences={block.kind === 'paragraph' ? block.sentences : []}
        toggle={(sentence) => draft.change(toggleHidden(content, sentence))}
      />
      {commenting && (
        <CommentBox
          block={block.id}
          close={() => setCommenting(false)}
          send={(text) => props.sendComment(block.id, text)}
        />
      )}
    </div>
  )
}
