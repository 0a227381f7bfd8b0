import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WithdrawToken } from '@/components/act/withdraw-token'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { tokenScopes } from '@/lib/domain/access/token-scopes'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readDelegations } from '@/lib/services/delegations/read'
import { readMailOf } from '@/lib/services/mail/setting'
import { type AccountSheet, accountSheet } from '@/lib/services/people/read-accounts'
import { unitsToday } from '@/lib/services/units/names'
import { Deputies } from '../../../inbox/settings/deputies'
import { MailForm } from '../../../inbox/settings/mail-form'
import { unitChoices } from '../../unit-names'
import { withdraw } from '../actions'
import { AccountActs } from './sheet'
import { IssueToken } from './tokens'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('title') }
}

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('account.read')
  const { id } = await params
  if (!/^[0-9a-f-]{36}$/i.test(id)) notFound()
  const [t, mail, locale, units, sheet, setting, delegations] = await Promise.all([
    getTranslations('accounts'),
    getTranslations('mail'),
    getLocale(),
    unitsToday(actor),
    accountSheet(actor, id).catch(gone),
    readMailOf(actor, id),
    readDelegations(actor, id).catch(gone),
  ])
  const { account, disabledAt, createdAt, mustChange, passwordChangedAt, sessions } = sheet
  const open = units.filter(({ closed, unit }) => !closed || unit === account.unit)
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t('title'), href: routes.admin.accounts() }]}
        status={
          disabledAt ? (
            <StatusPill tone="bad">{t('disabled')}</StatusPill>
          ) : (
            <StatusPill tone="good">{t('enabled')}</StatusPill>
          )
        }
        title={`${account.name}（${account.username}）`}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid gap-6">
          <AccountActs
            account={account}
            disabled={disabledAt !== null}
            own={account.id === actor.id}
            units={unitChoices(open, locale)}
          />
          <Tokens sheet={sheet} />
          <Panel note={mail('note')} title={mail('title')}>
            <MailForm account={account.id} setting={setting} />
          </Panel>
          <Deputies
            delegations={delegations}
            today={shanghaiDate(new Date())}
            viewer={{ id: actor.id, mayEnd: true }}
          />
        </div>
        <Panel title={t('facts')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
            <Fact term={t('createdAt')}>
              <DateText form="moment" value={createdAt} />
            </Fact>
            <Fact term={t('passwordChangedAt')}>
              <DateText form="moment" value={passwordChangedAt} />
            </Fact>
            <Fact term={t('passwordState')}>{mustChange ? t('mustChange') : t('passwordOwn')}</Fact>
            <Fact term={t('sessions')}>{sessions}</Fact>
            {disabledAt && (
              <Fact term={t('disabledAt')}>
                <DateText form="moment" value={disabledAt} />
              </Fact>
            )}
          </dl>
        </Panel>
      </div>
    </>
  )
}

/** An account that isn't there is a page that isn't there. */
function gone(error: unknown): never {
  if (error instanceof Problem && error.detail.code === 'not-found') notFound()
  throw error
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-faint">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

async function Tokens({ sheet: { account, tokens, disabledAt } }: { sheet: AccountSheet }) {
  const [t, locale] = await Promise.all([getTranslations('accounts'), getLocale()])
  const now = new Date()
  return (
    <Panel
      actions={
        tokens.length > 0 && <ExportLinks filters={{ account: account.id }} list="tokens" of={t('tokens')} />
      }
      flush
      note={t('tokensNote')}
      title={t('tokens')}
    >
      <Table caption={t('tokens')}>
        <thead>
          <tr>
            <Th>{t('tokenLabel')}</Th>
            <Th>{t('tokenScope')}</Th>
            <Th>{t('createdAt')}</Th>
            <Th>{t('expiresAt')}</Th>
            <Th>{t('usedAt')}</Th>
            <Th>{t('state')}</Th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, label, scope, createdAt, expiresAt, usedAt, withdrawnAt }) => (
            <Tr key={id}>
              <RowHead>{label}</RowHead>
              <Td label={t('tokenScope')}>{say(tokenScopes[scope], locale)}</Td>
              <Td label={t('createdAt')}>
                <DateText value={createdAt} />
              </Td>
              <Td label={t('expiresAt')}>
                <DateText value={expiresAt} />
              </Td>
              <Td label={t('usedAt')}>
                <DateText form="moment" value={usedAt} />
              </Td>
              <Td label={t('state')}>
                {withdrawnAt ? (
                  <StatusPill tone="bad">{t('tokenIsWithdrawn')}</StatusPill>
                ) : expiresAt <= now ? (
                  <StatusPill tone="quiet">{t('tokenRanOut')}</StatusPill>
                ) : (
                  <WithdrawToken act={withdraw} id={id} label={label} />
                )}
              </Td>
            </Tr>
          ))}
          {tokens.length === 0 && <EmptyRow columns={6}>{t('noTokens')}</EmptyRow>}
        </tbody>
      </Table>
      {!disabledAt && (
        <div className="border-t border-line px-5 py-4">
          <IssueToken username={account.username} />
        </div>
      )}
    </Panel>
  )
}
