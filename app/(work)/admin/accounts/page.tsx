import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { Button, LinkButton, TextLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { roleNames, roles } from '@/lib/domain/access/roles'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { accountsPage } from '@/lib/services/people/read-accounts'
import { unitsToday } from '@/lib/services/units/names'
import { unitChoices } from '../unit-names'
import { accountQuery, type SearchParams } from './query'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('title') }
}

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor('account.read')
  const { after, ...filters } = accountQuery(await searchParams)
  const [t, common, locale, units, { accounts, next }] = await Promise.all([
    getTranslations('accounts'),
    getTranslations('common'),
    getLocale(),
    unitsToday(actor),
    accountsPage(actor, filters, after),
  ])
  const choices = unitChoices(units, locale)
  const unitName = (code: string | null) => choices.find(({ value }) => value === code)?.label
  return (
    <>
      <PageHeader
        actions={
          <>
            <LinkButton href={routes.admin.mail()}>{t('mail')}</LinkButton>
            <LinkButton href={routes.admin.newAccount()} icon="plus" kind="primary">
              {t('new')}
            </LinkButton>
          </>
        }
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <Panel flush>
        <search>
          <form
            action={routes.admin.accounts()}
            className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-4"
          >
            <Field id="words" label={t('words')} required>
              {(control) => (
                <TextInput {...control} defaultValue={filters.words} name="words" type="search" />
              )}
            </Field>
            <Field id="role" label={t('role')} required>
              {(control) => (
                <Select
                  {...control}
                  choices={roleNames.map((value) => ({ value, label: say(roles[value], locale) }))}
                  defaultValue={filters.role ?? ''}
                  name="role"
                  placeholder={common('all')}
                />
              )}
            </Field>
            <Field id="unit" label={t('unit')} required>
              {(control) => (
                <Select
                  {...control}
                  choices={choices}
                  defaultValue={filters.unit ?? ''}
                  name="unit"
                  placeholder={common('all')}
                />
              )}
            </Field>
            <Field id="state" label={t('state')} required>
              {(control) => (
                <Select
                  {...control}
                  choices={[
                    { value: 'enabled', label: t('enabled') },
                    { value: 'disabled', label: t('disabled') },
                  ]}
                  defaultValue={filters.state ?? ''}
                  name="state"
                  placeholder={common('all')}
                />
              )}
            </Field>
            <Button icon="search" type="submit">
              {common('search')}
            </Button>
            <LinkButton href={routes.admin.accounts()} kind="quiet">
              {common('clear')}
            </LinkButton>
          </form>
        </search>
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th>{t('username')}</Th>
              <Th>{t('name')}</Th>
              <Th>{t('role')}</Th>
              <Th>{t('unit')}</Th>
              <Th>{t('state')}</Th>
              <Th>{t('lastSeen')}</Th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ id, username, name, role, unit, disabledAt, mustChange, lastSeen }) => (
              <Tr key={id}>
                <RowHead>
                  <TextLink href={routes.admin.account(id)}>{username}</TextLink>
                </RowHead>
                <Td label={t('name')}>{name}</Td>
                <Td label={t('role')}>{say(roles[role], locale)}</Td>
                <Td label={t('unit')}>{unitName(unit) ?? t('centre')}</Td>
                <Td label={t('state')}>
                  {disabledAt ? (
                    <StatusPill tone="bad">{t('disabled')}</StatusPill>
                  ) : mustChange ? (
                    <StatusPill tone="waiting">{t('mustChange')}</StatusPill>
                  ) : (
                    <StatusPill tone="good">{t('enabled')}</StatusPill>
                  )}
                </Td>
                <Td label={t('lastSeen')}>
                  <DateText form="moment" value={lastSeen} />
                </Td>
              </Tr>
            ))}
            {accounts.length === 0 && <EmptyRow columns={6}>{t('noneFound')}</EmptyRow>}
          </tbody>
        </Table>
        {(next || after) && (
          <nav aria-label={common('pages')} className="flex justify-end gap-2 px-5 py-3">
            {after && (
              <LinkButton href={routes.admin.accounts(filters)} size="small">
                {t('firstPage')}
              </LinkButton>
            )}
            {next && (
              <LinkButton href={routes.admin.accounts({ ...filters, after: next })} size="small">
                {common('nextPage')}
              </LinkButton>
            )}
          </nav>
        )}
      </Panel>
    </>
  )
}
