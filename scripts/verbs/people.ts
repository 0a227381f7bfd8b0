import { createAccount } from '@/lib/services/people/accounts'
import { issueToken } from '@/lib/services/people/tokens'
import type { RegisterVerb } from './verb'

export const people: RegisterVerb[] = [
  {
    name: 'user add',
    help: 'make an account and print its one-time password 新建账号并显示一次性口令',
    options: [
      { name: 'username', value: 'USER', required: true, help: 'name to sign in with 登录名' },
      { name: 'name', value: 'NAME', required: true, help: 'name shown to others 姓名' },
      {
        name: 'role',
        value: 'ROLE',
        required: true,
        help: 'registrar, approver, auditor, leader, admin or security 角色',
      },
      { name: 'unit', value: 'CODE', help: 'unit of a registrar, such as D08 单位代码（仅登记员）' },
    ],
    async run(actor, { username, name, role, unit }) {
      const made = await createAccount(actor, { username, name, role, unit: unit ?? null })
      return `账号 ${made.username} 已建立，一次性口令 account made, one-time password: ${made.oneTimePassword}`
    },
  },
  {
    name: 'token',
    help: 'issue an API token that acts for an account 为账号签发接口令牌',
    options: [
      { name: 'user', value: 'USER', required: true, help: 'account the token acts for 账号' },
      { name: 'label', value: 'TEXT', help: 'what it is for (default: command line) 用途' },
      { name: 'days', value: 'N', help: 'days until it ends, 1 to 1095 (default: 365) 有效天数' },
      { name: 'scope', value: 'SCOPE', help: 'all, or read for a token that only reads (default: all) 权限' },
    ],
    async run(actor, { user, label, days, scope }) {
      const issued = await issueToken(actor, {
        username: user,
        label: label ?? 'command line',
        days: Number(days ?? 365),
        scope: scope ?? 'all',
      })
      return `令牌只显示一次，有效至 ${issued.expiresAt}。Shown only once: ${issued.token}`
    },
  },
]
