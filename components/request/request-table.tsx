import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { type RequestKind, type RequestStatus, requestKinds } from '@/lib/domain/request/kinds'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { RequestStatusPill } from './request-status'

export interface ListedRequest {
  id: string
  number: string
  kind: RequestKind
  status: RequestStatus
  unit: string
  contractNumber: string | null
  contractName: string | null
  askedBy: string
  askedAt: Date
}

const unitWords = new Map(units.map(({ code, words }) => [code, words]))

export function RequestTable({ lines }: { lines: readonly ListedRequest[] }) {
  const t = useTranslations('requests')
  const locale = useLocale()
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('number')}</Th>
          <Th>{t('kind')}</Th>
          <Th>{t('contract')}</Th>
          <Th>{t('unit')}</Th>
          <Th>{t('asked')}</Th>
          <Th>{t('status')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.id}>
            <RowHead className="whitespace-nowrap">
              <Link
                className="text-ink decoration-jade/40 underline-offset-3 group-hover:text-jade group-hover:underline"
                href={routes.request(line.id)}
                prefetch={false}
              >
                {line.number}
              </Link>
            </RowHead>
            <Td label={t('kind')}>{say(requestKinds[line.kind].words, locale)}</Td>
            <Td className="sm:min-w-56" label={t('contract')}>
              <div>
                {line.contractName}
                <p className="font-mono text-sm text-faint">{line.contractNumber}</p>
              </div>
            </Td>
            <Td label={t('unit')}>
              {say(unitWords.get(line.unit) ?? { zh: line.unit, en: line.unit }, locale)}
            </Td>
            <Td className="sm:whitespace-nowrap" label={t('asked')}>
              <div>
                {line.askedBy}
                <p className="text-sm text-faint">
                  <DateText form="moment" value={line.askedAt} />
                </p>
              </div>
            </Td>
            <Td label={t('status')}>
              <RequestStatusPill status={line.status} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
