'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { Asked, AskedFile, AskedReason } from '@/lib/domain/approval/asked'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'
import { jumpTo } from './jump'

/** What came back from the centre; `content` in wire form, as it was then. */
export interface ReturnedWork {
  reasons: AskedReason[]
  text: string
  at: Date
  content: unknown
  files: AskedFile[]
}

/** Asked against done: everything the centre wants in one list, each point ticked once its place was changed. */
export function ReturnNotice({ asked, text }: { asked: readonly Asked[]; text: string }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const done = asked.filter((one) => one.done).length
  return (
    <Notice kind="warning" title={t('returnedTitle', { done, all: asked.length })}>
      {text && <p className="mb-2 whitespace-pre-line">{text}</p>}
      <ul className="grid gap-1.5">
        {asked.map((one) => (
          <li className="flex items-start gap-2" key={one.code + one.path + one.text}>
            <span
              className={`mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border ${one.done ? 'border-jade bg-jade text-on-jade' : 'border-edge bg-raised'}`}
            >
              {one.done && <Icon className="size-3" name="check" />}
            </span>
            <span>
              <span className="sr-only">{t(one.done ? 'askedDone' : 'askedOpen')} </span>
              <button
                className="text-left text-jade underline underline-offset-3"
                onClick={() => jumpTo(one.path)}
                type="button"
              >
                {say(pathWords(one.path), locale)}
              </button>
              {t('colon')}
              {say(codeWords('returnReason', one.code), locale)}
              {one.text && <span className="block text-sm text-soft">{one.text}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
