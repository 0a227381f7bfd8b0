import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { RequestStatusPill } from '@/components/request/request-status'
import { TextLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { ContractView } from '@/lib/domain/contract/view'
import { requestKinds } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** What was asked for after registration, the latest first; nothing where nothing was. */
export function RequestsPanel({ requests }: Pick<ContractView, 'requests'>) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  if (requests.length === 0) return null
  return (
    <Panel id="requests" title={t('requests')}>
      <ul className="divide-y divide-line">
        {requests.map(({ id, number, kind, status, askedAt }) => (
          <li
            className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
            key={id}
          >
            <div className="min-w-0">
              <TextLink href={routes.request(id)}>{number}</TextLink>
              <p className="text-sm text-faint">
                {say(requestKinds[kind].words, locale)} · <DateText form="moment" value={askedAt} />
              </p>
            </div>
            <RequestStatusPill status={status} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
