import { useLocale, useTranslations } from 'next-intl'
import { type Role, roles } from '@/lib/domain/access/roles'
import { returnReason } from '@/lib/domain/contract/code-lists'
import { trailWords } from '@/lib/domain/trail-words'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'

type Json = Record<string, unknown>

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry says beyond its line: plain facts as a list, a change as before and after. */
export function Details({ details }: { details: Json }) {
  const t = useTranslations('trail')
  const word = useWord()
  const { before, after, ...rest } = details
  const changed = isRecord(before) && isRecord(after) ? changesOf(before, after) : null
  const facts = Object.entries({
    ...rest,
    ...(changed === null && 'before' in details && { before }),
    ...(changed === null && 'after' in details && { after }),
  }).flatMap(([key, value]) => (isRecord(value) ? Object.entries(value) : [[key, value] as const]))
  return (
    <div className="grid gap-3">
      {facts.length > 0 && (
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
          {facts.map(([key, value]) => (
            <div className="contents" key={key}>
              <dt className="text-faint">{word.key(key)}</dt>
              <dd className="min-w-0 break-all">{word.value(key, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {changed !== null && (
        <dl className="grid grid-cols-[max-content_1fr_1fr] gap-x-4 gap-y-1">
          <div className="contents text-faint">
            <dt>{t('item')}</dt>
            <dd>{t('before')}</dd>
            <dd>{t('after')}</dd>
          </div>
          {changed.map(([key, was, is]) => (
            <div className="contents" key={key}>
              <dt className="text-faint">{word.key(key)}</dt>
              <dd className="min-w-0 break-all">{word.value(key, was)}</dd>
              <dd className="min-w-0 font-medium break-all">{word.value(key, is)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const changesOf = (before: Json, after: Json) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => [key, before[key], after[key]] as const)

/** Keys and values in words where words exist for them, as they are where not. */
function useWord() {
  const t = useTranslations('trail')
  const locale = useLocale()
  const key = (name: string): string => {
    const path = `keys.${name}` as 'keys.username'
    return t.has(path) ? t(path) : name
  }
  const value = (name: string, given: unknown): string => {
    if (given === null || given === undefined || given === '') return '—'
    if (typeof given === 'boolean') return t(given ? 'yes' : 'no')
    if (Array.isArray(given)) return given.map((one) => value(name, one)).join('、')
    if (name === 'role' && String(given) in roles) return say(roles[given as Role], locale)
    if (name === 'reasons') {
      const reason = returnReason.find(({ code }) => code === given)
      if (reason) return say(reason.words, locale)
    }
    if (typeof given === 'string') {
      const list = `lists.${given}` as 'lists.contracts'
      if (name === 'list' && t.has(list)) return t(list)
      if (name === 'asOf') return officeMoment(new Date(given))
      const words = trailWords(name, given)
      if (words) return say(words, locale)
    }
    const path = `values.${String(given)}` as 'values.throttled'
    if (typeof given === 'string' && /^[a-z-]+$/.test(given) && t.has(path)) return t(path)
    return typeof given === 'object' ? JSON.stringify(given) : String(given)
  }
  return { key, value }
}
