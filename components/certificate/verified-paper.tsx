import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Notice, type NoticeKind } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { groupedNumber } from '@/lib/domain/certificate/code'
import { dayWords, itemNames, itemsOf } from '@/lib/domain/certificate/items'
import {
  changedItems,
  laterActs,
  type Since,
  type Standing,
  standings,
  type Verified,
} from '@/lib/domain/certificate/standing'
import { paperWords, wordings } from '@/lib/domain/certificate/wording'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { VerifiedList } from './verified-list'

const tones: Record<Standing, NoticeKind> = {
  valid: 'success',
  superseded: 'warning',
  cancelled: 'danger',
  revoked: 'danger',
  withdrawn: 'danger',
  void: 'danger',
}

/** A paper as it stands in the register: first whether it holds, then what happened, then what it states, word for word. */
export function VerifiedPaper({ verified }: { verified: Verified }) {
  const t = useTranslations('certificates.verify')
  const locale = useLocale()
  const { standing, number, checkedAt } = verified
  const title = verified.kind === 'list' ? paperWords.listTitle : wordings[verified.facts.ruleSet].title
  return (
    <>
      <PageHeader title={say(title, locale)}>
        <p className="font-mono">{groupedNumber(number)}</p>
      </PageHeader>
      <div className="grid gap-5">
        <Notice kind={tones[standing]} title={say(standings[standing], locale)}>
          <p>{said(verified)}</p>
          <p className="text-sm">{t('checked', { moment: officeMoment(checkedAt) })}</p>
        </Notice>
        {verified.kind === 'list' ? (
          <VerifiedList verified={verified} />
        ) : (
          <>
            <Later since={verified.since} standing={standing} />
            <Stated facts={verified.facts} />
          </>
        )}
        <p className="text-sm text-soft">{t('about')}</p>
        <p className="print:hidden">
          <TextLink href={routes.verify()}>{t('again')}</TextLink>
        </p>
      </div>
    </>
  )

  function said({ version, ...one }: Verified): string {
    if (standing !== 'superseded') return t(standing)
    return one.kind === 'list'
      ? t('supersededList')
      : t('superseded', { version, current: one.since.version })
  }
}

/** The acts since, and which lines of the paper read otherwise now. */
function Later({ since, standing }: { since: Since; standing: Standing }) {
  const t = useTranslations('certificates.verify')
  const locale = useLocale()
  if (since.acts.length === 0) return null
  return (
    <Panel id="since" title={t('since')}>
      <ul className="grid gap-1">
        {since.acts.map(({ act, on }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: acts are told in their order and never move.
          <li className="flex flex-wrap gap-x-4" key={at}>
            <span className="text-soft">{say(dayWords(on), locale)}</span>
            <span className="font-medium">{say(laterActs[act], locale)}</span>
          </li>
        ))}
      </ul>
      {standing === 'superseded' && <Changed since={since} />}
    </Panel>
  )
}

function Changed({ since }: { since: Since }) {
  const t = useTranslations('certificates.verify')
  const locale = useLocale()
  const names = changedItems(since).map((key) => say(itemNames[key], locale))
  return (
    <p className="mt-2">
      {names.length > 0 ? t('changed', { items: names.join(t('comma')) }) : t('unchanged')}
    </p>
  )
}

function Stated({ facts }: { facts: Extract<Verified, { kind: 'contract' }>['facts'] }) {
  const t = useTranslations('certificates.verify')
  const locale = useLocale()
  return (
    <Panel flush id="stated" title={t('stated')}>
      <dl className="divide-y divide-line">
        {itemsOf(facts).map(({ key, label, values }) => (
          <div className="grid gap-x-6 px-5 py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]" key={key}>
            <dt className="text-soft">{say(label, locale)}</dt>
            {values.map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one paper never move.
              <dd className="font-medium wrap-anywhere sm:col-start-2" key={at}>
                {say(value, locale)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  )
}
