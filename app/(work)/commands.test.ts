import { describe, expect, it } from 'vitest'
import { roleNames } from '@/lib/domain/access/roles'
import { commandsOf } from './commands'
import { placesOf } from './places'

const ids = (role: (typeof roleNames)[number]) => commandsOf(role).map(({ id }) => id)

describe('the commands', () => {
  it.each(roleNames)('of a %s have names of their own, and all their places are among them', (role) => {
    const commands = commandsOf(role)
    for (const of of [
      commands.map(({ id }) => id),
      commands.map(({ words }) => words.zh),
      commands.map(({ words }) => words.en),
    ])
      expect(new Set(of).size, `${of}`).toBe(of.length)
    for (const { id, letter } of placesOf(role)) {
      expect(commands.find((command) => command.id === `place.${id}`)?.keys).toEqual(['g', letter])
    }
  })

  it('are those a role may do, and no others', () => {
    expect(ids('registrar')).toEqual(
      expect.arrayContaining(['contract.new', 'contract.import', 'request.new']),
    )
    expect(ids('auditor')).toEqual(expect.arrayContaining(['campaign.plan', 'request.new', 'page.inflow']))
    for (const role of roleNames) {
      expect(ids(role).includes('contract.new'), role).toBe(role === 'registrar')
      expect(ids(role).includes('campaign.plan'), role).toBe(role === 'auditor')
      expect(ids(role).includes('account.new'), role).toBe(role === 'admin')
      expect(ids(role), role).toEqual(expect.arrayContaining(['page.preferences', 'sign-out', 'theme.dark']))
    }
    expect(ids('security').filter((id) => /^(contract|list|request|campaign|page\.work)/.test(id))).toEqual(
      [],
    )
    expect(ids('admin').filter((id) => /^(contract|list|request|campaign|page\.work)/.test(id))).toEqual([])
  })
})
