'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { SaveStatus } from '@/components/autosave/save-status'
import { AttachmentPanel } from '@/components/contract/attachment-panel'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { askedAgainstDone } from '@/lib/domain/approval/asked'
import type { ListedFile } from '@/lib/domain/attachments/files'
import { papersFor } from '@/lib/domain/attachments/papers'
import type { Circumstances } from '@/lib/domain/contract/check'
import { isShown } from '@/lib/domain/contract/conditions'
import { contentSchema } from '@/lib/domain/contract/content'
import { type SectionName, sectionNames, sections } from '@/lib/domain/contract/field-spec'
import { type FieldName, field, fieldNames } from '@/lib/domain/contract/fields'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import type { Patch } from './autosave'
import {
  type EntryFindings,
  type FieldActions,
  FieldActionsContext,
  FindingsContext,
  RowContext,
  useFindings,
} from './entry-context'
import { AskedNotes, FieldFindings } from './field-findings'
import { FieldRow } from './field-row'
import { jumpTo } from './jump'
import { openPoints, sectionOf } from './open-points'
import { type ReturnedWork, ReturnNotice } from './return-notice'
import { SecretStop } from './secret-stop'
import { SectionList } from './section-list'
import { type EntryStart, useEntry } from './use-entry'
import { useLeft } from './use-left'
import { isWide } from './widgets'

export interface EntryActions extends FieldActions {
  save: (input: { id: string } & Patch) => Promise<Result<{ revision: number; content: unknown }>>
  discardSecret: (input: { id: string }) => Promise<Result<unknown>>
}

/** Places of the form beside the sections of the dictionary. */
export type PlaceName = SectionName | 'attachments'

/**
 * The entry form, drawn from the dictionary: one page of sections, beside it what is still open, saved as it is typed.
 * `startAt` is the field a link from the check page leads to.
 */
export function ContractForm({
  start,
  actions,
  returned,
  startAt,
  files,
}: {
  start: EntryStart
  actions: EntryActions
  returned: ReturnedWork | null
  startAt?: string
  files: readonly ListedFile[]
}) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const router = useRouter()
  const entry = useEntry(start, actions.save)
  const { content, findings, explanations, explain } = entry
  const left = useLeft(startAt !== undefined || returned !== null)
  const asked = useMemo(
    () =>
      returned === null
        ? []
        : askedAgainstDone(
            returned.reasons,
            contentSchema.parse(returned.content),
            content,
            returned.files,
            returned.at,
          ).asked,
    [returned, content],
  )
  const context = useMemo((): EntryFindings => {
    const shown = (path: string) => left.mayShow(path)
    return {
      content,
      at: (path) => findings.filter((one) => one.path === path && shown(path)),
      wrongUnder: (path) =>
        findings.some(
          (one) => one.severity === 'error' && one.path.startsWith(`${path}.`) && shown(one.path),
        ),
      askedAt: (path) => asked.filter((one) => one.path === path),
      changed: left.changed,
      left: left.leave,
      explanations,
      explain,
    }
  }, [content, findings, asked, explanations, explain, left])
  const open = useMemo(() => openPoints(content, findings, explanations), [content, findings, explanations])

  useEffect(() => {
    if (startAt) jumpTo(startAt)
  }, [startAt])

  const places: { name: PlaceName; label: string }[] = [
    ...sectionNames.map((name) => ({ name, label: say(sections[name], locale) })),
    { name: 'attachments', label: t('attachments') },
  ]
  const [leaving, setLeaving] = useState(false)
  const toCheck = async () => {
    setLeaving(true)
    const saved = await entry.flush()
    if (saved) router.push(routes.checkContract(start.id))
    else setLeaving(false)
  }

  return (
    <RowContext value={FieldRow}>
      <FieldActionsContext value={actions}>
        <FindingsContext value={context}>
          <FormProvider {...entry.form}>
            <SecretStop discard={() => actions.discardSecret({ id: start.id })} stop={entry.stop} />
            <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem] xl:grid-cols-[minmax(0,1fr)_20rem]">
              <form
                aria-label={t('title')}
                className="grid min-w-0 gap-5"
                onBlur={() => {
                  entry.compose(false)
                  void entry.flush()
                }}
                onCompositionEnd={() => entry.compose(false)}
                onCompositionStart={() => entry.compose(true)}
                onKeyDown={(event) =>
                  shortcut(event, {
                    check: toCheck,
                    next: () => open[0] && jumpTo(open[0].path),
                    places: places.map(({ name }) => name),
                  })
                }
                onSubmit={(event) => event.preventDefault()}
              >
                {returned && <ReturnNotice asked={asked} text={returned.text} />}
                <Notes names={entry.restored} of="restored" />
                <Notes names={entry.taken} of="taken" />
                {sectionNames.map((section) => (
                  <Section key={section} name={section} />
                ))}
                <FilesSection circumstances={start.circumstances} files={files} id={start.id} />
                <div className="flex flex-wrap items-center gap-3">
                  <Button kind="primary" onClick={toCheck} pending={leaving}>
                    {t('toCheck')}
                  </Button>
                  <span className="text-sm text-faint">{t('toCheckHint')}</span>
                </div>
              </form>
              <SectionList
                onCheck={toCheck}
                open={open}
                pending={leaving}
                places={places}
                status={<SaveStatus state={entry.state} />}
              />
            </div>
          </FormProvider>
        </FindingsContext>
      </FieldActionsContext>
    </RowContext>
  )
}

