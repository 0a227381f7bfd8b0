'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { FieldControl } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'
import { normaliseUscc, usccParts, usccProblem, usccProblemWords } from '@/lib/domain/organisation/uscc'
import { say } from '@/lib/domain/words'
import { useBox } from './entry-context'
import { useRegionName } from './region-input'

/** A unified social credit code, verified as it is typed: what it says of its holder, or what is wrong with it. */
export function UsccInput({ path, control }: { path: string; control: FieldControl }) {
  const [value, set] = useBox(path)
  const text = typeof value === 'string' ? value : ''
  const code = normaliseUscc(text)
  return (
    <>
      <TextInput
        {...control}
        autoCapitalize="characters"
        autoComplete="off"
        className="max-w-72 font-mono"
        onBlur={() => {
          if (code !== text) set(code)
        }}
        onChange={(event) => set(event.target.value)}
        spellCheck={false}
        value={text}
      />
      <p aria-live="polite" className="text-sm empty:hidden">
        <Verdict code={code} />
      </p>
    </>
  )
}

function Verdict({ code }: { code: string }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  const parts = usccParts(code)
  const region = useRegionName(parts?.region ?? '')
  if (code === '') return null
  if (code.length < 18) return <span className="text-faint">{t('usccLength', { length: code.length })}</span>
  const problem = usccProblem(code)
  if (problem) return <span className="text-cinnabar">{say(usccProblemWords[problem], locale)}</span>
  return (
    <span className="flex items-center gap-1.5 text-jade">
      <Icon name="check" />
      {t('usccFits')}
      {parts && (
        <span className="text-soft">
          {[say(parts.department, locale), say(parts.category, locale), region].filter(Boolean).join(' · ')}
        </span>
      )}
    </span>
  )
}
