import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { formatYuan } from '@/lib/domain/money'
import { type FigureKind, type MovedSince, reconciliationStates } from '@/lib/domain/statement/statement'
import { say } from '@/lib/domain/words'

/** What makes a signature worth nothing: line by line, what was signed and what it says now. */
export function MovedTable({ moved }: { moved: MovedSince }) {
  const t = useTranslations('statement')
  const locale = useLocale()
  const shown = (value: string, kind: FigureKind) => (kind === 'money' ? formatYuan(BigInt(value)) : value)
  const state = ({
    state,
    differing,
    undecided,
  }: {
    state: keyof typeof reconciliationStates
    differing: number
    undecided: number
  }) =>
    state === 'none'
      ? say(reconciliationStates.none, locale)
      : `${say(reconciliationStates[state], locale)} · ${t('differing', { differing, undecided })}`
  return (
    <Notice kind="danger" title={t('brokenTitle')}>
      <p>{t('brokenHelp')}</p>
      <div className="mt-3 rounded-md border border-line bg-sheet text-ink">
        <Table caption={t('brokenTitle')}>
          <thead>
            <tr>
              <Th>{t('line')}</Th>
              <Th numeric>{t('before')}</Th>
              <Th numeric>{t('after')}</Th>
            </tr>
          </thead>
          <tbody>
            {moved.figures.map(({ line, before, after }) => (
              <Tr key={line.id}>
                <RowHead>
                  {say(line.words, locale)}
                  {line.kind === 'money' && say({ zh: '（元）', en: ' (yuan)' }, locale)}
                </RowHead>
                <Td label={t('before')} numeric>
                  {shown(before, line.kind)}
                </Td>
                <Td label={t('after')} numeric>
                  {shown(after, line.kind)}
                </Td>
              </Tr>
            ))}
            {moved.reconciliation && (
              <Tr>
                <RowHead>{t('reconciliation')}</RowHead>
                <Td label={t('before')} numeric>
                  {state(moved.reconciliation[0])}
                </Td>
                <Td label={t('after')} numeric>
                  {state(moved.reconciliation[1])}
                </Td>
              </Tr>
            )}
          </tbody>
        </Table>
      </div>
    </Notice>
  )
}
