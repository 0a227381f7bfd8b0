import { useLocale, useTranslations } from 'next-intl'
import { Absent } from '@/components/format/money'
import { Icon } from '@/components/ui/icon'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { Content } from '@/lib/domain/contract/content'
import { type Difference, differences, type Move } from '@/lib/domain/contract/diff'
import { dimensionWords } from '@/lib/domain/statistics/dimension-words'
import { memberWords } from '@/lib/domain/statistics/members'
import { say, type Words } from '@/lib/domain/words'

/** Two contents beside each other, only where they differ, with the statistical groups that change by it. */
export function ContentDiff({ before, after }: { before: Content; after: Content }) {
  return <DifferenceTable found={differences(before, after)} />
}

export function DifferenceTable({
  found,
  caption,
  heads,
}: {
  found: readonly Omit<Difference, 'field'>[]
  /** What differs, where a page holds several of these. */
  caption?: string
  /** Whose the two sides are; else they are before and after. */
  heads?: readonly [string, string]
}) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const [first, second] = heads ?? [t('before'), t('after')]
  if (found.length === 0) return <p className="px-5 py-4 text-soft">{t('noDifferences')}</p>
  return (
    <Table caption={caption ?? t('differences')}>
      <thead>
        <tr>
          <Th>{t('differingField')}</Th>
          <Th>{first}</Th>
          <Th>{second}</Th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ path, label, before, after, moves }) => (
          <Tr key={`${path} ${before?.zh}`}>
            <RowHead className="w-1/5 min-w-32">{say(label, locale)}</RowHead>
            <Td className="w-2/5 break-words" label={first}>
              <Side as="del" words={before} />
            </Td>
            <Td className="w-2/5 break-words" label={second}>
              <div className="min-w-0">
                <Side as="ins" words={after} />
                {moves.map((move) => (
                  <MoveLine key={move.dimension} move={move} />
                ))}
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Side({ words, as: Mark }: { words: Words | null; as: 'del' | 'ins' }) {
  const locale = useLocale()
  if (!words) return <Absent />
  const look = Mark === 'del' ? 'text-soft decoration-edge' : 'bg-jade-wash px-0.5 no-underline'
  return <Mark className={`box-decoration-clone ${look}`}>{say(words, locale)}</Mark>
}

function MoveLine({ move: { dimension, from, to } }: { move: Move }) {
  const locale = useLocale()
  const t = useTranslations('contracts')
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm text-lake">
      <span>{t('countedUnder', { dimension: say(dimensionWords[dimension], locale) })}</span>
      <span>{say(memberWords(dimension, from, []), locale)}</span>
      <Icon className="size-3" name="arrowRight" />
      <span className="font-medium">{say(memberWords(dimension, to, []), locale)}</span>
    </p>
  )
}
