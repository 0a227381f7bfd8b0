'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { RadioGroup } from '@/components/ui/checkbox'
import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { controlClass } from '@/components/ui/text-input'
import { type CodeListName, codeList, codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { type CodeChoice, type CodeGroup, codeGroups, matches } from './code-choices'
import { useBox } from './entry-context'
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
  const t = useTranslations('common')
  const e = useTranslations('entry')
  const locale = useLocale()
  const [value, set] = useBox(path)
  const groups = useMemo(() => codeGroups(spec.list, locale), [spec.list, locale])
  const chosen =
    typeof value === 'string' && value !== ''
      ? { value, label: say(codeWords(spec.list, value), locale), keys: [] }
      : null
  return (
    <Base.Root<CodeChoice>
      autoHighlight
      filter={(item, query) => matches(item, query)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      items={groups}
      itemToStringLabel={(item) => item.label}
      itemToStringValue={(item) => item.value}
      onValueChange={(item) => set(item?.value ?? '')}
      value={chosen}
    >
      <Base.InputGroup className="relative max-w-xl">
        <Base.Input
          {...control}
          className={cx(controlClass, 'h-9 pr-16')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            if (event.nativeEvent.isComposing || event.keyCode === 229) event.preventBaseUIHandler()
            event.preventDefault()
          }}
          placeholder={e('pickCode')}
        />
        <div className="absolute inset-y-0 right-1 flex items-center text-soft">
          <Base.Clear
            aria-label={t('clearChoice')}
            className="grid size-7 place-items-center rounded-sm hover:bg-hover"
          >
            <Icon className="size-3.5" name="cross" />
          </Base.Clear>
          <Base.Trigger
            aria-label={t('openList')}
            className="grid size-7 place-items-center rounded-sm hover:bg-hover"
          >
            <Icon name="chevronDown" />
          </Base.Trigger>
        </div>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className="w-(--anchor-width) min-w-72 max-w-(--available-width) rounded-md border border-line bg-raised text-ink shadow-raised">
            <Base.Empty className="px-3 py-2 text-sm text-faint empty:hidden">{t('noMatch')}</Base.Empty>
            <Base.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto overscroll-contain py-1 data-empty:py-0">
              {(group: CodeGroup) => (
                <Base.Group items={group.items} key={group.value}>
                  {group.value && (
                    <Base.GroupLabel className="px-3 pt-2 pb-1 text-sm font-medium text-faint">
                      {group.value}
                    </Base.GroupLabel>
                  )}
                  <Base.Collection>
                    {(item: CodeChoice) => (
                      <Base.Item
                        className="flex items-start gap-2.5 px-3 py-1.5 outline-none data-highlighted:bg-jade-wash"
                        key={item.value}
                        value={item}
                      >
                        <span className="w-10 shrink-0 font-mono text-sm/[1.375rem] text-faint">
                          {item.value}
                        </span>
                        <span className="min-w-0 flex-1">{item.label}</span>
                        <Base.ItemIndicator className="mt-0.5 text-jade">
                          <Icon name="check" />
                        </Base.ItemIndicator>
                      </Base.Item>
                    )}
                  </Base.Collection>
                </Base.Group>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
