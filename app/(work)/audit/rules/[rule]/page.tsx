import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RuleExamples } from '@/components/audit/rule-examples'
import { RuleSwitch } from '@/components/audit/rule-switch'
import { RuleYields } from '@/components/audit/rule-yields'
import { SeverityBadge } from '@/components/audit/severity-badge'
import { TrialPanel } from '@/components/audit/trial-panel'
import { StatusPill } from '@/components/ui/badge'
import { Timeline } from '@/components/ui/lists'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/domain/access/permissions'
import { questionsOf } from '@/lib/domain/audit/questions'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { say } from '@/lib/domain/words'
import { officeTime } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readRule } from '@/lib/services/audit/read-rules'
import { tryRule } from '@/lib/services/audit/try-rule'
import { readRuleYields } from '@/lib/services/campaigns/read'
import { statisticsYears } from '@/lib/services/statistics/read-year'
import { turn } from '../actions'

interface Props {
  params: Promise<{ rule: string }>
  searchParams: Promise<{ year?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auditRules'))('title') }
}

/** One rule: its source, the cases it is tested by, what it would find in a year, and its switch. */
export default async function AuditRulePage({ params, searchParams }: Props) {
  const actor = await requireActor('audit.read')
  const found = await readRule(actor, (await params).rule)
  if (!found) notFound()
  const { rule, on, switchings } = found
  const asked = yearSchema.safeParse((await searchParams).year)
  const [trial, counted, yields, t, locale] = await Promise.all([
    asked.success ? tryRule(actor, rule.id, asked.data) : null,
    statisticsYears(actor),
    readRuleYields(actor, rule.id),
    getTranslations('auditRules'),
    getLocale(),
  ])
  const year = asked.success ? asked.data : (counted[0] ?? currentYear(new Date()))
  const years = [...new Set([year, ...counted])].sort((a, b) => b - a)
  const questions = questionsOf(rule.id)
  const since = rule.scope === 'content' ? rule.since : undefined
  return (
    <>
      <PageHeader
        actions={may(actor.role, 'audit.switch') && <RuleSwitch act={turn} on={on} rule={rule.id} />}
        breadcrumb={[{ label: t('title'), href: routes.audit.rules() }]}
        status={<StatusPill tone={on ? 'good' : 'quiet'}>{t(on ? 'on' : 'off')}</StatusPill>}
        title={say(rule.title, locale)}
      >
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <SeverityBadge severity={rule.severity} />
          <span>{t(`scopes.${rule.scope}`)}</span>
          <span>{t('number', { id: rule.id })}</span>
          {questions.length > 0 && <span>{t('questions', { questions: questions.join(' ') })}</span>}
        </p>
        <p className="text-sm text-faint" lang="zh-CN">
          {rule.source}
        </p>
        {since && <p className="text-sm text-faint">{t('since', { day: since })}</p>}
      </PageHeader>
      <div className="grid items-start gap-6">
        <TrialPanel rule={rule.id} trial={trial} year={year} years={years} />
        <RuleYields rule={rule.id} yields={yields} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
          <RuleExamples rule={rule} />
          <Panel title={t('history')}>
            {switchings.length === 0 ? (
              <p className="text-soft">{t('never')}</p>
            ) : (
              <Timeline
                moments={switchings.map(({ on, at, by }) => ({
                  key: at.toISOString(),
                  title: t(on ? 'on' : 'off'),
                  meta: t('by', { by, at: Object.values(officeTime(at)).join(' ') }),
                  tone: on ? 'good' : 'quiet',
                }))}
              />
            )}
          </Panel>
        </div>
      </div>
    </>
  )
}
