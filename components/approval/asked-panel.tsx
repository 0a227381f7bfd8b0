import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import type { Asked, FileChange } from '@/lib/domain/approval/asked'
import type { DecisionView } from '@/lib/domain/approval/decision'
import { codeWords } from '@/lib/domain/contract/code-lists'
import type { Difference } from '@/lib/domain/contract/diff'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'

/** After a resubmission: each reason of the last return against what was done about it. */
export function AskedPanel({ asked }: { asked: NonNullable<DecisionView['asked']> }) {
  const t = useTranslations('approvals')
  const done = asked.asked.filter((one) => one.done).length
  return (
    <Panel
      id="asked"
      note={
        <>
          {asked.by} · <DateText form="moment" value={asked.at} />
        </>
      }
      title={t('asked', { done, of: asked.asked.length })}
    >
      {asked.text && <p className="mb-3 max-w-prose whitespace-pre-line text-soft">{asked.text}</p>}
      <ol className="divide-y divide-line">
        {asked.asked.map((one) => (
          <AskedRow asked={one} key={`${one.code} ${one.path} ${one.text}`} />
        ))}
      </ol>
      <Unasked changes={asked.unasked} files={asked.unaskedFiles} />
    </Panel>
  )
}

function AskedRow({ asked }: { asked: Asked }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  return (
    <li className="grid gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{say(codeWords('returnReason', asked.code), locale)}</p>
          <p className="text-sm text-faint">{say(pathWords(asked.path), locale)}</p>
          {asked.text && <p className="text-soft">{asked.text}</p>}
        </div>
        <StatusPill tone={asked.done ? 'good' : 'bad'}>
          {asked.done ? t(asked.about === 'field' ? 'changed' : 'filesChanged') : t('unchanged')}
        </StatusPill>
      </div>
      {asked.about === 'attachment' ? (
        <FileLines change={asked.files} />
      ) : asked.changes.length > 0 ? (
        <Changes changes={asked.changes} />
      ) : (
        <p className="border-l-2 border-line pl-3 text-soft">
          <span className="text-sm text-faint">{t('nowSays')}</span>
          {asked.now ? say(asked.now, locale) : t('nothing')}
        </p>
      )}
    </li>
  )
}

/** Then and now of each changed place, side by side. */
function Changes({ changes }: { changes: readonly Difference[] }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  return (
    <ul className="grid gap-2">
      {changes.map(({ path, label, before, after }) => (
        <li className="grid gap-1 sm:grid-cols-2 sm:gap-4" key={path}>
          <p className="border-l-2 border-line pl-3">
            <span className="block text-sm text-faint">
              {say(label, locale)} · {t('then')}
            </span>
            <del className="text-soft decoration-edge">{before ? say(before, locale) : t('nothing')}</del>
          </p>
          <p className="border-l-2 border-jade pl-3">
            <span className="block text-sm text-faint">
              {say(label, locale)} · {t('now')}
            </span>
            <ins className="no-underline">{after ? say(after, locale) : t('nothing')}</ins>
          </p>
        </li>
      ))}
    </ul>
  )
}

function FileLines({ change: { added, removed } }: { change: FileChange }) {
  const t = useTranslations('approvals')
  return (
    <ul className="grid gap-0.5 border-l-2 border-line pl-3 text-soft empty:hidden">
      {added.map((name) => (
        <li key={name}>{t('fileAdded', { name })}</li>
      ))}
      {removed.map((name) => (
        <li key={name}>{t('fileRemoved', { name })}</li>
      ))}
    </ul>
  )
}

function Unasked({ changes, files }: { changes: readonly Difference[]; files: readonly FileChange[] }) {
  const t = useTranslations('approvals')
  const count = changes.length + files.length
  if (count === 0) return null
  return (
    <div className="mt-3 border-t border-line pt-3">
      <Disclosure open summary={t('unasked', { count })}>
        <div className="grid gap-2">
          <Changes changes={changes} />
          {files.map((change) => (
            <FileLines change={change} key={change.kind} />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
