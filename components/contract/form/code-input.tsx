'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useContext, useMemo } from 'react'
import { RadioGroup } from '@/components/ui/checkbox'
import { ListPicker } from '@/components/ui/list-picker'
import { type CodeListName, codeList, codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { codeGroups, matches } from './code-choices'
import { OpenListsContext, useBox } from './entry-context'
import type { WidgetProps } from './widgets'

/** A short flat list is quicker seen than searched. */
const mostRadios = 6

export const fitsRadios = (list: CodeListName): boolean =>
  codeList(list).length <= mostRadios && codeList(list).every(({ parent }) => parent === undefined)

/** One code of a list: all of them as radios where they are few, else found by code, name or pinyin initials. */
export function CodeInput(props: WidgetProps<'code'>) {
  return fitsRadios(props.spec.list) ? <CodeRadios {...props} /> : <CodePicker {...props} />
}

function CodeRadios({ path, spec, control }: WidgetProps<'code'>) {
  const locale = useLocale()
  const [value, set] = useBox(path)
  return (
    <RadioGroup
      choices={codeList(spec.list).map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
      inline
      name={control.id}
      onChange={set}
      value={typeof value === 'string' ? value : ''}
    />
  )
}

function CodePicker({ path, spec, control }: WidgetProps<'code'>) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const [value, set] = useBox(path)
  const open = useContext(OpenListsContext)[spec.list]
  const groups = useMemo(() => codeGroups(spec.list, locale, open), [spec.list, locale, open])
  const known = open?.find(({ code }) => code === value)
  const chosen =
    typeof value === 'string' && value !== ''
      ? { value, label: say(known?.words ?? codeWords(spec.list, value), locale) }
      : null
  return (
    <ListPicker
      {...control}
      groups={groups}
      matches={matches}
      onChange={(code) => set(code ?? '')}
      placeholder={t('pickCode')}
      value={chosen}
    />
  )
}
