import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { DescriptionList } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import type { Plan } from '@/lib/domain/audit/plan'
import { sampleReasons } from '@/lib/domain/audit/sample'
import { ruleWords } from '@/lib/domain/audit/shown-finding'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say, type Words } from '@/lib/domain/words'

/** What the auditor asks of the offices, and what is looked at. */
export function ScopePanel({
  year,
  plan,
  instructions,
  contracts,
}: {
  year: number
  plan: Plan
  instructions: string
  /** Contracts looked at. */
  contracts: number
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const listed = (words: Words[], none: string) =>
    words.length === 0 ? none : words.map((one) => say(one, locale)).join(locale === 'en' ? ', ' : '、')
  const { large, tax, foreign, random, seed } = plan.sample
  const kinds = [large && 'large', tax && 'tax', foreign && 'foreign'].filter(
    (kind): kind is 'large' | 'tax' | 'foreign' => Boolean(kind),
  )
  const sample = [
    ...kinds.map((kind) => say(sampleReasons[kind], locale)),
    ...(random > 0 ? [t('randomOf', { count: random, seed: String(seed) })] : []),
  ]
  return (
    <Panel title={t('instructions')}>
      <p className="max-w-prose whitespace-pre-wrap break-words">{instructions || t('noInstructions')}</p>
      <div className="mt-3">
        <Disclosure summary={t('scope')}>
          <DescriptionList
            items={[
              { term: t('scopeContracts'), detail: t('scopeOf', { year: String(year), count: contracts }) },
              {
                term: t('units'),
                detail: listed(
                  plan.units.map((code) => codeWords('unit', code)),
                  t('allUnits'),
                ),
              },
              {
                term: t('types'),
                detail: listed(
                  plan.types.map((code) => codeWords('contractType', code)),
                  t('allTypes'),
                ),
              },
              {
                term: t('sampleTitle'),
                detail: sample.length === 0 ? t('noSample') : sample.join(locale === 'en' ? ', ' : '、'),
              },
              { term: t('explained'), detail: t(plan.explained ? 'explainedAsked' : 'explainedLeft') },
              {
                term: t('rulesCount', { count: plan.rules.length }),
                detail: listed(plan.rules.map(ruleWords), t('noRules')),
              },
            ]}
          />
        </Disclosure>
      </div>
    </Panel>
  )
}
