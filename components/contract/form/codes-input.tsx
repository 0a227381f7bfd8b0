'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { codeList, isSelectable } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { useBox } from './entry-context'
import type { WidgetProps } from './widgets'

/** Several codes of a list, in the order they were chosen; where one of them excludes the rest, it takes their place. */
export function CodesInput({ path, spec }: WidgetProps<'codes'>) {
  const locale = useLocale()
  const t = useTranslations('entry')
  const [value, set] = useBox(path)
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const ordered = spec.exclusive !== undefined

  const turn = (code: string, on: boolean) => {
    if (!on) return set(chosen.filter((one) => one !== code))
    if (code === spec.exclusive) return set([code])
    set([...chosen.filter((one) => one !== spec.exclusive), code])
  }
  return (
    <ul className="grid gap-x-6 gap-y-0.5 sm:grid-cols-2">
      {codeList(spec.list)
        .filter(({ code }) => isSelectable(spec.list, code))
        .map(({ code, words }) => (
          <li className="flex flex-wrap items-center gap-2" key={code}>
            <Checkbox
              checked={chosen.includes(code)}
              label={say(words, locale)}
              onChange={(event) => turn(code, event.target.checked)}
            />
            {ordered && chosen.length > 1 && chosen[0] === code && <Badge tone="good">{t('mainCode')}</Badge>}
            {ordered && chosen.indexOf(code) > 0 && (
              <button
                className="rounded-sm px-1 text-sm text-jade hover:underline"
                onClick={() => set([code, ...chosen.filter((one) => one !== code)])}
                type="button"
              >
                {t('makeMain')}
              </button>
            )}
          </li>
        ))}
    </ul>
  )
}
