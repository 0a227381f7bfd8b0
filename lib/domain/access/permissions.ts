import type { Role } from './roles'

/**
 * How far a permission goes.
 * `unit`: the actor's own registration unit. `submitted`: every unit, but nobody's drafts.
 * `registered`: every unit, registered contracts alone. `all`: without bound. `own`: the actor's own account.
 */
export type Reach = 'unit' | 'submitted' | 'registered' | 'all' | 'own'

type Grant = Partial<Record<Role, Reach>>

const everyone = {
  registrar: 'own',
  approver: 'own',
  auditor: 'own',
  leader: 'own',
  admin: 'own',
  security: 'own',
} as const satisfies Record<Role, Reach>

/** The only place that says who may do what; pages, verbs, the API and the row policies' test all read it. */
export const permissions = {
  'contract.read': { registrar: 'unit', approver: 'submitted', auditor: 'submitted', leader: 'registered' },
  'contract.create': { registrar: 'unit' },
  'contract.save': { registrar: 'unit' },
  'contract.submit': { registrar: 'unit' },
  'contract.withdraw': { registrar: 'unit' },
  'contract.discard': { registrar: 'unit' },
  'contract.attach': { registrar: 'unit' },
  'contract.approve': { approver: 'submitted' },
  'contract.return': { approver: 'submitted' },
  'contract.refuse': { approver: 'submitted' },
  'contract.dispute': { approver: 'submitted' },
  'contract.import': { registrar: 'unit', auditor: 'submitted' },
  'contract.export': { registrar: 'unit', approver: 'submitted', auditor: 'submitted', leader: 'registered' },
  'request.read': { registrar: 'unit', approver: 'submitted', auditor: 'submitted' },
  'request.ask': { registrar: 'unit', auditor: 'submitted' },
  'request.state': { registrar: 'unit', approver: 'submitted', auditor: 'submitted' },
  'request.decide': { approver: 'submitted' },
  'desk.read': { approver: 'submitted', auditor: 'submitted' },
  'work.office': { registrar: 'unit' },
  'organisation.read': { registrar: 'all', approver: 'all', auditor: 'all', leader: 'all' },
  'organisation.write': { registrar: 'all', approver: 'all' },
  'statistics.read': { registrar: 'unit', approver: 'all', auditor: 'all', leader: 'all' },
  'view.keep': { registrar: 'unit', approver: 'all', auditor: 'all', leader: 'all' },
  'audit.read': { approver: 'all', auditor: 'all' },
  'campaign.read': { registrar: 'unit', approver: 'submitted', auditor: 'submitted' },
  'audit.answer': { registrar: 'unit' },
  'audit.run': { auditor: 'submitted' },
  'audit.switch': { auditor: 'all' },
  'inflow.import': { auditor: 'all' },
  'inflow.read': { approver: 'all', auditor: 'all', leader: 'all' },
  'work.read': { registrar: 'unit', approver: 'submitted', auditor: 'submitted', leader: 'registered' },
  'work.write': { registrar: 'unit', auditor: 'all' },
  'work.confirm': { approver: 'submitted' },
  'institution.write': { auditor: 'all', admin: 'all' },
  'report.record': { auditor: 'all' },
  'report.edit': { approver: 'all', auditor: 'all' },
  'report.comment': { approver: 'all', auditor: 'all', leader: 'all' },
  'report.review': { approver: 'all', auditor: 'all' },
  'report.sign': { approver: 'all', auditor: 'all', leader: 'all' },
  'report.publish': { auditor: 'all' },
  'ledger.check': { auditor: 'all', security: 'all' },
  'unit.write': { admin: 'all' },
  'account.read': { admin: 'all' },
  'account.write': { admin: 'all' },
  'setting.write': { admin: 'all' },
  'register.backup': { admin: 'all' },
  'code.write': { admin: 'all' },
  'trail.read': { security: 'all' },
  'delegation.make': { registrar: 'unit', approver: 'own', auditor: 'own', admin: 'all' },
  'account.self': everyone,
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof permissions

/** The reach a role has for a permission, or null where it has none. */
export const reachOf = (role: Role, permission: Permission): Reach | null =>
  (permissions[permission] as Grant)[role] ?? null

export const may = (role: Role, permission: Permission): boolean => reachOf(role, permission) !== null
