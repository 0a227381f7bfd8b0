import { expect, it } from 'vitest'
import { roleNames } from '@/lib/domain/access/roles'
import { placesOf } from './places'

it.each(roleNames)('%s has somewhere to go, and every letter leads to one place', (role) => {
  const places = placesOf(role)
  expect(places.length).toBeGreaterThan(0)
  const letters = places.map(({ letter }) => letter as string)
  expect(new Set(letters).size).toBe(letters.length)
  expect(letters).not.toContain('g')
})

it('shows administration and trail to nobody else', () => {
  const ids = (role: (typeof roleNames)[number]) => placesOf(role).map(({ id }) => id)
  expect(ids('admin')).toEqual(['accounts', 'units', 'settings', 'calendar'])
  expect(ids('security')).toEqual(['trail'])
  expect(ids('registrar')).toEqual([
    'contracts',
    'requests',
    'audit',
    'dashboard',
    'statistics',
    'statements',
    'work',
    'organisations',
  ])
  expect(ids('leader')).toEqual([
    'dashboard',
    'contracts',
    'statistics',
    'statements',
    'work',
    'organisations',
  ])
})
