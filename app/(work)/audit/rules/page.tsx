import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RuleTable } from '@/components/audit/rule-table'
import { AuditTabs } from '@/components/campaign/audit-tabs'
import { Button } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Field } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-input'
import type { AuditRule } from '@/lib/domain/audit/rule'
import { typedWords } from '@/lib/domain/text/typed'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readRules } from '@/lib/services/audit/read-rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auditRules'))('title') }
}

/** The rules of the self-audit: what each looks for, whether it is on. */
export default async function AuditRulesPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>
}) {
  const actor = await requireActor('audit.read')
  const text = typedWords(100).safeParse((await searchParams).q).data ?? ''
  const [all, t] = await Promise.all([readRules(actor), getTranslations('auditRules')])
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const rules = all.filter(({ rule }) => words.every((word) => textOf(rule).includes(word)))
  return (
    <>
      <PageHeader actions={<ExportLinks list="rules" />} title={t('title')}>
        <p>{t('intro')}</p>
        <p className="text-sm text-faint">
          {t('count', { rules: all.length, on: all.filter(({ on }) => on).length })}
        </p>
      </PageHeader>
      <AuditTabs current="rules" />
      <form action={routes.audit.rules()} className="mb-4 flex flex-wrap items-end gap-2">
        <Field
          className="w-full max-w-md"
          hint={t('searchHint')}
          id="rule-search"
          label={t('search')}
          required
        >
          {(control) => <TextInput {...control} defaultValue={text} name="q" type="search" />}
        </Field>
        <Button type="submit">{t('searchButton')}</Button>
      </form>
      <Panel flush>
        <RuleTable rules={rules} text={text} />
      </Panel>
    </>
  )
}

const textOf = ({ id, title, source }: AuditRule): string =>
  `${id} ${title.zh} ${title.en} ${source}`.toLowerCase()