/** The papers that the answers so far call for, and what is wrong with them. */
function FilesSection({
  id,
  files,
  circumstances,
}: {
  id: string
  files: readonly ListedFile[]
  circumstances: Circumstances
}) {
  const t = useTranslations('entry')
  const { content, at } = useFindings()
  const papers = useMemo(() => papersFor(content, circumstances), [content, circumstances])
  return (
    <Panel id="section-attachments" title={t('attachments')}>
      <AttachmentPanel
        contract={id}
        files={files}
        most={circumstances.settings.attachmentMegabytes}
        notes={(kind) => (
          <div className="grid gap-1.5">
            <AskedNotes path={kind} />
            <FieldFindings findings={at(kind)} />
          </div>
        )}
        papers={papers}
      />
    </Panel>
  )
}

/** Says which boxes hold something that was not typed just now: restored from this browser, or a colleague's. */
function Notes({ names, of }: { names: readonly FieldName[]; of: 'restored' | 'taken' }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  if (names.length === 0) return null
  const list = names.map((name) => say(field(name).label, locale)).join(t('listComma'))
  return (
    <Notice kind="info" live>
      {t(of, { list })}
    </Notice>
  )
}

function Section({ name }: { name: SectionName }) {
  const locale = useLocale()
  return (
    <Panel id={`section-${name}`} title={say(sections[name], locale)}>
      <div className="grid items-start gap-6 sm:grid-cols-2 sm:gap-x-8">
        {fieldNames
          .filter((one) => field(one).section === name)
          .map((one) => (
            <Asked key={one} name={one} />
          ))}
      </div>
    </Panel>
  )
}

function Asked({ name }: { name: FieldName }) {
  const { content } = useFindings()
  const spec = field(name)
  if (!isShown(spec, content)) return null
  return (
    <div className={isWide(spec) ? 'sm:col-span-2' : undefined}>
      <FieldRow path={name} spec={spec} />
    </div>
  )
}

/** Ctrl+Enter to the check page, Alt+Enter to the next open point, Alt+Page keys from section to section. */
function shortcut(
  event: KeyboardEvent,
  to: { check: () => void; next: () => void; places: readonly PlaceName[] },
): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    to.check()
  } else if (event.key === 'Enter' && event.altKey) {
    event.preventDefault()
    to.next()
  } else if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
    event.preventDefault()
    const here = sectionOf(event.target as HTMLElement)
    const at = to.places.indexOf(here as PlaceName) + (event.key === 'PageDown' ? 1 : -1)
    const place = to.places[Math.min(Math.max(at, 0), to.places.length - 1)]
    if (place) jumpTo(place === 'attachments' ? place : firstFieldOf(place))
  }
}

const firstFieldOf = (section: SectionName): string =>
  fieldNames.find((name) => field(name).section === section) ?? section
