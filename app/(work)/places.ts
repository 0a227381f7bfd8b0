import type { IconName } from '@/components/ui/icon'
import { may, type Permission } from '@/lib/domain/access/permissions'
import type { Role } from '@/lib/domain/access/roles'
import { routes } from '@/lib/routes'

/** The places of the house in the order of the bar, each with the permission that opens it and its letter after `g`. */
const all = [
  {
    id: 'approvals',
    permission: 'desk.read',
    word: 'navApprovals',
    href: routes.approvals(),
    icon: 'check',
    letter: 'a',
  },
  {
    id: 'contracts',
    permission: 'contract.read',
    word: 'navContracts',
    href: routes.contracts(),
    icon: 'file',
    letter: 'c',
  },
  {
    id: 'requests',
    permission: 'request.read',
    word: 'navRequests',
    href: routes.requests(),
    icon: 'list',
    letter: 'r',
  },
  {
    id: 'audit',
    permission: 'campaign.read',
    word: 'navAudit',
    href: routes.audit.campaigns(),
    icon: 'search',
    letter: 'z',
  },
  {
    id: 'dashboard',
    permission: 'statistics.read',
    word: 'navDashboard',
    href: routes.dashboard(),
    icon: 'eye',
    letter: 'b',
  },
  {
    id: 'statistics',
    permission: 'statistics.read',
    word: 'navStatistics',
    href: routes.statistics(),
    icon: 'chart',
    letter: 's',
  },
  {
    id: 'statements',
    permission: 'statement.read',
    word: 'navStatements',
    href: routes.statements(),
    icon: 'check',
    letter: 'm',
  },
  {
    id: 'work',
    permission: 'work.read',
    word: 'navWork',
    href: routes.work.registers(),
    icon: 'calendar',
    letter: 'w',
  },
  {
    id: 'organisations',
    permission: 'organisation.read',
    word: 'navOrganisations',
    href: routes.organisations(),
    icon: 'building',
    letter: 'o',
  },
  {
    id: 'accounts',
    permission: 'account.read',
    word: 'navAccounts',
    href: routes.admin.accounts(),
    icon: 'person',
    letter: 'p',
  },
  {
    id: 'units',
    permission: 'unit.write',
    word: 'navUnits',
    href: routes.admin.units(),
    icon: 'building',
    letter: 'u',
  },
  {
    id: 'settings',
    permission: 'setting.write',
    word: 'navSettings',
    href: routes.admin.settings(),
    icon: 'dial',
    letter: 't',
  },
  {
    id: 'calendar',
    permission: 'setting.write',
    word: 'navCalendar',
    href: routes.admin.calendar(),
    icon: 'calendar',
    letter: 'd',
  },
  {
    id: 'trail',
    permission: 'trail.read',
    word: 'navTrail',
    href: routes.trail(),
    icon: 'list',
    letter: 'l',
  },
] as const satisfies readonly {
  id: string
  permission: Permission
  word: string
  href: string
  icon: IconName
  letter: string
}[]

/** Whose day does not begin at the first place of the bar as it stands. */
const begins: Partial<Record<Role, (typeof all)[number]['id']>> = { leader: 'dashboard' }

/** Where a role may go, its own beginning first; what it may not enter it is not shown. */
export const placesOf = (role: Role) =>
  all
    .filter(({ permission }) => may(role, permission))
    .sort((a, b) => Number(b.id === begins[role]) - Number(a.id === begins[role]))
