import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AddToRegistry } from '@/components/contract/form/organisation-editor'
import { Button, TextLink } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Field } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { may } from '@/lib/domain/access/permissions'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { partyFields } from '@/lib/domain/contract/party-fields'
import { typedWords } from '@/lib/domain/text/typed'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { currentPageSize, requireActor } from '@/lib/services/actor'
import { organisationsPerPage, readOrganisations } from '@/lib/services/organisations/read'
import { addOrganisationEntry, nameRegionCodes, searchOrganisations, searchRegionCodes } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisations'))('title') }
}

/** The registry that the parties of contracts are taken from. */
export default async function OrganisationsPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>
}) {
  const actor = await requireActor('organisation.read')
  const query = await searchParams
  const text = typedWords(200).safeParse(query.q).data ?? ''
  const page = Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), 100_000)
  const size = await currentPageSize(organisationsPerPage)
  const [{ rows, total }, t, common, locale] = await Promise.all([
    readOrganisations(actor, text, page, size),
    getTranslations('organisations'),
    getTranslations('common'),
    getLocale(),
  ])
  const words = (list: 'partyKind' | 'unit', code: string | undefined) =>
    code ? say(codeWords(list, code), locale) : common('none')
  const at = (other: number) => routes.organisations({ q: text, page: other > 1 ? other : null })
  return (
    <>
      <PageHeader
        actions={
          <>
            <ExportLinks filters={{ q: text }} list="organisations" />
            {may(actor.role, 'organisation.write') && (
              <AddToRegistry
                actions={{
                  searchOrganisations,
                  addOrganisation: addOrganisationEntry,
                  searchRegions: searchRegionCodes,
                  nameRegions: nameRegionCodes,
                }}
                begun={text}
              />
            )}
          </>
        }
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <form action={routes.organisations()} className="mb-4 flex flex-wrap items-end gap-2">
        <Field className="w-full max-w-md" id="organisation-search" label={t('search')} required>
          {(control) => <TextInput {...control} defaultValue={text} name="q" type="search" />}
        </Field>
        <Button type="submit">{t('searchButton')}</Button>
      </form>
      <Panel flush>
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('code')}</Th>
              <Th>{t('kind')}</Th>
              <Th>{say(partyFields.isCorps.label, locale)}</Th>
              <Th>{t('unit')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 && (
              <EmptyRow columns={5}>
                {text ? (
                  <>
                    <p>{t('noMatch', { text })}</p>
                    <p className="text-sm text-faint">{t('noMatchHint')}</p>
                  </>
                ) : (
                  t('none')
                )}
              </EmptyRow>
            )}
            {rows.map(({ id, details }) => (
              <Tr key={id}>
                <RowHead>
                  <TextLink href={routes.organisation(id)}>{details.name}</TextLink>
                </RowHead>
                <Td className="font-mono text-sm" label={t('code')}>
                  {details.code ?? '—'}
                </Td>
                <Td label={t('kind')}>{words('partyKind', details.kind)}</Td>
                <Td label={say(partyFields.isCorps.label, locale)}>
                  {common(details.isCorps ? 'yes' : 'no')}
                </Td>
                <Td label={t('unit')}>{words('unit', details.unit)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
        {total > 0 && (
          <Pagination
            from={Math.min(total, (page - 1) * size + 1)}
            nextHref={page * size < total ? at(page + 1) : undefined}
            previousHref={page > 1 ? at(page - 1) : undefined}
            to={Math.min(total, page * size)}
            total={total}
          />
        )}
      </Panel>
    </>
  )
}
