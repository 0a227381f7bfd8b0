import type { Words } from '../words'

/** One account holds one role (GB/T 22239 level 3: separation of duties). */
export const roles = {
  registrar: { zh: '登记员', en: 'Registrar' },
  approver: { zh: '审核员', en: 'Approver' },
  auditor: { zh: '稽核员', en: 'Auditor' },
  leader: { zh: '领导', en: 'Leader' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  security: { zh: '安全审计员', en: 'Security auditor' },
} as const satisfies Record<string, Words>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]
