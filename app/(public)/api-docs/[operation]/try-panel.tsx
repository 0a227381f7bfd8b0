'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { controlClass, TextInput } from '@/components/ui/text-input'
import { useHydrated } from '@/components/ui/use-hydrated'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { tryToken } from '../actions'
import { type Asked, curlOf, filledIn, requestOf, type Tried } from './request-of'

interface Answer {
  status: number
  headers: [string, string][]
  body: string
  milliseconds: number
}

/** Sends a request of this operation as whoever is signed in, with a token that lives a quarter of an hour. */
export function TryPanel({
  operation,
  who,
  signIn,
}: {
  operation: Tried
  who: { name: string; may: boolean } | null
  signIn: string
}) {
  const t = useTranslations('api')
  const locale = useLocale()
  const [asked, setAsked] = useState<Asked>({ values: {}, body: operation.body ?? '', key: '' })
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const hydrated = useHydrated()
  const token = useRef<{ token: string; until: number } | null>(null)

  if (!who) {
    return (
      <Panel title={t('try')}>
        <Notice actions={<LinkButton href={signIn}>{t('signIn')}</LinkButton>}>{t('trySignIn')}</Notice>
      </Panel>
    )
  }

  const set = (change: Partial<Asked>) => setAsked((before) => ({ ...before, ...change }))
  const send = () =>
    start(async () => {
      setFault(null)
      if (!token.current || token.current.until < Date.now()) {
        const issued = await tryToken({ scope: operation.changes ? 'all' : 'read' })
        if (!issued.ok) return setFault(say(problemWords(issued.problem), locale))
        token.current = { token: issued.value.token, until: Date.parse(issued.value.expiresAt) - 30_000 }
      }
      const { address, init } = requestOf(operation, asked, token.current.token, locale)
      const began = performance.now()
      try {
        const response = await fetch(address, init)
        const text = await shownBody(response)
        setAnswer({
          status: response.status,
          headers: [...response.headers],
          body: text,
          milliseconds: Math.round(performance.now() - began),
        })
      } catch {
        setFault(t('notSent'))
      }
    })

  return (
    <Panel note={t('tryNote', { name: who.name })} title={t('try')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {!who.may && <Notice kind="warning">{t('notForYou')}</Notice>}
        {operation.changes && <Notice kind="warning">{t('tryActs')}</Notice>}
        {operation.parameters.length > 0 && (
          <div className="grid gap-4 sm:grid-cols-2">
            {operation.parameters.map((one) => (
              <Field
                hint={one.label}
                id={`try-${one.name}`}
                key={one.name}
                label={<span className="font-mono">{one.name}</span>}
                required={one.place === 'path'}
              >
                {(control) =>
                  one.choices ? (
                    <Select
                      {...control}
                      choices={one.choices.map((value) => ({ value, label: value }))}
                      onChange={({ target }) =>
                        set({ values: { ...asked.values, [one.name]: target.value } })
                      }
                      placeholder=""
                      value={filledIn(one, asked)}
                    />
                  ) : (
                    <TextInput
                      {...control}
                      onChange={({ target }) =>
                        set({ values: { ...asked.values, [one.name]: target.value } })
                      }
                      value={filledIn(one, asked)}
                    />
                  )
                }
              </Field>
            ))}
          </div>
        )}
        {operation.body !== null && (
          <Field id="try-body" label={t('body')} required>
            {(control) => (
              <textarea
                {...control}
                className={`${controlClass} min-h-40 py-2 font-mono text-sm`}
                onChange={({ target }) => set({ body: target.value })}
                spellCheck={false}
                value={asked.body}
              />
            )}
          </Field>
        )}
        {operation.upload && (
          <Field id="try-file" label={t('file')}>
            {(control) => (
              <input {...control} onChange={({ target }) => set({ file: target.files?.[0] })} type="file" />
            )}
          </Field>
        )}
        {operation.changes && (
          <Field hint={t('keyHint')} id="try-key" label={<span className="font-mono">Idempotency-Key</span>}>
            {(control) => (
              <TextInput
                {...control}
                onChange={({ target }) => set({ key: target.value })}
                value={asked.key}
              />
            )}
          </Field>
        )}
        <div>
          <Button kind="primary" pending={pending} type="submit">
            {operation.changes ? t('sendAct') : t('send')}
          </Button>
        </div>
      </form>
      {fault && (
        <Notice className="mt-4" kind="danger" live>
          {fault}
        </Notice>
      )}
      <div className="mt-4 grid gap-4">
        <Scrolling label={t('curl')} text={curlOf(operation, asked, hydrated ? location.origin : '')} />
        {answer && (
          <div aria-live="polite" className="grid gap-2">
            <h3 className="font-semibold">
              {t('answered', { status: answer.status, milliseconds: answer.milliseconds })}
            </h3>
            <Scrolling
              label={t('headers')}
              text={answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
            />
            {answer.body && <Scrolling label={t('answerBody')} text={answer.body} />}
          </div>
        )}
      </div>
    </Panel>
  )
}

function Scrolling({ label, text }: { label: string; text: string }) {
  return (
    <div className="grid gap-1">
      <p className="text-sm text-faint">{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1). */}
      <section aria-label={label} className="max-h-96 overflow-auto rounded-md bg-sunken p-3" tabIndex={0}>
        <pre className="text-xs">{text}</pre>
      </section>
    </div>
  )
}

/** JSON set out in lines; of a file its type and size. */
async function shownBody(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? ''
  if (/json$|json;/.test(type)) {
    const text = await response.text()
    return text && JSON.stringify(JSON.parse(text), null, 2)
  }
  if (type.startsWith('text/') || type.includes('ndjson')) return response.text()
  const { size } = await response.blob()
  return size > 0 ? `${type} · ${size} B` : ''
}
