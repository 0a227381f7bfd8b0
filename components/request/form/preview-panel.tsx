'use client'

import { useLocale, useTranslations } from 'next-intl'
import { jumpTo } from '@/components/contract/form/jump'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { movesNothing } from '@/components/request/figures-panel'
import { MovesTables } from '@/components/statistics/moves-tables'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Finding } from '@/lib/domain/contract/check'
import type { Difference } from '@/lib/domain/contract/diff'
import { type FieldName, field, fieldNames } from '@/lib/domain/contract/fields'
import { dimensionWords } from '@/lib/domain/statistics/dimension-words'
import { memberWords } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { isWithin, type RequestForm } from './use-request-form'

/** What the request would do, as far as it is filled in: differences, what is in the way, figures that move. */
export function PreviewPanel({ form }: { form: RequestForm }) {
  const t = useTranslations('requests.form')
  const { previewed, changes, unreadable } = form
  const { preview, pending, problem } = previewed
  return (
    <Panel id="preview" title={t('preview')}>
      <div aria-busy={pending} aria-live="polite" className="grid gap-4">
        <ProblemNotice problem={problem} />
        {unreadable.length > 0 && <p className="text-soft">{t('previewUnread')}</p>}
        {!preview && !problem && unreadable.length === 0 && (
          <p className="text-soft">{t(pending ? 'previewing' : 'previewChoose')}</p>
        )}
        {preview && (
          <>
            {pending && <p className="text-sm text-faint">{t('previewing')}</p>}
            {changes && preview.differences.length === 0 ? (
              <p className="text-soft">{t('previewSame')}</p>
            ) : (
              <>
                <Differences found={preview.differences} />
                <Findings found={preview.blocking} form={form} title={t('blocking')} />
                <Findings
                  form={form}
                  found={preview.findings.filter(
                    ({ severity, path }) =>
                      severity === 'warning' && form.chosen.some((name) => isWithin(path, name)),
                  )}
                  title={t('warnings')}
                />
                <Figures preview={preview} />
                <p className="border-t border-line pt-3 text-sm text-soft">
                  {t(preview.large ? 'two' : 'one')}
                </p>
              </>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

function Figures({ preview }: { preview: NonNullable<RequestForm['previewed']['preview']> }) {
  const t = useTranslations('requests')
  return (
    <div>
      <h3 className="text-base">{t('figuresAhead')}</h3>
      {movesNothing(preview) ? (
        <p className="text-soft">{t('figuresStay')}</p>
      ) : (
        <MovesTables moves={{ ...preview, corps: [] }} />
      )}
    </div>
  )
}

function Differences({ found }: { found: readonly Difference[] }) {
  const t = useTranslations('requests.form')
  const locale = useLocale()
  return (
    <ul className="grid gap-2 empty:hidden">
      {found.map(({ path, label, before, after, moves }) => (
        <li className="border-l-2 border-jade pl-3" key={`${path} ${before?.zh}`}>
          <span className="block text-sm text-faint">{say(label, locale)}</span>
          <span className="break-words">
            <del className="text-soft decoration-edge">{before ? say(before, locale) : t('nothing')}</del>
            {' → '}
            <ins className="no-underline">{after ? say(after, locale) : t('nothing')}</ins>
          </span>
          {moves.map(({ dimension, from, to }) => (
            <span className="block text-sm text-lake" key={dimension}>
              {t('change', {
                label: say(dimensionWords[dimension], locale),
                before: say(memberWords(dimension, from, []), locale),
                after: say(memberWords(dimension, to, []), locale),
              })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What the rules say; where the field is not among the chosen ones, the way to choose it. */
function Findings({ title, found, form }: { title: string; found: readonly Finding[]; form: RequestForm }) {
  const t = useTranslations('requests.form')
  const locale = useLocale()
  if (found.length === 0) return null
  const fieldOf = (path: string) => fieldNames.find((name) => isWithin(path, name))
  const go = (name: FieldName) => {
    form.add(name)
    requestAnimationFrame(() => jumpTo(name))
  }
  return (
    <div>
      <h3 className="text-base">{title}</h3>
      <ul className="mt-1 grid gap-2">
        {found.map(({ rule, path, severity, message }) => {
          const name = fieldOf(path)
          return (
            <li
              className={`border-l-2 pl-3 ${severity === 'error' ? 'border-cinnabar' : 'border-poplar'}`}
              key={`${rule} ${path} ${message.zh}`}
            >
              {say(message, locale)}
              {name && !form.chosen.includes(name) && (
                <Button kind="quiet" onClick={() => go(name)} size="small">
                  {t('alsoField', { field: say(field(name).label, locale) })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
