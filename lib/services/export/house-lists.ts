import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/domain/access/permissions'
import { isCodeListName } from '@/lib/domain/contract/code-lists'
import { type OutboxStatus, outboxStatusNames } from '@/lib/domain/mail/outbox'
import { Problem } from '@/lib/domain/problems'
import { type SettingKey, settingKeys } from '@/lib/domain/settings'
import { yearSchema } from '@/lib/domain/statistics/query'
import { accountFilters } from '../people/account-filters'
import { trailFilters } from '../trail/filters'
import { type ExportedList, flat, one } from './list'
import { ruleList, unitList } from './lists/house'
import { accountList, delegationList, mailList, tokenList } from './lists/people'
import { yieldList } from './lists/reports'
import { codesList, holidayList, institutionList, settingList } from './lists/settings'
import { trailList } from './lists/trail'

const isSetting = (text: string | undefined): text is SettingKey =>
  settingKeys.some((known) => known === text)
const isMailStatus = (text: string | undefined): text is OutboxStatus =>
  outboxStatusNames.some((known) => known === text)

/** The lists by which the house is kept: rules, units, people, settings, and the trail. */
export const houseLists = {
  trail: {
    permission: 'trail.read',
    action: 'trail.export',
    open({ actor, params }) {
      const filters = trailFilters.parse(flat(params))
      return { file: trailList(actor, filters), details: { filters } }
    },
  },
  rules: { permission: 'audit.read', action: 'list.export', open: () => ({ file: ruleList(), details: {} }) },
  yields: {
    permission: 'audit.read',
    action: 'list.export',
    open({ params }) {
      const rule = one(params, 'rule') ?? ''
      return /^[A-Z]\d{2}$/.test(rule) ? { file: yieldList(rule), details: { rule } } : null
    },
  },
  units: { permission: 'unit.write', action: 'list.export', open: () => ({ file: unitList(), details: {} }) },
  accounts: {
    permission: 'account.read',
    action: 'list.export',
    open({ params }) {
      const { role, unit, state, words } = accountFilters.parse(flat(params))
      return {
        file: accountList({
          ...(words && { words }),
          ...(role && { role }),
          ...(unit && { unit }),
          ...(state && { state }),
        }),
        details: { role, unit, state },
      }
    },
  },
  tokens: {
    permission: 'account.read',
    action: 'list.export',
    open({ params }) {
      const account = z.uuid().safeParse(one(params, 'account')).data
      return account === undefined ? null : { file: tokenList(account), details: { account } }
    },
  },
  delegations: {
    permission: 'account.self',
    action: 'list.export',
    open({ actor, params }) {
      const account = one(params, 'account') ?? actor.id
      if (account !== actor.id && !may(actor.role, 'account.read')) throw new Problem({ code: 'not-found' })
      if (!z.uuid().safeParse(account).success) return null
      return { file: delegationList(account), details: { account } }
    },
  },
  mails: {
    permission: 'account.read',
    action: 'list.export',
    open({ params }) {
      const asked = one(params, 'status')
      const status = isMailStatus(asked) ? asked : undefined
      return { file: mailList(status), details: { status } }
    },
  },
  settings: {
    permission: 'setting.write',
    action: 'list.export',
    open({ params }) {
      const asked = one(params, 'key')
      const key = isSetting(asked) ? asked : undefined
      return asked !== undefined && key === undefined
        ? null
        : { file: settingList(key), details: { setting: key } }
    },
  },
  holidays: {
    permission: 'setting.write',
    action: 'list.export',
    open({ params }) {
      const year = yearSchema.optional().catch(undefined).parse(one(params, 'year'))
      return { file: holidayList(year), details: { year } }
    },
  },
  codes: {
    permission: 'code.write',
    action: 'list.export',
    open({ params }) {
      const codes = one(params, 'list') ?? ''
      return isCodeListName(codes) ? { file: codesList(codes), details: { codes } } : null
    },
  },
  institutions: {
    permission: 'institution.write',
    action: 'list.export',
    open: () => ({ file: institutionList(), details: {} }),
  },
} as const satisfies Record<string, ExportedList>
