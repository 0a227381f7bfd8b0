import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { WithdrawToken } from '@/components/act/withdraw-token'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { tokenScopes } from '@/lib/domain/access/token-scopes'
import { problemStatus } from '@/lib/domain/problems'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { currentActor } from '@/lib/services/actor'
import type { Operation } from '@/lib/services/api/operation'
import { operations } from '@/lib/services/api/operations'
import { ownTokens } from '@/lib/services/people/tokens'
import { withdrawOwn } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('title') }
}

/** The API for people, from the same declarations as serve it and as the machine's description. */
export default async function ApiDocsPage() {
  const [t, actor] = await Promise.all([getTranslations('api'), currentActor()])
  const rooms = [...new Set(operations.map(roomOf))]
  return (
    <main className="mx-auto grid max-w-4xl gap-6 px-4 py-10 sm:px-8">
      <PageHeader title={t('title')}>
        <p>{t('intro')}</p>
      </PageHeader>
      <div className="grid max-w-prose gap-2">
        <p>{t('token')}</p>
        <p>{t('money')}</p>
        <p>{t('problems')}</p>
        <p>{t('walking')}</p>
        <p>{t('once')}</p>
        <p>{t('tags')}</p>
        <p>{t('limits')}</p>
        <p>{t('feed')}</p>
        <p>
          <a className="text-jade underline" href={routes.openApi()}>
            {t('machine')}
          </a>
        </p>
      </div>
      {actor && <OwnTokens tokens={await ownTokens(actor)} />}
      <h2 className="text-lg">{t('operations')}</h2>
      {rooms.map((room) => (
        <Room key={room} of={operations.filter((one) => roomOf(one) === room)} room={room} />
      ))}
      <Panel flush title={t('problemTable')}>
        <Table caption={t('problemTable')}>
          <thead>
            <tr>
              <Th>{t('code')}</Th>
              <Th numeric>{t('status')}</Th>
            </tr>
          </thead>
          <tbody>
            {Object.entries({ ...problemStatus, unknown: 500 }).map(([code, status]) => (
              <Tr id={code} key={code}>
                <RowHead className="font-mono">{code}</RowHead>
                <Td label={t('status')} numeric>
                  {status}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Panel>
    </main>
  )
}

const roomOf = ({ path }: Operation) => path.split('/')[1] ?? ''

async function Room({ room, of }: { room: string; of: readonly Operation[] }) {
  const locale = await getLocale()
  return (
    <Panel level={3} title={<span className="font-mono">/{room}</span>}>
      <ul className="grid gap-3">
        {of.map(({ id, method, path, summary }) => (
          <li className="grid gap-0.5" key={id}>
            <TextLink className="w-fit" href={routes.apiDocs(id)} prefetch={false}>
              {say(summary, locale)}
            </TextLink>
            <span className="font-mono text-sm break-all text-soft">
              {method.toUpperCase()} {path}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

async function OwnTokens({ tokens }: { tokens: Awaited<ReturnType<typeof ownTokens>> }) {
  const [t, locale] = await Promise.all([getTranslations('api'), getLocale()])
  return (
    <Panel flush note={t('ownTokensNote')} title={t('ownTokens')}>
      {tokens.length === 0 ? (
        <p className="px-5 py-4 text-soft">{t('noOwnTokens')}</p>
      ) : (
        <Table caption={t('ownTokens')}>
          <thead>
            <tr>
              <Th>{t('tokenLabel')}</Th>
              <Th>{t('tokenScope')}</Th>
              <Th>{t('expiresAt')}</Th>
              <Th>{t('usedAt')}</Th>
              <Th>{t('act')}</Th>
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ id, label, scope, expiresAt, usedAt }) => (
              <Tr key={id}>
                <RowHead>{label}</RowHead>
                <Td label={t('tokenScope')}>{say(tokenScopes[scope], locale)}</Td>
                <Td label={t('expiresAt')}>
                  <DateText form="moment" value={expiresAt} />
                </Td>
                <Td label={t('usedAt')}>
                  <DateText form="moment" value={usedAt} />
                </Td>
                <Td label={t('act')}>
                  <WithdrawToken act={withdrawOwn} id={id} label={label} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
