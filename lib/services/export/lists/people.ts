import 'server-only'
import {
  type AccountFilters,
  type ListedAccount,
  listAccounts,
  listTokens,
  type Token,
} from '@/db/queries/accounts'
import { type DelegationLine, delegationsOf } from '@/db/queries/delegations'
import { listMails, type OutboxLine } from '@/db/queries/outbox'
import { roles } from '@/lib/domain/access/roles'
import { tokenScopes } from '@/lib/domain/access/token-scopes'
import { type OutboxStatus, outboxStatuses } from '@/lib/domain/mail/outbox'
import type { Words } from '@/lib/domain/words'
import {
  behind,
  byPage,
  count,
  day,
  type ListFile,
  listFile,
  moment,
  text,
  unitName,
  worded,
} from '../list-file'

/** Accounts, without their secrets. */
export const accountList = (filters: AccountFilters): ListFile =>
  listFile<ListedAccount>({
    title: { zh: '账号', en: 'Accounts' },
    columns: [
      text('登录名', 'Username', ({ username }) => username),
      text('姓名', 'Name', ({ name }) => name, 14),
      worded('角色', 'Role', ({ role }) => roles[role]),
      unitName('单位', 'Unit', ({ unit }) => unit),
      worded('状态', 'State', ({ disabledAt }) =>
        disabledAt ? { zh: '停用', en: 'Disabled' } : { zh: '启用', en: 'Enabled' },
      ),
      moment('最近使用', 'Last seen', ({ lastSeen }) => lastSeen),
      moment('停用时间', 'Disabled at', ({ disabledAt }) => disabledAt),
    ],
    batches: (tx) =>
      behind(
        (after: string | undefined, most) =>
          listAccounts(tx, filters, { ...(after !== undefined && { after }), most }),
        ({ username }) => username,
      ),
  })

/** Tokens of an account, without what they are. */
export const tokenList = (account: string): ListFile =>
  listFile<Token & { state: Words }>({
    title: { zh: '接口令牌', en: 'API tokens' },
    columns: [
      text('用途', 'Used for', ({ label }) => label, 30),
      worded('权限', 'May', ({ scope }) => tokenScopes[scope]),
      moment('签发时间', 'Issued at', ({ createdAt }) => createdAt),
      moment('到期时间', 'Runs out', ({ expiresAt }) => expiresAt),
      moment('最近使用', 'Last used', ({ usedAt }) => usedAt),
      worded('状态', 'State', ({ state }) => state, 10),
      moment('收回时间', 'Withdrawn at', ({ withdrawnAt }) => withdrawnAt),
    ],
    batches: async function* (tx, at) {
      yield (await listTokens(tx, account)).map((token) => ({ ...token, state: stateOf(token, at) }))
    },
  })

function stateOf({ withdrawnAt, expiresAt }: Token, now: Date): Words {
  if (withdrawnAt) return { zh: '已收回', en: 'Withdrawn' }
  return expiresAt <= now ? { zh: '已到期', en: 'Run out' } : { zh: '有效', en: 'In force' }
}

const delegationStates: Record<DelegationLine['state'], Words> = {
  ahead: { zh: '未开始', en: 'Ahead' },
  standing: { zh: '代办中', en: 'Standing in' },
  over: { zh: '已期满', en: 'Over' },
  revoked: { zh: '已撤销', en: 'Revoked' },
}

/** Who stands in for a person and whom they stand in for, and work handed over. */
export const delegationList = (of: string): ListFile =>
  listFile<DelegationLine>({
    title: { zh: '代办与移交', en: 'Deputies' },
    columns: [
      text('被代办人', 'On whose behalf', ({ principal }) => principal.name, 14),
      text('代办人', 'Deputy', ({ deputy }) => deputy.name, 14),
      worded('类型', 'Kind', ({ kind }) =>
        kind === 'leave' ? { zh: '代办', en: 'Deputy' } : { zh: '工作移交', en: 'Hand-over' },
      ),
      day('起始日期', 'From', ({ fromDay }) => fromDay),
      day('截止日期', 'Until', ({ untilDay }) => untilDay),
      worded('状态', 'State', ({ state }) => delegationStates[state], 12),
      text('指定人', 'Named by', ({ madeBy }) => madeBy, 14),
    ],
    batches: async function* (tx) {
      yield await delegationsOf(tx, of)
    },
  })

const mailKinds: Record<string, Words> = {
  once: { zh: '随即发送', en: 'At once' },
  daily: { zh: '每日汇总', en: 'Daily' },
  test: { zh: '测试', en: 'Test' },
}

/** What became of each mail, the latest first. */
export const mailList = (status: OutboxStatus | undefined): ListFile =>
  listFile<OutboxLine>({
    title: { zh: '邮件', en: 'Mails' },
    columns: [
      text('姓名', 'Name', ({ name }) => name, 14),
      text('登录名', 'Username', ({ username }) => username),
      text('邮箱', 'Mail address', ({ address }) => address, 30),
      moment('排入时间', 'Queued at', ({ queuedAt }) => queuedAt),
      worded('类型', 'Kind', ({ kind }) => mailKinds[kind]),
      worded('状态', 'State', (one) => outboxStatuses[one.status], 12),
      count('尝试次数', 'Attempts', ({ attempts }) => attempts),
      moment('办结时间', 'Settled at', ({ settledAt }) => settledAt),
      text('对方答复', 'Answer', ({ answer }) => answer, 50),
    ],
    batches: (tx) => byPage((page) => listMails(tx, status, page)),
  })
