import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/roles'
import { units } from '@/lib/domain/units'

/** The people of the story: a registrar in each unit, and the centre. Ids are fixed so that stories can be compared. */
const centre: readonly [username: string, name: string, role: Role][] = [
  ['approver', '审核员甲', 'approver'],
  ['approver2', '审核员乙', 'approver'],
  ['auditor', '稽核员', 'auditor'],
  ['leader', '领导', 'leader'],
  ['admin', '系统管理员', 'admin'],
  ['security', '安全审计员', 'security'],
]

const id = (index: number) => `0193d0c0-0000-7000-8000-${String(index).padStart(12, '0')}`

export const people: readonly Actor[] = [
  ...centre.map(([username, name, role], index) => ({ id: id(index + 1), username, name, role, unit: null })),
  ...units.map(({ code, words }, index) => ({
    id: id(index + 101),
    username: `registrar-${code.toLowerCase()}`,
    name: `${words.zh}登记员`,
    role: 'registrar' as const,
    unit: code,
  })),
]

export function person(username: string): Actor {
  const found = people.find((one) => one.username === username)
  if (!found) throw new Error(`Nobody in the story is called ${username}`)
  return found
}

export const registrarOf = (unit: string): Actor => person(`registrar-${unit.toLowerCase()}`)
