import 'server-only'
import { z } from 'zod'
import { noticeGroupNames } from '@/lib/domain/notice/kinds'
import { inboxTabs, noticesPerPage } from '@/lib/domain/notice/notice'
import { idOf } from '../attachments/as-person'
import { handOver, nameDeputy } from '../delegations/make'
import { readDelegations } from '../delegations/read'
import { revoke } from '../delegations/revoke'
import { readMailRoom, resendMail, tryMail } from '../mail/administer'
import { readOwnMail, setMailOf, setOwnMail } from '../mail/setting'
import { readInbox } from '../notices/inbox'
import { markNoticesRead, markNoticeUnread } from '../notices/mark'
import { parseInput } from '../verb'
import { acting, named, type Operation, pageParameter, query, reader } from './operation'

const one = z.object({ id: z.uuid() })
const accountId = named('账号标识', 'Account')
const delegations = z.object({
  of: z.object({ id: z.uuid(), name: z.string(), username: z.string() }),
  lines: z.array(z.looseObject({ id: z.uuid() })),
  colleagues: z.array(z.looseObject({ id: z.uuid() })),
  delegable: z.boolean(),
  handsOver: z.boolean(),
  inHand: z.record(z.string(), z.int()),
})
const mail = { address: 'wang.li@example.org', cadence: 'daily', language: 'zh-CN' }
const asked = z.strictObject({
  tab: z.enum(inboxTabs).default('unread'),
  group: z.enum(noticeGroupNames).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** One's inbox and mail, and who stands in for whom. */
export const inboxOperations: readonly Operation[] = [
  reader({
    id: 'readInbox',
    path: '/inbox',
    summary: { zh: '待您办理的事项和给您的通知', en: 'What waits for you, and what you were told' },
    permission: 'account.self',
    parameters: [
      query('tab', '未读（默认）或全部', 'Unread (if left out) or all', { type: 'string', enum: inboxTabs }),
      query('group', '类别', 'Group', { type: 'string', enum: noticeGroupNames }),
      pageParameter(noticesPerPage),
    ],
    output: z.object({
      waiting: z.array(z.looseObject({ kind: z.string(), count: z.int() })),
      notices: z.array(
        z.looseObject({ id: z.int(), kind: z.string(), subject: z.string(), isRead: z.boolean() }),
      ),
      counts: z.object({ unread: z.int(), all: z.int() }),
      today: z.iso.date(),
      nearUntil: z.iso.date(),
    }),
    read: ({ actor, search }) => readInbox(actor, parseInput(asked, Object.fromEntries(search))),
  }),
  acting(markNoticesRead, {
    id: 'markNoticesRead',
    path: '/inbox/read',
    summary: { zh: '将通知标为已读', en: 'Mark notices as read' },
    output: z.object({ read: z.int() }),
    example: { ids: [1] },
  }),
  acting(markNoticeUnread, {
    id: 'markNoticeUnread',
    path: '/inbox/unread',
    summary: { zh: '将通知标为未读', en: 'Mark a notice as unread' },
    output: z.object({ id: z.int() }),
    example: { id: 1 },
  }),
  reader({
    id: 'readOwnMail',
    path: '/me/mail',
    summary: { zh: '您的通知邮件设置', en: 'Where your notices are mailed to, and how often' },
    permission: 'account.self',
    output: z.object({
      address: z.string(),
      cadence: z.string(),
      language: z.string(),
      sends: z.boolean().describe('Whether a server is set at all'),
    }),
    read: ({ actor }) => readOwnMail(actor),
  }),
  acting(setOwnMail, {
    id: 'setOwnMail',
    path: '/me/mail/set',
    summary: { zh: '设置您的通知邮件', en: 'Set where your notices are mailed to, and how often' },
    example: mail,
  }),
  acting(setMailOf, {
    id: 'setMailOf',
    path: '/accounts/{id}/mail',
    summary: { zh: '设置某账号的通知邮件', en: 'The same for an account' },
    parameters: [accountId],
    takes: ({ id }) => ({ account: id }),
    example: mail,
  }),
  reader({
    id: 'readOwnDelegations',
    path: '/me/delegations',
    summary: { zh: '您的代办人和移交', en: 'Who stands in for you, and who could' },
    permission: 'account.self',
    output: delegations,
    read: ({ actor }) => readDelegations(actor),
  }),
  reader({
    id: 'readDelegationsOf',
    path: '/accounts/{id}/delegations',
    summary: { zh: '某账号的代办人和移交', en: 'Who stands in for an account, and who could' },
    permission: 'account.read',
    parameters: [accountId],
    output: delegations,
    read: ({ actor, path }) => readDelegations(actor, idOf(String(path.id))),
  }),
  acting(nameDeputy, {
    id: 'nameDeputy',
    path: '/delegations',
    summary: { zh: '指定代办人', en: 'Name who stands in during leave' },
    output: one,
    example: { deputy: accountId.example, from: '2027-01-04', until: '2027-01-15' },
  }),
  acting(handOver, {
    id: 'handOver',
    path: '/delegations/hand-over',
    summary: { zh: '移交登记员的工作', en: 'Hand the work of a registrar over for good' },
    output: one,
    example: { principal: accountId.example, deputy: accountId.example },
  }),
  acting(revoke, {
    id: 'revokeDelegation',
    path: '/delegations/{id}/revoke',
    summary: { zh: '终止代办或移交', en: 'End a delegation or a hand-over' },
    parameters: [named('代办标识', 'Delegation')],
    output: one,
    example: {},
  }),
  reader({
    id: 'readMailRoom',
    path: '/mail',
    summary: { zh: '邮件发送情况', en: 'The state of the mail: the server, what is on its way, what failed' },
    permission: 'account.read',
    parameters: [pageParameter(50)],
    output: z.object({
      server: z.looseObject({ host: z.string(), port: z.int() }).nullable(),
      counts: z.record(z.string(), z.int()),
      mails: z.array(z.looseObject({ id: z.uuid() })),
    }),
    read: ({ actor, search }) =>
      readMailRoom(actor, parseInput(z.strictObject({ page: asked.shape.page }), Object.fromEntries(search))),
  }),
  acting(tryMail, {
    id: 'tryMail',
    path: '/mail/try',
    summary: { zh: '试发一封邮件', en: 'Queue a mail that tries the settings' },
    output: one,
    refusals: ['no-mail-server'],
    example: { address: mail.address },
  }),
  acting(resendMail, {
    id: 'resendMail',
    path: '/mail/{id}/resend',
    summary: { zh: '重发一封邮件', en: 'Send once more what failed or is unclear' },
    parameters: [named('邮件标识', 'Mail')],
    output: one,
    example: {},
  }),
]
