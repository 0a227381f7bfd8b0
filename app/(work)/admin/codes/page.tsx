import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Field } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { type CodeListName, codeList, codeLists, isCodeListName } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { nationalCodes } from '@/lib/services/settings/codes'
import { CodesForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('codesTitle') }
}

type Props = { searchParams: Promise<{ list?: string | string[] }> }

export default async function CodesPage({ searchParams }: Props) {
  const actor = await requireActor('code.write')
  const asked = String((await searchParams).list ?? '')
  const list: CodeListName = isCodeListName(asked) ? asked : 'contractType'
  const [t, locale, known] = await Promise.all([
    getTranslations('admin'),
    getLocale(),
    nationalCodes(actor, list),
  ])
  const title = t(`lists.${list}`)
  return (
    <div className="max-w-4xl">
      <PageHeader
        breadcrumb={[{ label: t('settingsTitle'), href: routes.admin.settings() }]}
        title={t('codesTitle')}
      >
        {t('codesIntro')}
      </PageHeader>
      <form action={routes.admin.codes()} className="mb-6 flex items-end gap-3">
        <Field className="w-72" id="list" label={t('list')} required>
          {(control) => (
            <Select
              {...control}
              choices={(Object.keys(codeLists) as CodeListName[]).map((value) => ({
                value,
                label: t(`lists.${value}`),
              }))}
              defaultValue={list}
              key={list}
              name="list"
            />
          )}
        </Field>
        <Button type="submit">{t('show')}</Button>
      </form>
      <Panel actions={<ExportLinks filters={{ list }} list="codes" />} title={title}>
        <CodesForm
          key={list}
          list={list}
          rows={codeList(list).map(({ code, words }) => ({
            code,
            label: say(words, locale),
            national: known.get(code) ?? '',
          }))}
          title={title}
        />
      </Panel>
    </div>
  )
}
