import 'server-only'
import { z } from 'zod'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { tokenScopeNames } from '@/lib/domain/access/token-scopes'
import { idOf } from '../attachments/as-person'
import { createAccount } from '../people/accounts'
import { changeAccount } from '../people/change-account'
import { disableAccount, enableAccount } from '../people/disable-account'
import { accountSheet, accountsPage } from '../people/read-accounts'
import { resetPassword } from '../people/reset-password'
import { issueToken, ownTokens, withdrawOwnToken, withdrawToken } from '../people/tokens'
import { parseInput } from '../verb'
import { acting, named, type Operation, query, reader } from './operation'

const id = named('账号标识', 'Account')
const tokenId = named('令牌标识', 'Token')
const roles = roleNames as [Role, ...Role[]]
const account = {
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  unit: z.string().nullable(),
}
const token = z.object({
  id: z.uuid(),
  account: z.uuid(),
  label: z.string(),
  scope: z.enum(tokenScopeNames),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable().describe('When it last spoke, to the minute'),
  withdrawnAt: z.iso.datetime().nullable(),
})

const asked = z.strictObject({
  words: z.string().max(60).optional(),
  role: z.enum(roles).optional(),
  unit: z.string().max(10).optional(),
  state: z.enum(['enabled', 'disabled']).optional(),
  after: z.string().max(40).optional(),
})

/** Who the token speaks for; accounts and tokens, which are the administrator's. */
export const accountOperations: readonly Operation[] = [
  reader({
    id: 'readSelf',
    path: '/me',
    summary: { zh: '令牌所属的账号', en: 'Who the token speaks for' },
    permission: 'account.self',
    output: z.object(account),
    read: async ({ actor: { id, username, name, role, unit } }) => ({ id, username, name, role, unit }),
  }),
  reader({
    id: 'listOwnTokens',
    path: '/me/tokens',
    summary: { zh: '本人有效的令牌', en: 'Your own tokens that still speak' },
    permission: 'account.self',
    output: z.object({ tokens: z.array(token) }),
    read: async ({ actor }) => ({ tokens: await ownTokens(actor) }),
  }),
  acting(withdrawOwnToken, {
    id: 'withdrawOwnToken',
    path: '/me/tokens/{id}/withdraw',
    summary: { zh: '停用本人的令牌', en: 'Withdraw a token of your own' },
    parameters: [tokenId],
    example: {},
  }),
  reader({
    id: 'listAccounts',
    path: '/accounts',
    summary: { zh: '账号，逐页', en: 'Accounts, page by page' },
    permission: 'account.read',
    parameters: [
      query('words', '姓名或用户名中的词', 'Part of the name or user name'),
      query('role', '角色', 'Role', { type: 'string', enum: roleNames }),
      query('unit', '单位代码', 'Unit code'),
      query('state', '状态', 'State', { type: 'string', enum: ['enabled', 'disabled'] }),
      query('after', '上一页答复中的 next', 'The next of the page before'),
    ],
    output: z.object({
      accounts: z.array(
        z.looseObject({ ...account, disabledAt: z.iso.datetime().nullable(), mustChange: z.boolean() }),
      ),
      next: z.string().nullable(),
    }),
    read: async ({ actor, search }) => {
      const { after, ...filters } = parseInput(asked, Object.fromEntries(search))
      return accountsPage(actor, filters as Parameters<typeof accountsPage>[1], after)
    },
  }),
  reader({
    id: 'readAccount',
    path: '/accounts/{id}',
    summary: { zh: '一个账号及其令牌', en: 'One account and its tokens' },
    permission: 'account.read',
    parameters: [id],
    output: z.object({
      account: z.object(account),
      disabledAt: z.iso.datetime().nullable(),
      createdAt: z.iso.datetime(),
      mustChange: z.boolean(),
      passwordChangedAt: z.iso.datetime(),
      sessions: z.int(),
      tokens: z.array(token),
    }),
    read: ({ actor, path }) => accountSheet(actor, idOf(String(path.id))),
  }),
  acting(createAccount, {
    id: 'createAccount',
    path: '/accounts',
    summary: { zh: '新建账号', en: 'Make an account; its one-time password is told this once' },
    output: z.object({ id: z.uuid(), username: z.string(), oneTimePassword: z.string() }),
    location: ({ id }: { id: string }) => `/api/v1/accounts/${id}`,
    example: { username: 'wang.li', name: '王丽', role: 'registrar', unit: 'D08' },
  }),
  acting(changeAccount, {
    id: 'changeAccount',
    path: '/accounts/{id}/change',
    summary: { zh: '修改账号', en: 'Change name, role or unit' },
    parameters: [id],
    example: { name: '王丽', role: 'registrar', unit: 'D08' },
  }),
  acting(disableAccount, {
    id: 'disableAccount',
    path: '/accounts/{id}/disable',
    summary: { zh: '停用账号', en: 'Close an account to its person and its tokens' },
    parameters: [id],
    example: {},
  }),
  acting(enableAccount, {
    id: 'enableAccount',
    path: '/accounts/{id}/enable',
    summary: { zh: '启用账号', en: 'Open a disabled account again' },
    parameters: [id],
    example: {},
  }),
  acting(resetPassword, {
    id: 'resetPassword',
    path: '/accounts/{id}/reset-password',
    summary: { zh: '重置口令', en: 'Give an account a one-time password, told this once' },
    parameters: [id],
    output: z.object({ username: z.string(), oneTimePassword: z.string() }),
    example: {},
  }),
  acting(issueToken, {
    id: 'issueToken',
    path: '/tokens',
    summary: { zh: '签发令牌', en: 'Issue a token; it is told this once' },
    output: z.object({ id: z.uuid(), token: z.string(), expiresAt: z.iso.datetime() }),
    example: { username: 'registrar-d08', label: '科研系统', days: 90, scope: 'read' },
  }),
  acting(withdrawToken, {
    id: 'withdrawToken',
    path: '/tokens/{id}/withdraw',
    summary: { zh: '停用令牌', en: 'Withdraw a token' },
    parameters: [tokenId],
    example: {},
  }),
]
