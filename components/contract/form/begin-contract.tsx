'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { DateText } from '@/components/format/text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-input'
import { problemWords } from '@/lib/domain/problem-words'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

interface Earlier {
  id: string
  localNumber: string
  number: string | null
  name: string | null
  sellerName: string | null
  buyerName: string | null
  wan: string | null
  updatedAt: string
}

type Find = (input: { text: string }) => Promise<Result<Earlier[]>>
type Create = (input: { copyFrom?: string }) => Promise<Result<{ id: string }>>

/** Blank is one key away; below it the office's own contracts to begin from. */
export function BeginContract({
  create,
  findEarlier,
  chosen,
}: {
  create: Create
  findEarlier: Find
  /** The contract that the reader came from to copy. */
  chosen: Pick<Earlier, 'id' | 'localNumber' | 'name'> | null
}) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const router = useRouter()
  const [beginning, setBeginning] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)

  const begin = async (copyFrom?: Pick<Earlier, 'id' | 'localNumber'>) => {
    setBeginning(copyFrom?.id ?? 'blank')
    setProblem(null)
    const answer = await create(copyFrom ? { copyFrom: copyFrom.id } : {}).catch(() => null)
    if (answer?.ok) {
      router.push(routes.editContract(answer.value.id, { copied: copyFrom?.localNumber }))
      return
    }
    setBeginning(null)
    setProblem(answer?.problem ?? { code: 'unavailable' })
  }
  return (
    <div className="grid max-w-4xl gap-5">
      {problem && (
        <Notice kind="danger" live>
          {say(problemWords(problem), locale)}
        </Notice>
      )}
      {chosen && (
        <Panel>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <div>
              <h2 className="text-lg">{t('newFrom', { name: chosen.name ?? chosen.localNumber })}</h2>
              <p className="text-soft">{t('newCopyHint')}</p>
            </div>
            <Button autoFocus kind="primary" onClick={() => begin(chosen)} pending={beginning === chosen.id}>
              {t('newCopyThis')}
            </Button>
          </div>
        </Panel>
      )}
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <div>
            <h2 className="text-lg">{t('newBlank')}</h2>
            <p className="text-soft">{t('newBlankHint')}</p>
          </div>
          <Button
            autoFocus={!chosen}
            icon="plus"
            kind={chosen ? 'secondary' : 'primary'}
            onClick={() => begin()}
            pending={beginning === 'blank'}
          >
            {t('newBegin')}
          </Button>
        </div>
      </Panel>
      <Panel note={t('newCopyHint')} title={t('newCopy')}>
        <EarlierList beginning={beginning} find={findEarlier} onChoose={begin} />
      </Panel>
    </div>
  )
}

function EarlierList({
  find,
  beginning,
  onChoose,
}: {
  find: Find
  beginning: string | null
  onChoose: (one: Earlier) => void
}) {
  const t = useTranslations('entry')
  const id = useId()
  const [text, setText] = useState('')
  const found = useEarlier(find, text)
  return (
    <div className="grid gap-3">
      <Field id={id} label={t('newSearch')} required>
        {(control) => (
          <TextInput
            {...control}
            className="max-w-xl"
            onChange={(event) => setText(event.target.value)}
            type="search"
            value={text}
          />
        )}
      </Field>
      {found?.length === 0 && <p className="text-soft">{t('newNone')}</p>}
      <ul className="divide-y divide-line">
        {found?.map((one) => (
          <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5" key={one.id}>
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-medium">{one.name}</p>
              <p className="text-sm text-soft">
                {[one.sellerName, one.buyerName].filter(Boolean).join(' → ')}
              </p>
              <p className="flex flex-wrap gap-x-3 text-sm text-faint">
                <span>{one.number ?? one.localNumber}</span>
                {one.wan !== null && <span>{t('inWan', { wan: one.wan })}</span>}
                <DateText value={one.updatedAt} />
              </p>
            </div>
            <Button
              aria-label={`${t('newCopyThis')} ${one.localNumber}`}
              onClick={() => onChoose(one)}
              pending={beginning === one.id}
              size="small"
            >
              {t('newCopyThis')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Typing rests this long before the question is sent. */
const restMs = 200

function useEarlier(find: Find, text: string): readonly Earlier[] | null {
  const [found, setFound] = useState<readonly Earlier[] | null>(null)
  useEffect(() => {
    let overtaken = false
    const timer = setTimeout(
      async () => {
        const answer = await find({ text }).catch(() => null)
        if (!overtaken && answer?.ok) setFound(answer.value)
      },
      text === '' ? 0 : restMs,
    )
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [find, text])
  return found
}
