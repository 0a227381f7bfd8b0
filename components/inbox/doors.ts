import { kindOfNotice, type NoticeSubject } from '@/lib/domain/notice/kinds'
import type { Notice } from '@/lib/domain/notice/notice'
import type { WaitingKind } from '@/lib/domain/notice/waiting'
import { routes } from '@/lib/routes'

/** Where each kind of waiting thing lies. */
export const waitingDoors: Record<WaitingKind, string> = {
  decisions: routes.approvals(),
  requests: routes.requests(),
  confirmations: routes.work.registers(),
  returned: routes.contracts({ status: 'returned' }),
  findings: routes.audit.campaigns(),
  hearings: routes.requests({ kind: 'revoke' }),
  answers: routes.audit.campaigns(),
  imports: routes.imports(),
  records: routes.work.registers(),
  signatures: routes.report(),
  mails: routes.admin.mail(),
}

const doors: Record<NoticeSubject, (notice: Pick<Notice, 'subject' | 'params'>) => string> = {
  contract: ({ subject }) => routes.contract(subject),
  request: ({ subject }) => routes.request(subject),
  campaign: ({ subject }) => routes.audit.campaign(subject.split('/')[0] ?? ''),
  report: ({ params: { year, unit } }) => routes.report(year, { unit }),
  import: ({ subject }) => routes.importBatch(subject),
  record: ({ subject, params: { register = '' } }) => routes.work.record(register, subject),
  delegation: () => routes.inboxSettings(),
}

/** Where a notice leads. */
export const noticeDoor = (notice: Pick<Notice, 'kind' | 'subject' | 'params'>): string =>
  doors[kindOfNotice(notice.kind).subject](notice)
