'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { ShownView } from '@/components/statistics/view'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { toast } from '@/components/ui/toast'
import { problemWords } from '@/lib/domain/problem-words'
import { numberedHeadings } from '@/lib/domain/report/headings'
import { moveChapter } from '@/lib/domain/report/manuscript/acts'
import { arranged, edited } from '@/lib/domain/report/manuscript/edited'
import { chapterKey } from '@/lib/domain/report/manuscript/model'
import { type Figures, slotKey } from '@/lib/domain/report/manuscript/slot'
import type { Report } from '@/lib/domain/report/model'
import { unsourced } from '@/lib/domain/report/unsourced'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { blockWords } from './block-names'
import { CommentsPanel } from './comments-panel'
import type { EditorActions, ReportKey, Saved, ShownComment, ShownSitting, SlotValues } from './editing'
import { EditorChapter } from './editor-chapter'
import { HistoryPanel } from './history-panel'
import { SaveBar } from './save-bar'
import { useDraft } from './use-draft'

export interface EditorProps {
  of: ReportKey
  report: Report
  saved: Saved
  values: SlotValues
  history: readonly ShownSitting[]
  comments: readonly ShownComment[]
  /** Tables and pictures, by their blocks. */
  bodies: Readonly<Record<string, ReactNode>>
  view: ShownView
  units: readonly UnitMember[]
  /** Whoever doesn't write reads and comments. */
  editable: boolean
  /** The account that looks. */
  me: string
  actions: EditorActions
}

/** The report as it will be, and what staff may do to it: write around it, order it, leave things out, talk about it. */
export function ReportEditor(props: EditorProps) {
  const { of, report, comments, history, editable, actions } = props
  const t = useTranslations('reportEditor')
  const locale = useLocale()
  const router = useRouter()
  const draft = useDraft(of, props.me, props.saved, props.values, actions)
  const [said, setSaid] = useState('')
  const refocus = useRef<string | null>(null)
  const { content, values } = draft

  const figures: Figures = (slot) => values[slotKey(slot)] ?? null
  const chapters = arranged(report, content, figures)
  // Numbered as they are printed; what isn't printed has no number.
  const headings = numberedHeadings(edited(report, content, figures).chapters)
  const late = useDeferredValue(content)
  const loose = useMemo(
    () => unsourced(edited(report, late, (slot) => values[slotKey(slot)] ?? null).chapters),
    [report, late, values],
  )
  const chapterName = (id: string) => {
    const words = chapters.find((one) => one.id === id)?.heading
    return words ? say(words, locale) : t('opening')
  }
  const names = new Map(
    chapters.flatMap(({ id, blocks }) => [
      [chapterKey(id), chapterName(id)] as const,
      ...blocks.flatMap(({ block }) => {
        const own = [block.id, say(blockWords(block), locale)] as const
        if (block.kind !== 'paragraph') return [own]
        const sentences = block.sentences.map(
          (one) => [one.id, say(blockWords({ ...block, sentences: [one] }), locale)] as const,
        )
        return [own, ...sentences]
      }),
    ]),
  )

  // What was moved keeps the focus, so that it can be moved on.
  useEffect(() => {
    if (!refocus.current) return
    document.querySelector<HTMLElement>(refocus.current)?.focus()
    refocus.current = null
  })
  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      event.preventDefault()
      draft.save()
    }
    window.addEventListener('keydown', save)
    return () => window.removeEventListener('keydown', save)
  })

  const fail = (problem: Parameters<typeof problemWords>[0]) =>
    toast(say(problemWords(problem), locale), 'danger')
  const sendComment = async (block: string, text: string) => {
    const answer = await actions.comment({ report: of, block, text }).catch(() => null)
    if (answer?.ok) {
      toast(t('comments.sent'))
      router.refresh()
      return true
    }
    fail(answer?.problem ?? { code: 'unavailable' })
    return false
  }
  const resolve = async (id: string) => {
    const answer = await actions.resolve({ id }).catch(() => null)
    if (!answer?.ok) fail(answer?.problem ?? { code: 'unavailable' })
    router.refresh()
  }
  return (
    <>
      <LeaveGuard
        confirmLabel={t('leave.confirm')}
        description={t('leave.text')}
        title={t('leave.title')}
        when={draft.failing}
      />
      {editable && <SaveBar draft={draft} last={history[0]} loose={loose} />}
      <p className="sr-only" role="status">
        {said}
      </p>
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,46rem)_20rem]">
        <article
          className="min-w-0 rounded-lg border border-line bg-sheet px-5 py-6 sm:px-10 sm:py-8"
          onBlur={() => draft.compose(false)}
          onCompositionEnd={() => draft.compose(false)}
          onCompositionStart={() => draft.compose(true)}
        >
          {chapters.map((chapter) => (
            <EditorChapter
              {...props}
              chapter={chapter}
              draft={draft}
              heading={headings.get(chapter.id) ?? chapter.heading}
              key={chapter.id}
              loose={loose}
              moveChapter={(step) => moveChapter(report, content, chapter.id, step)}
              moved={(selector, words) => {
                refocus.current = selector
                setSaid(words)
              }}
              sendComment={sendComment}
            />
          ))}
        </article>
        <aside className="grid gap-6 lg:sticky lg:top-[calc(var(--spacing-bar)+4rem)] lg:max-h-[calc(100dvh-var(--spacing-bar)-5rem)] lg:overflow-y-auto">
          <CommentsPanel
            comments={comments}
            mayResolve={({ author }) => editable || author === props.me}
            nameOf={(block) => names.get(block) ?? null}
            resolve={resolve}
          />
          <HistoryPanel
            chapterName={chapterName}
            history={history}
            nameOf={(block) => names.get(block) ?? null}
          />
        </aside>
      </div>
    </>
  )
}
