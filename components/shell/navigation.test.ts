import { expect, it } from 'vitest'
import { currentItem, type NavItem } from './navigation'

const item = (id: string, href: string): NavItem => ({ id, href, label: id, icon: 'file', letter: id })
const items = [
  item('contracts', '/contracts?status=draft'),
  item('statistics', '/statistics'),
  item('new', '/contracts/new'),
]

it.each([
  ['/contracts', 'contracts'],
  ['/contracts/42/edit', 'contracts'],
  ['/contracts/new', 'new'],
  ['/contracts-export', undefined],
  ['/', undefined],
])('%s lies in %s', (path, id) => {
  expect(currentItem(items, path)).toBe(id)
})
