'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

const refusals = ['required', 'too-long', 'text', 'taken', 'full'] as const

/** Keeps the table shown under a name; where the name is taken, it offers to put this table in the other's place. */
export function SaveView({
  query,
  save,
}: {
  /** What stands behind the `?` of the table's address. */
  query: string
  save: (input: unknown) => Promise<Result<{ id: string }>>
}) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const router = useRouter()
  const box = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<{ code: (typeof refusals)[number] } | null>(null)
  const [pending, start] = useTransition()
  useEffect(() => {
    if (refused) box.current?.focus()
  }, [refused])
  const send = (replace: boolean) =>
    start(async () => {
      const result = await save({ name: box.current?.value ?? '', query, replace })
      if (result.ok) {
        toast(t('saved'))
        router.push(routes.savedView(result.value.id))
        return
      }
      const { problem } = result
      const said = problem.code === 'invalid-input' ? problem.issues[0]?.message : undefined
      const code = refusals.find((one) => one === said)
      if (code) setRefused({ code })
      else toast(say(problemWords(problem), locale), 'danger')
    })
  return (
    <form
      aria-label={t('saveForm')}
      className="flex flex-wrap items-end gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) send(false)
      }}
    >
      <Field
        className="w-full max-w-md"
        error={refused && t(`refused.${refused.code}`)}
        hint={t('saveHint')}
        id="view-name"
        label={t('saveName')}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            maxLength={60}
            name="name"
            onChange={() => setRefused(null)}
            ref={box}
          />
        )}
      </Field>
      <Button pending={pending} type="submit">
        {t('save')}
      </Button>
      {refused?.code === 'taken' && (
        <Button kind="danger" onClick={() => send(true)} pending={pending}>
          {t('replace')}
        </Button>
      )}
    </form>
  )
}
